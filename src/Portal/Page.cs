using Microsoft.AspNetCore.Components;
using TitleCertification.Domain.Text;

namespace TitleCertification.Portal;

/// <summary>A whole page. <typeparamref name="TModel"/> holds everything it shows; a page asks nobody anything.</summary>
public abstract class Page<TModel> : ComponentBase
{
    [Parameter]
    public required Frame Frame { get; set; }

    [Parameter]
    public required TModel Model { get; set; }

    protected bool English => Frame.Language == Language.En;

    protected string T(LocalText text) => text.In(Frame.Language);

    protected string T(string vi, string en) => English ? en : vi;
}

/// <summary>The model of a page that shows the same to everybody.</summary>
public sealed record NoModel
{
    public static NoModel None { get; } = new();
}

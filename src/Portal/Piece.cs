using Microsoft.AspNetCore.Components;
using TitleCertification.Domain.Text;

namespace TitleCertification.Portal;

/// <summary>A part of a page: it speaks the page's language.</summary>
public abstract class Piece : ComponentBase
{
    [CascadingParameter]
    public required Frame Frame { get; set; }

    protected bool English => Frame.Language == Language.En;

    protected string T(LocalText text) => text.In(Frame.Language);

    /// <summary>For sentences with a value in them: each language puts it where it belongs.</summary>
    protected string T(string vi, string en) => English ? en : vi;
}

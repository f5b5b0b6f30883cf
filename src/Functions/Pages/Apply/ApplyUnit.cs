using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Units;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>The commune: looked for by name with a plain search form, chosen from what was found.</summary>
public sealed class ApplyUnit(PageWriter pages, DraftPages drafts, ApplyPath path)
{
    private const int Most = 12;

    [Function(nameof(ApplyUnit))]
    [Policy(Access.Public)]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/unit")] HttpRequest request, CancellationToken cancellationToken)
    {
        var searched = request.Query["q"].ToString() is { Length: > 0 and <= 100 } text ? text : null;
        var found = path.Units.Search(searched, 100).Where(unit => unit.Kind == UnitKind.Commune).ToList();
        return drafts.AskAsync(
            request,
            (draft, form, errors, status) => pages.Show<UnitPage, UnitModel>(request, new(
                path.Before(draft, "/apply/unit"), searched, [.. found.Take(Most).Select(unit => new UnitOption(unit.Code, unit.FullName, path.Units.PathName(unit.Parent)))],
                found.Count > Most, form?.Text("unit") ?? draft.Unit, draft.Unit is null ? null : path.Units.PathName(draft.Unit), errors), status),
            (draft, form) => path.Units.Find(form.Text("unit")) is { Kind: UnitKind.Commune } unit
                ? (draft with { Unit = unit.Code }, FieldErrors.None)
                : (draft, FieldErrors.Of("unit", new("Hãy chọn một xã, phường hoặc thị trấn.", "Choose a commune, ward or town."))),
            cancellationToken);
    }
}

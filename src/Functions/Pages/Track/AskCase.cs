using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Track;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>"Where is my file?" Number and digits, in a form and never in an address.</summary>
public sealed class AskCase(PageWriter pages, PageForms forms, OwnCase own, CaseCookie cookie)
{
    [Function(nameof(AskCase))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "track")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method))
            return pages.Show<TrackPage, TrackModel>(request, new("", FieldErrors.None));
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;

        var (dossier, digits) = (form.Text("dossier"), form.Text("digits"));
        var errors = Errors(dossier, digits);
        if (errors.Any)
            return Again(errors, StatusCodes.Status422UnprocessableEntity);
        (var state, problem) = await own.TryAsync(request, new(dossier, digits), cancellationToken);
        if (state is null)
            return OwnCase.IsUnknown(problem)
                ? Again(FieldErrors.Of("dossier", new("Không tìm thấy hồ sơ với số và bốn số điện thoại này.", "There is no application with this number and these digits.")), StatusCodes.Status404NotFound)
                : problem!;
        cookie.Write(request, state.Dossier.ToString(), digits);
        return See.Other("/track/case");

        IResult Again(FieldErrors errors, int status) => pages.Show<TrackPage, TrackModel>(request, new(dossier, errors), status);
    }

    private static FieldErrors Errors(string dossier, string digits)
    {
        var errors = new List<FieldError>();
        if (!DossierNumber.TryParse(dossier, out _))
            errors.Add(new("dossier", new("Số hồ sơ có dạng như H40.361-261124-0001. Xin xem lại trên giấy biên nhận.", "A dossier number looks like H40.361-261124-0001. Please look at your receipt again.")));
        if (digits.Length != 4 || !digits.All(char.IsAsciiDigit))
            errors.Add(new("digits", new("Hãy nhập bốn chữ số cuối của số điện thoại đã khai.", "Enter the last four digits of the phone number you gave.")));
        return new(errors);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Pages.Track;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>Opens a draft again, with its code and the phone as proof; one that has been filed leads to its case.</summary>
public sealed class ApplyResume(PageWriter pages, PageForms forms, DraftAccess access, CaseCookie opened)
{
    [Function(nameof(ApplyResume))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/resume")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method))
            return Show("", FieldErrors.None);
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        var typed = form.Text("code");
        if (DraftCode.Parse(typed) is not { } code)
            return Show(typed, FieldErrors.Of("code", new("Mã gồm 12 chữ và số, ví dụ 7K2M-9QXC-04TR.", "A code has 12 letters and digits, for example 7K2M-9QXC-04TR.")));
        if (await access.FindAsync(code, form.Text("phone"), cancellationToken) is not { } stored)
            return Show(typed, FieldErrors.Of("code", new("Không tìm thấy hồ sơ nháp với mã và số điện thoại này. Hồ sơ nháp được giữ 30 ngày.", "There is no draft with this code and this phone number. Drafts are kept for 30 days.")));
        if (stored.Draft.Dossier is { } dossier)
        {
            opened.Write(request, dossier, PhoneNumber.Parse(form.Text("phone")).LastDigits(4));
            return See.Other("/track/case");
        }

        DraftCookie.Write(request, code);
        return See.Other("/apply/tasks");

        IResult Show(string typedCode, FieldErrors errors) => pages.Show<WordsPage, WordsModel>(
            request,
            new("/apply/resume", "/apply", new("Làm tiếp hồ sơ đang dở", "Go on with an unfinished application"), null,
            [
                new("code", new("Mã hồ sơ nháp", "Code of the draft"), new("12 chữ và số đã chép lại", "The 12 letters and digits you wrote down"), typedCode, "w20", 40),
                new("phone", new("Số điện thoại đã khai", "The phone number you gave"), null, "", "w10", 30, "tel", "tel", "tel"),
            ],
            errors) { CanSave = false },
            errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

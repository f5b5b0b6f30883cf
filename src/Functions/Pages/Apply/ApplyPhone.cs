using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.RateLimits;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>The first question makes the draft: the phone is the proof of whose it is.</summary>
public sealed class ApplyPhone(PageWriter pages, PageForms forms, DraftTable drafts, LimitBeginnings limit)
{
    [Function(nameof(ApplyPhone))]
    [Policy(Access.Public)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/phone")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method))
            return Show("", FieldErrors.None);
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        if (!PhoneNumber.TryParse(form.Text("phone"), out var phone))
            return Show(form.Text("phone"), FieldErrors.Of("phone", DraftText.PhoneWrong));
        if (limit.Problem(request) is { } wait)
            return wait;
        DraftCookie.Write(request, await drafts.CreateAsync(phone.ToString(), cancellationToken));
        return See.Other("/apply/code");

        IResult Show(string typed, FieldErrors errors) => pages.Show<WordsPage, WordsModel>(
            request,
            new("/apply/phone", "/apply", new("Số điện thoại của người đại diện", "The representative’s phone number"),
                new("Dùng để nhận ra ông/bà khi mở lại hồ sơ và khi tra cứu. Không hiện ra cho người khác.", "It tells us it is you when you come back and when you track. It is shown to nobody else."),
                [new("phone", new("Số điện thoại", "Phone number"), null, typed, "w10", 30, "tel", "tel", "tel")], errors) { CanSave = false },
            errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

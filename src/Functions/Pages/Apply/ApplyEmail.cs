using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

public sealed class ApplyEmail(PageWriter pages, DraftPages drafts, ApplyPath path)
{
    [Function(nameof(ApplyEmail))]
    [Policy(Access.Public)]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "apply/email")] HttpRequest request, CancellationToken cancellationToken) =>
        drafts.AskAsync(
            request,
            (draft, form, errors, status) => pages.Show<WordsPage, WordsModel>(request, new(
                "/apply/email", path.Before(draft, "/apply/email"), new("Thư điện tử (không bắt buộc)", "E-mail (optional)"), new("Nếu có, ông/bà được báo tin qua thư. Không có cũng không sao: cứ để trống.", "If you have one you are told by mail. If not, leave this empty."),
                [new("email", new("Thư điện tử", "E-mail"), null, form?.Text("email") ?? draft.Email, null, 254, "email", "email", "email")], errors), status),
            (draft, form) =>
            {
                var email = form.Text("email");
                if (email.Length == 0 && form.Leaves())
                    return (draft, FieldErrors.None);
                return email.Length == 0 || Submitting.IsEmail(email)
                    ? (draft with { Email = email }, FieldErrors.None)
                    : (draft, FieldErrors.Of("email", new("Địa chỉ phải giống như ten@vidu.vn, hoặc để trống.", "An address looks like name@example.com, or leave it empty.")));
            },
            cancellationToken);
}

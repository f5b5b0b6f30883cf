using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Administration;

namespace TitleCertification.Functions.Pages.Administration;

/// <summary>Makes somebody known, so that authority can be given to him; or corrects his name, position or phone.</summary>
public sealed class RegisterNewPerson(PageWriter pages, PageForms forms, PeopleTable people, PeopleCommands commands, WhoAsks whoAsks)
{
    [Function(nameof(RegisterNewPerson))]
    [Policy(Access.Staff, Role.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "manage/people/new")] HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method))
            return Show(new("", "", "", "", "", "", FieldErrors.None));
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        if (whoAsks.Person(request) is not { } by)
            return Problems.From(Problems.SignInNeeded);
        var (id, phone) = (form.Text("id"), form.Text("phone"));
        var lines = form.Text("capacity").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var input = new RegistrationInput(id, form.Text("name"), form.Text("position"), phone.Length > 0 ? phone : null, lines, form.Text("reason"));
        return await people.ExecuteAsync(PeopleTable.KeyOf(id), known => commands.Register(known, input, by), by, cancellationToken) switch
        {
            PersonResult.Done => See.Other($"/manage/people/{PeopleTable.KeyOf(id)}"),
            PersonResult.Refused refused => Show(new(
                id, form.Text("name"), form.Text("position"), phone, form.Text("capacity"), form.Text("reason"),
                PageErrors.Of(refused.Refusal, pointer => pointer == "/signatoryCapacity" ? "capacity" : PeoplePages.FieldOf(pointer)))),
            _ => Problems.From(Problems.Contended),
        };

        IResult Show(RegisterModel model) => pages.Show<RegisterPage, RegisterModel>(request, model, PeoplePages.StatusOf(model.Errors));
    }
}

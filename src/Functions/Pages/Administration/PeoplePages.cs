using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Units;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Requests;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Administration;

namespace TitleCertification.Functions.Pages.Administration;

/// <summary>What the pages about one person share: who it is, the form, the command, and back to the person.</summary>
public sealed class PeoplePages(PageForms forms, PeopleTable people, PeopleCommands commands, WhoAsks whoAsks, Rules rules, TimeProvider clock)
{
    /// <summary>The units of today.</summary>
    public UnitMap Map => rules.Units.On(rules.MapDay(clock.GetUtcNow()));

    public UnitName NameOf(string code) => new(code, rules.Units.Nearest(code, Map.Day)?.FullName ?? code);

    /// <summary>As stored now; that he is looked at is recorded.</summary>
    /// <returns>The person, or the problem to answer with.</returns>
    public async Task<(Person? Person, IResult? Problem)> FindAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        if (!PeopleTable.IsKey(key) || (await people.ReadAsync(key, cancellationToken)).Person is not { } person)
            return (null, Problems.From(Problems.UnknownPerson));
        if (whoAsks.Staff(request) is { } asker)
            await commands.LookedUpAsync(request, asker, person, cancellationToken);
        return (person, null);
    }

    /// <summary>A form about a person: shown, and when it is sent, decided.</summary>
    /// <param name="show">The page with the form, as filled in, and what is wrong with it.</param>
    /// <param name="decide">The command, or what is wrong with the form before there is one.</param>
    /// <param name="fieldOf">From a JSON pointer to the name of a field.</param>
    internal async Task<IResult> FormAsync(
        HttpRequest request, string key, Func<Person, IFormCollection?, FieldErrors, IResult> show,
        Func<IFormCollection, (Func<Person, Actor, PersonOutcome>? Command, FieldErrors Errors)> decide, Func<string, string?> fieldOf, CancellationToken cancellationToken)
    {
        var (person, unknown) = await FindAsync(request, key, cancellationToken);
        if (person is null)
            return unknown!;
        if (!HttpMethods.IsPost(request.Method))
            return show(person, null, FieldErrors.None);
        var (form, problem) = await forms.ReadAsync(request, cancellationToken);
        if (form is null)
            return problem!;
        if (whoAsks.Person(request) is not { } by)
            return Problems.From(Problems.SignInNeeded);
        var (command, errors) = decide(form);
        if (command is null)
            return show(person, form, errors);
        return await people.ExecuteAsync(key, known => command(known!, by), by, cancellationToken) switch
        {
            PersonResult.Done => See.Other($"/manage/people/{key}"),
            PersonResult.Refused refused => show(person, form, PageErrors.Of(refused.Refusal, fieldOf)),
            _ => Problems.From(Problems.Contended),
        };
    }

    /// <summary>Where a field of a form is called as in the API: "/reason" is "reason". Null for the whole.</summary>
    internal static string? FieldOf(string pointer) => pointer.TrimStart('/') is { Length: > 0 } field ? field : null;

    internal static int StatusOf(FieldErrors errors) => errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
}

using TitleCertification.Domain.Privacy;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Drafts;

/// <summary>What an applicant is told and asked, each by itself. A tick is to the words that were read: when they change, it has to be made again.</summary>
internal static class Consents
{
    public static IReadOnlyList<ConsentPurpose> On(DateOnly day) =>
        [.. Purpose.All.Select(purpose => new ConsentPurpose(Tick(purpose, purpose.On(day)), purpose.On(day).Text, Needed: !purpose.IsOptional))];

    /// <summary>An answer to every purpose: what was not ticked was not given.</summary>
    public static IReadOnlyList<ConsentInput> Answers(IReadOnlyList<string>? ticked, DateOnly day) =>
        [.. Purpose.All.Select(purpose => new ConsentInput(purpose.Code, purpose.On(day).Version, ticked?.Contains(Tick(purpose, purpose.On(day))) ?? false))];

    /// <summary>What stands in a draft for answers that were given one by one.</summary>
    public static IReadOnlyList<string> Ticked(IEnumerable<ConsentInput> answers) => [.. answers.Where(answer => answer.Given is true).Select(answer => $"{answer.Purpose}@{answer.Version}")];

    private static string Tick(Purpose purpose, PurposeText text) => $"{purpose.Code}@{text.Version}";
}

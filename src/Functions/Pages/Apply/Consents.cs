using TitleCertification.Domain.Privacy;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>What an applicant is told and asked, each by itself. A tick is to the words that were read: when they change, it has to be made again.</summary>
internal static class Consents
{
    public static IReadOnlyList<ConsentPurpose> On(DateOnly day) =>
        [.. Purpose.All.Select(purpose => new ConsentPurpose(Tick(purpose, purpose.On(day)), purpose.On(day).Text, Needed: !purpose.IsOptional))];

    /// <summary>An answer to every purpose: what was not ticked was not given.</summary>
    public static IReadOnlyList<ConsentInput> Answers(IReadOnlyList<string>? ticked, DateOnly day) =>
        [.. Purpose.All.Select(purpose => new ConsentInput(purpose.Code, purpose.On(day).Version, ticked?.Contains(Tick(purpose, purpose.On(day))) ?? false))];

    private static string Tick(Purpose purpose, PurposeText text) => $"{purpose.Code}@{text.Version}";
}

using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Applications;

/// <summary>What can be corrected, and what an answer changes.</summary>
public static class Correcting
{
    public const string HolderName = "holder.name";
    public const string HolderAddress = "holder.address";
    public const string RepresentativeName = "representative.name";
    private const string IndicatorPrefix = "indicator:";

    /// <summary>The code of the indicator an item names, or null where it names a field.</summary>
    public static string? IndicatorOf(string item) => item.StartsWith(IndicatorPrefix, StringComparison.Ordinal) ? item[IndicatorPrefix.Length..] : null;

    /// <summary>Does the item name something of this submission?</summary>
    public static bool IsItem(string item, Submission submission) =>
        item is HolderName or HolderAddress or RepresentativeName
        || (IndicatorOf(item) is { } code && submission.Answers.Answers.Any(answer => answer.Indicator == code));

    internal static Submission Apply(Submission submission, CorrectionAnswer answer) => answer.Item switch
    {
        HolderName => submission with { Holder = submission.Holder with { Name = answer.Text! } },
        HolderAddress => submission with { Holder = submission.Holder with { Address = answer.Text! } },
        RepresentativeName => submission with { Representative = submission.Representative with { Name = answer.Text! } },
        _ => submission with { Answers = new([.. submission.Answers.Answers.Select(given => Corrected(given, answer))]) },
    };

    /// <summary>What is not answered anew stays as it was.</summary>
    internal static IndicatorAnswer Corrected(IndicatorAnswer given, CorrectionAnswer answer) => given.Indicator == IndicatorOf(answer.Item)
        ? given with
        {
            Points = answer.Points ?? given.Points, Met = answer.Met ?? given.Met, Percent = answer.Percent ?? given.Percent, Evidence = answer.Evidence ?? given.Evidence,
            Files = answer.Files ?? given.Files,
        }
        : given;
}

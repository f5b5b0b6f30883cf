using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>What of a case can be asked to be corrected, in words.</summary>
internal static class CaseItems
{
    public static LocalText Name(string item, CriteriaSet set) => Correcting.IndicatorOf(item) is { } code
        ? set.Find(code) is { } indicator ? new($"{code} {indicator.Name.Vi}", $"{code} {indicator.Name.En}") : new(code, code)
        : item switch
        {
            Correcting.HolderName => new("Tên ghi trên giấy chứng nhận", "Name on the certificate"),
            Correcting.HolderAddress => new("Địa chỉ", "Address"),
            _ => new("Họ tên người đại diện", "Representative’s name"),
        };

    /// <summary>Every item of the case with what stands there now, in the order of the form.</summary>
    public static IEnumerable<(string Item, LocalText Now)> Of(Submission submission, CriteriaSet set) =>
    [
        .. submission.Answers.Answers.Where(answer => set.Find(answer.Indicator) is not null).Select(answer => ($"indicator:{answer.Indicator}", CaseScores.Written(set.Find(answer.Indicator)!, answer))),
        (Correcting.HolderName, Same(submission.Holder.Name)),
        (Correcting.HolderAddress, Same(submission.Holder.Address)),
        (Correcting.RepresentativeName, Same(submission.Representative.Name)),
    ];

    private static LocalText Same(string text) => new(text, text);
}

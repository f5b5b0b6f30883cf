using System.Text.Json.Serialization;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Review;

/// <summary>Why a title is refused, as far as it can be counted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefusalKind>))]
public enum RefusalKind
{
    /// <summary>The score, or the indicator named, does not reach what the title asks.</summary>
    NotReached,
    EvidenceMissing,

    /// <summary>What was found is not what the evidence says.</summary>
    EvidenceWrong,

    /// <summary>The applicant is not one who can hold the title.</summary>
    NotEntitled,
    WrongPlace,

    /// <summary>There is another application for the same holder and year.</summary>
    Duplicate,
    Other,
}

/// <param name="Indicator">Code of the indicator it speaks of; null for the application as a whole.</param>
/// <param name="Text">In the reviewer's own words.</param>
public sealed record RefusalGround(RefusalKind? Kind, string? Indicator = null, string? Text = null);

/// <summary>What structured grounds have to be, and how they are said to the applicant.</summary>
public static class RefusalGrounds
{
    public static LocalText Name(RefusalKind kind) => kind switch
    {
        RefusalKind.NotReached => new("Chưa đạt điểm hoặc tiêu chí theo yêu cầu", "The score or criterion asked for is not reached"),
        RefusalKind.EvidenceMissing => new("Thiếu minh chứng", "Evidence is missing"),
        RefusalKind.EvidenceWrong => new("Minh chứng không đúng với thực tế", "The evidence does not agree with what was found"),
        RefusalKind.NotEntitled => new("Không thuộc đối tượng được công nhận danh hiệu này", "Not eligible for this title"),
        RefusalKind.WrongPlace => new("Không thuộc địa bàn", "Outside this area"),
        RefusalKind.Duplicate => new("Trùng với hồ sơ khác", "Duplicate of another application"),
        _ => new("Lý do khác", "Another reason"),
    };

    /// <summary>"Chỉ số 2.1: thiếu minh chứng. Chưa gửi danh sách giáo viên." Vietnamese: it stands in a decision of a Vietnamese authority.</summary>
    internal static string Sentence(RefusalGround ground)
    {
        var name = Name(ground.Kind ?? RefusalKind.Other).Vi;
        var opening = ground.Indicator is { } code ? $"Chỉ số {code}: {char.ToLowerInvariant(name[0])}{name[1..]}" : name;
        return FreeText.Of(ground.Text) is not { } text ? $"{opening}." : ground is { Kind: RefusalKind.Other, Indicator: null } ? text : $"{opening}. {text}";
    }

    internal static IEnumerable<Fault> Faults(IReadOnlyList<RefusalGround?> grounds, Submission submission)
    {
        foreach (var (index, ground) in grounds.Index())
        {
            var pointer = $"/grounds/{index}";
            if (ground?.Kind is not { } kind || !Enum.IsDefined(kind))
                yield return new("refusal_kind_missing", $"{pointer}/kind", new("Cần chọn loại lý do.", "The kind of reason is needed."));
            else if (kind is RefusalKind.Other && FreeText.Of(ground.Text) is null)
                yield return new("reason_missing", $"{pointer}/text", new("Lý do khác cần được ghi rõ.", "Another reason has to be written out."));
            if (ground?.Indicator is { } code && submission.Answers.Answers.All(answer => answer.Indicator != code))
                yield return new("unknown_item", $"{pointer}/indicator", new("Hồ sơ không có mục này.", "The application has no such item."));
            foreach (var fault in FreeText.Faults(ground?.Text, $"{pointer}/text"))
                yield return fault;
        }
    }
}

using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Pages.Track;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal;
using TitleCertification.Portal.Pages;
using TitleCertification.Portal.Pages.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>What has happened to a case, as it is told to its reviewers.</summary>
internal static class FactWords
{
    public static HistoryRow Row(RecordedFact recorded, Application state, IReadOnlyDictionary<string, string> names, Rules rules) => new(
        DateWords.Moment(recorded.At), What(recorded.Fact, state, rules), names.GetValueOrDefault(recorded.By), [.. Texts(recorded.Fact, state, rules)]);

    /// <summary>What reviewers do among themselves does not: their scores, reminders and conflicts.</summary>
    public static bool ConcernsApplicant(Fact fact) => fact is not (Fact.ReviewerScored or Fact.ReviewerReminded or Fact.StageEscalated or Fact.ConflictDeclared);

    public static LocalText What(Fact fact, Application state, Rules rules) => fact switch
    {
        Fact.ApplicationSubmitted { Submission.Assistance: { } assistance } => new(
            $"Nộp giúp, theo phiếu đồng ý ký {DateWords.Short(assistance.ConsentedOn).Vi}", $"Filed for the applicant, by a consent signed on {DateWords.Short(assistance.ConsentedOn).En}"),
        Fact.StageOpened opened => Of(state, opened.Stage, rules, body => new($"Chuyển đến {body.Vi}, hạn {DateWords.Short(opened.Due).Vi}", $"To the {body.En}, due {DateWords.Short(opened.Due).En}")),
        Fact.StageApproved approved => Of(state, approved.Stage, rules, body => new($"Đồng ý tại {body.Vi}", $"Approved at the {body.En}")),
        Fact.TitleApproved granted => new($"Công nhận danh hiệu theo Quyết định {granted.Decision.Number}", $"Title granted by decision {granted.Decision.Number}"),
        Fact.CorrectionRequested asked => new($"Yêu cầu bổ sung, trả lời đến hết {DateWords.Short(asked.AnswerBy).Vi}", $"Correction asked for, by the end of {DateWords.Short(asked.AnswerBy).En}"),
        Fact.StageMoved moved => CaseModels.Body(state, moved.Unit, rules) is var body && moved.Reason is MoveReason.BodyAbolished
            ? new($"Chuyển cho {body.Vi} vì cơ quan cũ không còn", $"Moved to the {body.En}: the former body has ended")
            : new($"Chuyển cho {body.Vi} vì không còn ai được xét", $"Moved to the {body.En}: nobody is left who may decide"),
        Fact.TitleCertified certified => new($"Cấp giấy chứng nhận số {certified.Number}", $"Certificate {certified.Number} issued"),
        _ => FactKindWords.Of(fact.GetType().Name),
    };

    /// <summary>What people wrote.</summary>
    public static IEnumerable<string> Texts(Fact fact, Application state, Rules rules)
    {
        var set = rules.CriteriaOf(state);
        return fact switch
        {
            Fact.StageApproved { Note: { } note } => [note],
            Fact.CorrectionRequested asked => asked.Items.Select(item => $"{CaseItems.Name(item.Item, set).Vi}: {item.Reason}"),
            Fact.ApplicationRefused refused => refused.Reasons,
            Fact.ApplicationWithdrawn { Reason: { } reason } => [reason],
            Fact.StageMoved { Decree: { } decree } => [decree],
            _ => [],
        };
    }

    private static LocalText Of(Application state, int stage, Rules rules, Func<LocalText, LocalText> say) =>
        say(CaseModels.Body(state, state.Stages[stage].Rule.Unit, rules));
}

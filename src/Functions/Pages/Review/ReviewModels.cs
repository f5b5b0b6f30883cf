using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Pages.Track;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>From the record to what its reviewer reads.</summary>
internal static class ReviewModels
{
    public static CaseHead Head(Application state, Rules rules) => new(
        state.Dossier.ToString(), state.Submission.Holder.Name, QueueModels.Kind(state.Submission.Title, state.Submission.Level),
        rules.Units.On(rules.MapDay(state.SubmittedAt)).PathName(state.Submission.Unit),
        state.Stage is { } stage ? StageWords.Name(stage.Rule.Code) : null, state.Stage?.Rule.Code, state.Version, QueueAddress.Of(state));

    public static ReviewModel Of(
        Application state, IReadOnlyList<RecordedFact> facts, IReadOnlyDictionary<string, string> names, bool mayDecide, LocalText? obstacle, CaseClaim? claim, Actor person,
        QueueNotice? notice, bool fill, IFormCollection? form, FieldErrors errors, Rules rules, DateOnly today)
    {
        var (set, due) = (rules.CriteriaOf(state), state.Stage?.Due ?? state.Correction?.AnswerBy);
        return new(
            Head(state, rules), notice, StatusOf(state, rules), due is { } day ? CaseModels.Due(day, today, rules) : null, state.Stage?.Due is { } mine ? QueueModels.Mark(mine, today) : DueMark.InTime,
            mayDecide, obstacle, state.Stage is null ? null : new(claim?.Name, claim?.Person == person.Id), CaseModels.Summary(state, rules) with { Files = [] },
            [.. state.Stages.Where(stage => stage.Outcome is StageOutcome.Approved).Select(stage => Finding(state, stage, facts, names, set, rules))],
            CaseScores.Of(state, set, mayDecide, fill, form), Results(state, set),
            [.. facts.Select(fact => FactWords.Row(fact, state, names, rules))], errors, Keys: false);
    }

    public static IReadOnlyList<Scored> Results(Application state, CriteriaSet set)
    {
        var holder = state.Submission.AssessedUnder(set);
        return
        [
            Judged(new("Người nộp tự chấm", "The applicant’s own"), state.Submission.Answers),
            .. state.Stages.Where(stage => stage.Scoring is not null).Select(stage => Judged(
                new($"Thẩm định {StageWords.Name(stage.Rule.Code).Vi.ToLowerInvariant()}", $"{StageWords.Name(stage.Rule.Code).En} scores"), stage.Scoring!)),
        ];

        Scored Judged(LocalText name, SelfAssessment answers) => Scoring.Judge(set, answers, holder) is var verdict
            ? new(name, verdict.Summary(), verdict.Passes) : throw new InvalidOperationException();
    }

    private static StageFinding Finding(
        Application state, StageRecord stage, IReadOnlyList<RecordedFact> facts, IReadOnlyDictionary<string, string> names, CriteriaSet set, Rules rules)
    {
        var index = state.Stages.Index().First(entry => entry.Item == stage).Index;
        var note = facts.Select(recorded => recorded.Fact).OfType<Fact.StageApproved>().LastOrDefault(fact => fact.Stage == index)?.Note;
        return new(
            StageWords.Name(stage.Rule.Code), CaseModels.Body(state, stage.Rule.Unit, rules), names.GetValueOrDefault(stage.DecidedBy ?? "", ""),
            DateWords.Moment(stage.DecidedAt!.Value), note,
            stage.Scoring is { } scoring ? Scoring.Judge(set, scoring, state.Submission.AssessedUnder(set)).Summary() : null,
            [.. (stage.Scoring?.Answers ?? []).Where(answer => answer.Evidence is not null).Select(answer => answer.Indicator)]);
    }

    /// <summary>Where it stands, to somebody whose application it is not.</summary>
    public static LocalText StatusOf(Application state, Rules rules) => state.Status switch
    {
        ApplicationStatus.InReview when state.Stage is { } stage => CaseModels.Body(state, stage.Rule.Unit, rules) is var body
            ? new($"Đang xét tại {body.Vi}", $"In review at the {body.En}") : throw new InvalidOperationException(),
        ApplicationStatus.AwaitingCorrection => new("Đang chờ người nộp bổ sung", "Waiting for the applicant’s correction"),
        ApplicationStatus.Approved => new("Đã được công nhận, đang làm giấy chứng nhận", "Granted; the certificate is being made"),
        ApplicationStatus.Certified or ApplicationStatus.Delivered => new($"Đã cấp giấy chứng nhận số {state.Certificate?.Number}", $"Certified under number {state.Certificate?.Number}"),
        ApplicationStatus.Refused => new("Không được công nhận", "Refused"),
        ApplicationStatus.Withdrawn => new("Người nộp đã rút", "Withdrawn by the applicant"),
        ApplicationStatus.Lapsed => new("Hết hiệu lực vì quá hạn bổ sung", "Lapsed: not corrected in time"),
        _ => new("Đã nộp, đang chờ tiếp nhận", "Submitted, waiting to be received"),
    };
}

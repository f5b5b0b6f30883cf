using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal;
using TitleCertification.Portal.Pages.Track;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>From the record to what its applicant reads.</summary>
internal static class CaseModels
{
    public static CaseSummary Summary(Application state, Rules rules)
    {
        var set = rules.CriteriaOf(state);
        var verdict = Scoring.Judge(set, state.Submission.Answers, state.Submission.AssessedUnder(set));
        var (total, max, grade) = (verdict.Total, verdict.MaxTotal, verdict.Grade?.Name);
        var noun = verdict.Mode is CriteriaMode.Points ? new LocalText("điểm", "points") : new("chỉ số", "indicators");
        return new(
            state.Dossier.ToString(), TitleInfo.Of(state.Submission.Title).Name, state.Submission.Holder.Name, rules.Units.On(rules.MapDay(state.SubmittedAt)).PathName(state.Submission.Unit), state.Submission.Year,
            $"{state.Submission.Representative.Name}, {state.Submission.Representative.Position}", VietnamTime.DayOf(state.SubmittedAt),
            new($"{total}/{max} {noun.Vi}{(grade is null ? "" : $", {grade.Vi}")}", $"{total} of {max} {noun.En}{(grade is null ? "" : $", {grade.En}")}"),
            [.. state.Submission.Answers.Answers.SelectMany(answer => answer.Files ?? []).DistinctBy(file => file.Sha256).Select(file => FileRows.Of(file, "/track/files"))],
            new(set.Id, set.Name, set.Basis, rules.Of(state).Version == rules.Current.Version),
            state.Submission.Assistance is { } assistance ? Helper(assistance) : null);
    }

    private static LocalText Helper(Assistance assistance)
    {
        var day = DateWords.Short(assistance.ConsentedOn);
        return new($"{assistance.Name}, theo phiếu đồng ý ký {day.Vi}", $"{assistance.Name}, by a consent signed on {day.En}");
    }

    public static CaseModel Of(Application state, IReadOnlyList<string> reasons, Rules rules, DateTimeOffset now) => new(
        Summary(state, rules), Headline(state.Status), Holding(state, rules), Due(state, rules, VietnamTime.DayOf(now)), Steps(state, rules),
        CanCorrect: state.Correction is not null, CanWithdraw: Transitions.Allows(CommandKind.Withdraw, state.Status),
        MayApplyAgain: state.Status is ApplicationStatus.Refused or ApplicationStatus.Withdrawn or ApplicationStatus.Lapsed, state.Certificate?.Number.ToString(), reasons);

    public static LocalText Due(DateOnly due, DateOnly today, Rules rules) => DateWords.Due(due, today, WorkingDays.Between(today, due, rules.Holidays));

    public static LocalText Headline(ApplicationStatus status) => status switch
    {
        ApplicationStatus.Submitted or ApplicationStatus.Received => new("Hồ sơ đã nộp, đang chờ tiếp nhận", "Submitted, waiting to be received"),
        ApplicationStatus.InReview => new("Hồ sơ đang được xét", "Your application is being examined"),
        ApplicationStatus.AwaitingCorrection => new("Ông/bà cần bổ sung hồ sơ", "You need to correct your application"),
        ApplicationStatus.Approved => new("Đã được công nhận, đang làm giấy chứng nhận", "The title is granted; the certificate is being made"),
        ApplicationStatus.Certified or ApplicationStatus.Delivered => new("Đã có giấy chứng nhận", "Your certificate is ready"),
        ApplicationStatus.Refused => new("Danh hiệu không được công nhận", "The title was not granted"),
        ApplicationStatus.Withdrawn => new("Ông/bà đã rút hồ sơ", "You have withdrawn the application"),
        _ => new("Hồ sơ đã hết hiệu lực vì quá hạn bổ sung", "The application has lapsed: it was not corrected in time"),
    };

    private static LocalText? Holding(Application state, Rules rules) => state.Status switch
    {
        ApplicationStatus.InReview when state.Stage is { } stage => Body(state, stage.Rule.Unit, rules),
        ApplicationStatus.AwaitingCorrection => new("Ông/bà: cơ quan thẩm định đang chờ bổ sung", "You: the reviewing body waits for your correction"),
        _ => null,
    };

    private static LocalText? Due(Application state, Rules rules, DateOnly today) => state.Status switch
    {
        ApplicationStatus.AwaitingCorrection => Due(state.Correction!.AnswerBy, today, rules),
        ApplicationStatus.InReview when state.Stage?.Due is { } due => Due(due, today, rules),
        _ => null,
    };

    private static IReadOnlyList<CaseStep> Steps(Application state, Rules rules)
    {
        var certified = state.Certificate is not null;
        return
        [
            new(new("Nộp hồ sơ", "Submitted"), DateWords.Short(VietnamTime.DayOf(state.SubmittedAt)), StepPlace.Past),
            .. state.Stages.Select((stage, index) => new CaseStep(
                index == state.Stages.Count - 1 ? new("Quyết định công nhận", "Decision") : new("Thẩm định", "Review"), Detail(state, stage, rules),
                stage.Outcome is not null ? StepPlace.Past : index == state.CurrentStage ? StepPlace.Now : StepPlace.Ahead)),
            new(
                new("Giấy chứng nhận", "Certificate"), state.Certificate is { } certificate ? DateWords.Short(certificate.IssuedOn) : null,
                certified ? StepPlace.Past : state.Status is ApplicationStatus.Approved ? StepPlace.Now : StepPlace.Ahead),
        ];
    }

    private static LocalText Detail(Application state, StageRecord stage, Rules rules)
    {
        var body = Body(state, stage.Rule.Unit, rules);
        if (stage.Outcome is not { } outcome || stage.DecidedAt is not { } at)
            return body;
        var (done, day) = (outcome is StageOutcome.Approved ? new LocalText("đồng ý", "approved") : new("không công nhận", "refused"), DateWords.Short(VietnamTime.DayOf(at)));
        return new($"{body.Vi}: {done.Vi} {day.Vi}", $"{body.En}: {done.En} {day.En}");
    }

    public static LocalText Body(Application state, string code, Rules rules)
    {
        var unit = rules.Units.Nearest(code, rules.MapDay(state.ChangedAt))!;
        return new($"Ủy ban nhân dân {unit.InSentence}", $"People’s Committee of {unit.EnglishName}");
    }
}

using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Tests.Applications;

/// <summary>A case in the making: runs commands of the domain and folds what they say.</summary>
internal sealed class ACase
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));
    public static readonly Holidays NoHolidays = Holidays.None;

    /// <summary>A typeface that has every character.</summary>
    public static readonly Func<string, string> Printable = _ => "";
    public static readonly Takeovers NoTakeovers = new(RuleBookFiles.AllUnits, []) { StandsStill = true };
    public static readonly Actor District = new("district-1", "Người xét", [new(Role.DistrictReviewer, "361")]);
    public static readonly Actor Province = new("province-1", "Người phê duyệt", [new(Role.ProvincialApprover, "36")], ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]);
    public static readonly CriteriaSet Criteria = CriteriaSetFile.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "rulebook", "criteria", "dvht-tt22-2020.json")), "dvht-tt22-2020.json").SetOrThrow();

    private static readonly CorrectionRule Correction = new(AnswerDays: 20, ReminderDays: 5);
    private static readonly StageRule[] Route =
    [
        new("district", Role.DistrictReviewer, "361", WorkingDays: 10, ReminderDays: 2, Correction),
        new("province", Role.ProvincialApprover, "36", WorkingDays: 10, ReminderDays: 2, Correction),
    ];

    public DateTimeOffset Now { get; set; } = Monday;

    public Application State { get; private set; } = null!;

    public List<RecordedFact> Facts { get; } = [];

    public static ACase Submitted(Func<Submission, Submission>? change = null, string by = "applicant", DateTimeOffset? at = null)
    {
        var @case = new ACase { Now = at ?? Monday };
        @case.Record(new Fact.ApplicationSubmitted((change ?? (same => same))(Submission()), Route), by);
        return @case;
    }

    public static ACase InReview() => Submitted().Received();

    public static ACase AtProvince()
    {
        var @case = InReview();
        @case.Accept(Reviewing.Approve(@case.State, new("district"), Criteria, District, @case.Now, NoHolidays, Printable), District);
        return @case;
    }

    public static ACase AwaitingCorrection(params string[] items)
    {
        var @case = InReview();
        @case.Accept(@case.AskFor(items.Length == 0 ? ["indicator:2.1"] : items), District);
        return @case;
    }

    public static ACase Approved()
    {
        var @case = AtProvince();
        @case.Accept(@case.ApproveFinally(), Province);
        return @case;
    }

    public ACase Received()
    {
        Accept(Processing.Receive(State, Now, NoHolidays, NoTakeovers), Actor.System);
        return this;
    }

    public Outcome AskFor(params string[] items) => Reviewing.RequestCorrection(
        State, new("district", [.. items.Select(item => new CorrectionItem(item, "Cần bổ sung"))]), District, Now, NoHolidays);

    public Outcome ApproveFinally(Actor? actor = null) =>
        Reviewing.Approve(State, new("province", null, new("1234/QĐ-UBND", VietnamTime.DayOf(Now))), Criteria, actor ?? Province, Now, NoHolidays, Printable);

    /// <summary>Records what the domain said; fails the test when it refused.</summary>
    public Application Accept(Outcome outcome, Actor actor)
    {
        foreach (var fact in Assert.IsType<Outcome.Accepted>(outcome).Facts)
            Record(fact, actor.Id);
        return State;
    }

    /// <summary>The district reviewer's own scoring: so many points for 1.1, the maximum for the rest.</summary>
    public static ScoringInput ScoringOf(int points, string stage = "district") => new(
        stage, [.. Criteria.Indicators.Select(indicator => new AnswerInput(indicator.Code, indicator.Code == "1.1" ? points : indicator.Max, null))]);

    public static string RefusedAs(Outcome outcome) => Assert.IsType<Outcome.Refused>(outcome).Refusal.Code;

    public static Submission Submission() => new(
        TitleKind.LearningUnit, 2025, Criteria.Id, "361-tt-lieu-de", new("Trường THCS Nghĩa Hưng", "Liễu Đề"),
        new("Nguyễn Văn An", "Hiệu trưởng", Phone("0912345678"), null),
        new([.. Criteria.Criteria.SelectMany(c => c.Indicators).Select(i => new IndicatorAnswer(i.Code, i.Max, Evidence: "Minh chứng"))]), HolderLevel.District);

    private static PhoneNumber Phone(string text) => PhoneNumber.TryParse(text, out var phone) ? phone : throw new ArgumentException(text);

    private void Record(Fact fact, string by)
    {
        var recorded = new RecordedFact((State?.Version ?? 0) + 1, Now, by, fact);
        Facts.Add(recorded);
        State = Evolution.Apply(new DossierNumber(), State, recorded);
    }
}

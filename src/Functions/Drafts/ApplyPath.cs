using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Drafts;

/// <summary>Which questions a draft has to answer, in order; what is asked depends on what was answered.</summary>
public sealed class ApplyPath(Rules rules, TimeProvider clock)
{
    public const string Check = "/apply/check";
    public const string Save = "/apply/save";
    public const string Score = "/apply/score";
    public const string Evidence = "/apply/evidence";

    /// <summary>The first question without an answer; where all are answered, the page to check them.</summary>
    public string Next(Draft draft) => Steps(draft).FirstOrDefault(step => !step.Done)?.Address ?? Check;

    /// <summary>The question before, for "Back"; the list of tasks before the first.</summary>
    public string Before(Draft draft, string address) =>
        Steps(draft).TakeWhile(step => step.Address != address).LastOrDefault()?.Address ?? "/apply/tasks";

    public IReadOnlyList<ApplyStep> Steps(Draft draft)
    {
        var set = SetOf(draft);
        return
        [
            new("/apply/title", new("Danh hiệu", "Title"), draft.Title is not null),
            .. Levels(draft).Count > 1 ? [new ApplyStep("/apply/level", new("Cấp", "Level"), draft.Level is not null)] : Array.Empty<ApplyStep>(),
            new("/apply/year", new("Năm đánh giá", "Assessed year"), draft.Year is not null),
            new("/apply/unit", new("Xã, phường, thị trấn", "Commune, ward or town"), draft.Unit is not null),
            .. Hamlets(draft).Count > 0 ? [new ApplyStep("/apply/hamlet", new("Thôn, xóm, tổ dân phố", "Hamlet or neighbourhood"), draft.Hamlet == "" || UnitOf(draft) != draft.Unit)] : Array.Empty<ApplyStep>(),
            .. set is { LearningUnitKinds.Count: > 0 } ? [new ApplyStep("/apply/kind", new("Loại đơn vị", "Kind of unit"), HasKind(draft, set))] : Array.Empty<ApplyStep>(),
            new("/apply/holder", new("Tên trên giấy chứng nhận", "Name on the certificate"), draft.HolderName is not null),
            new("/apply/address", new("Địa chỉ", "Address"), draft.HolderAddress is not null),
            new("/apply/representative", new("Người đại diện", "Representative"), draft is { RepresentativeName.Length: > 0, RepresentativePosition.Length: > 0 }),
            new("/apply/email", new("Thư điện tử", "E-mail"), draft.Email is not null),
            .. set is null
                ? [new ApplyStep("/apply/criteria", new("Tự chấm điểm", "Your own score"), false)]
                : set.Criteria.Select(criterion => new ApplyStep($"/apply/criteria/{criterion.Code}", criterion.Name, draft.CriteriaSeen.Contains(Seen(set, criterion)))),
            .. set is null ? Array.Empty<ApplyStep>() : [new ApplyStep(Evidence, new("Tệp minh chứng", "Evidence files"), draft.EvidenceSeen)],
            new("/apply/consent", new("Đồng ý sử dụng dữ liệu", "Consent to the use of data"), draft.Consents is { } ticked && Purposes.Where(purpose => purpose.Needed).All(purpose => ticked.Contains(purpose.Code)) && (draft.Officer is null || draft.PaperOn is not null)),
        ];
    }

    /// <summary>What is asked and told about the use of data, in the words of today.</summary>
    public IReadOnlyList<ConsentPurpose> Purposes => Consents.On(VietnamTime.DayOf(clock.GetUtcNow()));

    public DateOnly Today => VietnamTime.DayOf(clock.GetUtcNow());

    /// <summary>The map of today.</summary>
    public UnitMap Units => rules.Units.On(rules.MapDay(clock.GetUtcNow()));

    /// <summary>The years that can be applied for: this one and the two before.</summary>
    public IReadOnlyList<int> Years()
    {
        var year = VietnamTime.DayOf(clock.GetUtcNow()).Year;
        return [year, year - 1, year - 2];
    }

    /// <summary>The levels at which the draft's title is given under some set of today's rule book.</summary>
    public IReadOnlyList<HolderLevel> Levels(Draft draft) => draft.Title is not { } title ? [] :
        [.. Sets().Where(set => set.Title == title).SelectMany(set => set.Levels).Distinct().Order()];

    /// <summary>The hamlets to choose from: asked only where the title is a hamlet's own, and the map knows hamlets there.</summary>
    public IReadOnlyList<AdministrativeUnit> Hamlets(Draft draft) =>
        LevelOf(draft) is HolderLevel.Hamlet && draft.Unit is { } commune ? [.. Units.Children(commune).Where(unit => unit.Kind == UnitKind.Hamlet)] : [];

    /// <summary>Where the application belongs: the hamlet where one was chosen, the commune otherwise.</summary>
    public string? UnitOf(Draft draft) => Hamlets(draft).Any(hamlet => hamlet.Code == draft.Hamlet) ? draft.Hamlet : draft.Unit;

    /// <summary>The titles that can be applied for.</summary>
    public IReadOnlyList<TitleKind> Titles() => [.. Sets().Select(set => set.Title).Distinct().Order()];

    /// <summary>The criteria in force on the last day of the assessed year (law-and-practice 3.9), a sample only where the law's are not complete; null where there are none, or too little is known yet.</summary>
    public CriteriaSet? SetOf(Draft draft)
    {
        if (draft.Title is not { } title || draft.Year is not { } year || LevelOf(draft) is not { } level)
            return null;
        return Sets().Where(set => set.Title == title && set.Levels.Contains(level) && set.HoldsOn(new(year, 12, 31)))
            .OrderBy(set => set.Sample).ThenByDescending(set => set.Jurisdiction != "VN").ThenByDescending(set => set.ValidFrom).FirstOrDefault();
    }

    public HolderLevel? LevelOf(Draft draft) => Levels(draft) is [var only] ? only : draft.Level;

    public Verdict? Judge(Draft draft) => SetOf(draft) is { } set ? Scoring.Judge(set, Assessment(draft, set), Holder(draft)) : null;

    public AssessedHolder Holder(Draft draft) =>
        new(LevelOf(draft) ?? HolderLevel.Household, draft.LearningUnitKind, Units.IsDisadvantaged(UnitOf(draft)));

    /// <summary>The indicators of a criterion that this holder is asked.</summary>
    public IEnumerable<Indicator> Asked(Draft draft, Criterion criterion) => criterion.Indicators.Where(indicator => indicator.Applies(Holder(draft)));

    /// <summary>Every indicator that this holder is asked; none while it is not known what he is judged by.</summary>
    public IEnumerable<Indicator> AskedIndicators(Draft draft) => SetOf(draft)?.Criteria.SelectMany(criterion => Asked(draft, criterion)) ?? [];

    /// <param name="language">The representative is written to in it.</param>
    public SubmissionInput Input(Draft draft, FolderContent evidence, string language) => new(
        draft.Title?.ToString(), draft.Year, SetOf(draft)?.Id, UnitOf(draft), new(draft.HolderName, draft.HolderAddress),
        new(draft.RepresentativeName, draft.RepresentativePosition, draft.Phone, draft.Email, language),
        SetOf(draft) is { } set
            ? [.. Assessment(draft, set).Answers.Select(answer => new AnswerInput(
                answer.Indicator, answer.Points, answer.Evidence, answer.Met, answer.Percent, evidence.For(answer.Indicator) is { Count: > 0 } files ? [.. files.Select(file => file.Sha256)] : null))]
            : [],
        LevelOf(draft)?.ToString(), SetOf(draft) is { LearningUnitKinds.Count: > 0 } ? draft.LearningUnitKind : null, draft.EvidenceTicket,
        Consents: Consents.Answers(draft.Consents, VietnamTime.DayOf(clock.GetUtcNow())), Assisted: draft.Officer is null ? null : new(draft.PaperOn));

    /// <summary>The complete sets by which one of the years is judged: what has ended before them is offered to nobody.</summary>
    private IEnumerable<CriteriaSet> Sets()
    {
        var years = Years();
        return rules.CriteriaSets.Values.Where(set => set.Complete && years.Any(year => set.HoldsOn(new(year, 12, 31))));
    }

    public static string Seen(CriteriaSet set, Criterion criterion) => $"{set.Id}/{criterion.Code}";

    private static bool HasKind(Draft draft, CriteriaSet set) => set.LearningUnitKinds.Any(kind => kind.Code == draft.LearningUnitKind);

    private SelfAssessment Assessment(Draft draft, CriteriaSet set) =>
        new([.. set.Criteria.SelectMany(criterion => Asked(draft, criterion)).Select(indicator => draft.Answers.GetValueOrDefault(indicator.Code)).OfType<IndicatorAnswer>()]);
}

/// <summary>One question.</summary>
/// <param name="Done">It has been answered.</param>
public sealed record ApplyStep(string Address, LocalText Name, bool Done);

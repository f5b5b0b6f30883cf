using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Evidence;
using TitleCertification.Domain.Privacy;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.Applications;

/// <summary>From what somebody typed to a submission, or to every reason why not.</summary>
public static class Submitting
{
    /// <summary>Characters of a name, an address or a position.</summary>
    public const int LongestName = 200;

    private static readonly Dictionary<string, EvidenceFile> NoFiles = [];

    /// <param name="mapDay">The day on which the unit must exist.</param>
    /// <param name="unprintable">Characters of a name that the certificate's font cannot print.</param>
    /// <param name="brought">The files that answers may name, by SHA-256; null for none.</param>
    /// <returns>Exactly one of submission and refusal.</returns>
    public static (Submission? Submission, Refusal? Refusal) Check(
        SubmissionInput input, IReadOnlyDictionary<string, CriteriaSet> criteriaSets, UnitDirectory units, DateOnly mapDay,
        Func<string, string> unprintable, DateTimeOffset now, IReadOnlyDictionary<string, EvidenceFile>? brought = null)
    {
        var faults = new Faults();
        var title = Enum.TryParse<TitleKind>(input.Title, out var kind) && Enum.IsDefined(kind) && input.Title == kind.ToString() ? kind : (TitleKind?)null;
        if (title is null)
            faults.Add("unknown_title", "/title", $"Không có danh hiệu “{input.Title}”.", $"There is no title “{input.Title}”.");

        var criteria = Criteria(input, title, criteriaSets, faults);
        Year(input, VietnamTime.DayOf(now), faults);
        Unit(input, units, mapDay, faults);
        var holder = new Holder(
            Text(input.Holder?.Name, "/holder/name", LongestName, faults, unprintable), Text(input.Holder?.Address, "/holder/address", LongestName, faults, unprintable));
        var representative = Representative(input.Representative, faults);
        var answers = Answers(input.Answers, brought ?? NoFiles, faults);
        var (assessed, levelFault) = criteria is null ? default : AssessedInput.Of(input.Level, input.LearningUnitKind, input.Unit, criteria, units.On(mapDay));
        if (levelFault is not null)
            faults.Add(levelFault);
        var verdict = criteria is null ? null : Scoring.Judge(criteria, answers, assessed!);
        foreach (var ground in verdict?.Grounds ?? [])
            faults.Add(Fault.Of(ground, answers));

        var (consents, notTaken) = Consenting.Check(input.Consents, VietnamTime.DayOf(now));
        foreach (var fault in notTaken)
            faults.Add(fault);

        if (faults.Any)
            return (null, new(verdict is not null && faults.Count == verdict.Grounds.Count && verdict.IsValid ? RefusalCodes.TitleNotReached : RefusalCodes.InvalidInput, faults.All));
        return (new(
            title!.Value, input.Year!.Value, criteria!.Id, input.Unit!, holder, representative!, answers, assessed!.Level, assessed.LearningUnitKind, assessed.Disadvantaged)
        { Consents = consents }, null);
    }

    public static Outcome Submit(Submission submission, IReadOnlyList<StageRule> route, string ruleBookVersion) =>
        Outcome.Of(new Fact.ApplicationSubmitted(submission, route, ruleBookVersion));

    /// <summary>Could be an address; whether it is one, only a message shows.</summary>
    public static bool IsEmail(string text) => text.Length <= 254 && text.Split('@') is [{ Length: > 0 }, { Length: > 2 }];

    private static CriteriaSet? Criteria(SubmissionInput input, TitleKind? title, IReadOnlyDictionary<string, CriteriaSet> sets, Faults faults)
    {
        var set = input.CriteriaSet is { } id ? sets.GetValueOrDefault(id) : null;
        if (set is null)
            faults.Add("unknown_criteria_set", "/criteriaSet", $"Không có bộ tiêu chí “{input.CriteriaSet}”.", $"There is no criteria set “{input.CriteriaSet}”.");
        else if (title is not null && set.Title != title)
            faults.Add("criteria_set_of_another_title", "/criteriaSet", "Bộ tiêu chí này dành cho danh hiệu khác.", "This criteria set is for another title.");
        else if (input.Year is { } year and > 0 and < 9999 && !set.HoldsOn(new(year, 12, 31)))
            faults.Add("criteria_set_not_in_force", "/criteriaSet", $"Bộ tiêu chí này không có hiệu lực vào ngày 31/12/{year}.", $"This criteria set was not in force on 31 December {year}.");
        return set;
    }

    private static void Year(SubmissionInput input, DateOnly today, Faults faults)
    {
        if (input.Year is not { } year || year < 2016 || year > today.Year)
            faults.Add("year_out_of_range", "/year", $"Năm đánh giá phải từ 2016 đến {today.Year}.", $"The assessed year must be from 2016 to {today.Year}.");
    }

    private static void Unit(SubmissionInput input, UnitDirectory units, DateOnly mapDay, Faults faults)
    {
        if (input.Unit is null || units.Nearest(input.Unit, mapDay) is not { } unit)
            faults.Add("unknown_unit", "/unit", $"Không có đơn vị hành chính “{input.Unit}”.", $"There is no administrative unit “{input.Unit}”.");
        else if (units.Explain(unit, mapDay) is { } explanation)
            faults.Add(unit.Begin > mapDay ? "unit_not_yet" : "unit_ended", "/unit", explanation.Vi, explanation.En);
        else if (unit.Kind < UnitKind.Commune)
            faults.Add("unit_not_a_commune", "/unit", "Cần chọn xã, phường, thị trấn, hoặc thôn, tổ dân phố trong đó.", "A commune, ward or town is needed, or a hamlet in one.");
    }

    private static Representative? Representative(RepresentativeInput? input, Faults faults)
    {
        var name = Text(input?.Name, "/representative/name", LongestName, faults);
        var position = Text(input?.Position, "/representative/position", LongestName, faults);
        if (!PhoneNumber.TryParse(input?.Phone, out var phone))
            faults.Add(InputFaults.PhoneInvalid("/representative/phone"));
        var email = VietnameseText.Clean(input?.Email) is { Length: > 0 } given ? given : null;
        if (email is not null && !IsEmail(email))
            faults.Add(InputFaults.EmailInvalid("/representative/email"));
        if (input?.Language is { } language && !LanguageCode.All.Contains(language))
            faults.Add(InputFaults.UnknownLanguage("/representative/language"));
        return new(name, position, phone, email, input?.Language ?? LanguageCode.Vietnamese);
    }

    private static SelfAssessment Answers(IReadOnlyList<AnswerInput?>? given, IReadOnlyDictionary<string, EvidenceFile> brought, Faults faults)
    {
        var answers = AnswerInput.ToAssessment(given, brought);
        foreach (var fault in AnswerInput.Faults(given, brought).Concat(ChosenFiles.TooMany(answers)))
            faults.Add(fault);
        return answers;
    }

    private static string Text(string? given, string pointer, int longest, Faults faults, Func<string, string>? unprintable = null)
    {
        var text = VietnameseText.Clean(given);
        if (text.Length == 0)
            faults.Add("text_missing", pointer, "Không được để trống.", "This must not be empty.");
        else if (text.Length > longest)
            faults.Add(InputFaults.TooLong(pointer, longest));
        else if (unprintable?.Invoke(text) is { Length: > 0 } characters)
            faults.Add(InputFaults.Unprintable(pointer, characters));
        return text;
    }

    private sealed class Faults
    {
        private readonly List<Fault> all = [];

        public IReadOnlyList<Fault> All => all;

        public int Count => all.Count;

        public bool Any => all.Count > 0;

        public void Add(Fault fault) => all.Add(fault);

        public void Add(string code, string pointer, string vi, string en) => all.Add(new(code, pointer, new(vi, en)));
    }
}

/// <summary>A submission as it arrives: nothing in it is trusted, everything may be missing.</summary>
public sealed record SubmissionInput(
    string? Title, int? Year, string? CriteriaSet, string? Unit, HolderInput? Holder, RepresentativeInput? Representative, IReadOnlyList<AnswerInput?>? Answers,
    string? Level = null, string? LearningUnitKind = null, string? EvidenceTicket = null, IReadOnlyList<ConsentInput?>? Consents = null,
    AssistedInput? Assisted = null);

public sealed record HolderInput(string? Name, string? Address);

public sealed record RepresentativeInput(string? Name, string? Position, string? Phone, string? Email, string? Language = null);

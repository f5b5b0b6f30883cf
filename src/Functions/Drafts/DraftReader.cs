using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Privacy;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;
using TitleCertification.Functions.Certificates;

namespace TitleCertification.Functions.Drafts;

/// <summary>Takes into a draft what a caller sends. What is missing is no fault; what is there is looked at as the submission will be.</summary>
public sealed class DraftReader(ApplyPath path)
{
    /// <returns>The draft with these answers in place of its own, and everything that is wrong with them.</returns>
    public (Draft Draft, IReadOnlyList<Fault> Faults) Read(Draft before, DraftContent given)
    {
        var faults = new List<Fault>();
        var draft = before with
        {
            Title = Known(given.Title, path.Titles(), "unknown_title", "/title", new($"Không nhận hồ sơ cho danh hiệu “{given.Title}”.", $"There is no title “{given.Title}” to apply for."), faults),
        };
        draft = draft with
        {
            Level = Known(given.Level, path.Levels(draft), "unknown_level", "/level", new($"Danh hiệu này không có cấp “{given.Level}”.", $"The title is not given at the level “{given.Level}”."), faults),
        };
        draft = Year(draft, given.Year, faults);
        draft = Place(draft, given, faults);
        draft = draft with
        {
            LearningUnitKind = Kind(draft, given.LearningUnitKind, faults),
            HolderName = Text(given.Holder?.Name, "/holder/name", printed: true, faults), HolderAddress = Text(given.Holder?.Address, "/holder/address", printed: true, faults),
            RepresentativeName = Text(given.Representative?.Name, "/representative/name", printed: false, faults),
            RepresentativePosition = Text(given.Representative?.Position, "/representative/position", printed: false, faults),
            Email = Email(given.Representative?.Email, faults), Language = Language(given.Representative?.Language, faults),
            EvidenceSeen = given.FilesDone is true,
        };
        draft = Answers(draft, given.Answers ?? [], faults);
        draft = Consenting(draft, given, faults);
        return (draft, faults);
    }

    private static T? Known<T>(string? given, IReadOnlyList<T> known, string code, string pointer, LocalText text, List<Fault> faults)
        where T : struct, Enum
    {
        if (given is null)
            return null;
        if (known.Where(value => value.ToString() == given).ToList() is [var found])
            return found;
        faults.Add(new(code, pointer, text));
        return null;
    }

    private Draft Year(Draft draft, int? given, List<Fault> faults)
    {
        var dated = draft with { Year = given };
        if (given is { } year && !path.Years().Contains(year))
            faults.Add(new("year_out_of_range", "/year", new($"Hiện nhận hồ sơ cho các năm {string.Join(", ", path.Years())}.", $"Applications are taken for the years {string.Join(", ", path.Years())}.")));
        else if (given is not null && draft.Title is not null && path.LevelOf(draft) is not null && path.SetOf(dated) is null)
            faults.Add(new("criteria_set_missing", "/year", new($"Năm {given} chưa có bộ tiêu chí đầy đủ cho danh hiệu này.", $"There is no complete criteria set of {given} for this title yet.")));
        return dated;
    }

    private Draft Place(Draft draft, DraftContent given, List<Fault> faults)
    {
        var placed = draft with { Unit = given.Unit, Hamlet = given.Hamlet };
        if (given.Unit is not null && path.Units.Find(given.Unit) is not { Kind: UnitKind.Commune })
            faults.Add(new("unit_not_a_commune", "/unit", new("Cần mã của một xã, phường hoặc thị trấn hiện có.", "The code of a commune, ward or town that exists today is needed.")));
        else if (given.Hamlet is { Length: > 0 } hamlet && path.Hamlets(placed).All(known => known.Code != hamlet))
            faults.Add(new("hamlet_not_of_unit", "/hamlet", new("Không phải thôn, tổ dân phố của xã này, hoặc danh hiệu này không hỏi thôn.", "This is no hamlet of the commune, or the title is not one of hamlets.")));
        return placed;
    }

    private string? Kind(Draft draft, string? given, List<Fault> faults)
    {
        if (given is not null && path.SetOf(draft)?.LearningUnitKinds.Any(kind => kind.Code == given) is not true)
            faults.Add(new(GroundCodes.KindUnknown, "/learningUnitKind", new($"Bộ tiêu chí không có loại đơn vị “{given}”.", $"The criteria know no kind of unit “{given}”.")));
        return given;
    }

    private static string? Text(string? given, string pointer, bool printed, List<Fault> faults)
    {
        var text = VietnameseText.Clean(given);
        if (text.Length > Submitting.LongestName)
            faults.Add(InputFaults.TooLong(pointer, Submitting.LongestName));
        else if (printed && CertificateText.Unprintable(text) is { Length: > 0 } characters)
            faults.Add(InputFaults.Unprintable(pointer, characters));
        return text.Length == 0 ? null : text;
    }

    private static string? Email(string? given, List<Fault> faults)
    {
        var email = given is null ? null : VietnameseText.Clean(given);
        if (email is { Length: > 0 } && !Submitting.IsEmail(email))
            faults.Add(InputFaults.EmailInvalid("/representative/email"));
        return email;
    }

    private static string? Language(string? given, List<Fault> faults)
    {
        if (given is not null && !LanguageCode.All.Contains(given))
            faults.Add(InputFaults.UnknownLanguage("/representative/language"));
        return given;
    }

    /// <summary>Those to the criteria that hold now; what was answered under others waits where it is.</summary>
    private Draft Answers(Draft draft, IReadOnlyList<DraftAnswer?> given, List<Fault> faults)
    {
        if (path.SetOf(draft) is not { } set)
        {
            if (given.Count > 0 && faults.Count == 0)
                faults.Add(new("answers_before_criteria", "/answers", new("Danh hiệu, cấp và năm phải có trước: chúng cho biết chấm theo bộ tiêu chí nào.", "Title, level and year come first: they say by which criteria.")));
            return draft;
        }

        var asked = path.AskedIndicators(draft).ToDictionary(indicator => indicator.Code);
        var answers = draft.Answers.Where(answer => !asked.ContainsKey(answer.Key)).ToDictionary();
        faults.AddRange(AnswerInput.Faults([.. given.Select(one => one is null ? null : new AnswerInput(one.Indicator, one.Points, one.Evidence))]));
        foreach (var (index, one) in given.Index())
        {
            if (one is null)
                continue;
            if (one.Indicator is null || !asked.TryGetValue(one.Indicator, out var indicator))
                faults.Add(Of(new Ground(GroundCodes.UnknownIndicator, GroundKind.Invalid, Short(one.Indicator)), index));
            else
                answers[indicator.Code] = Answer(one, indicator, index, repeated: answers.ContainsKey(indicator.Code), faults);
        }

        var seen = set.Criteria.Where(criterion => path.Asked(draft, criterion).All(indicator => answers.TryGetValue(indicator.Code, out var answer) && Scoring.Unusable(indicator, answer) is null))
            .Select(criterion => ApplyPath.Seen(set, criterion));
        var ofOthers = draft.CriteriaSeen.Except(set.Criteria.Select(criterion => ApplyPath.Seen(set, criterion)));
        return draft with { Answers = answers, CriteriaSeen = [.. ofOthers, .. seen] };
    }

    private static IndicatorAnswer Answer(DraftAnswer given, Indicator indicator, int index, bool repeated, List<Fault> faults)
    {
        var answer = new IndicatorAnswer(indicator.Code, given.Points, given.Met, given.Percent, FreeText.Of(given.Evidence));
        if (repeated)
            faults.Add(Of(new Ground(GroundCodes.RepeatedIndicator, GroundKind.Invalid, indicator.Code, 2, 1), index));
        // Words of evidence alone are an answer half written.
        if ((given.Points, given.Met, given.Percent) is not (null, null, null) && Scoring.Unusable(indicator, answer) is { } ground)
            faults.Add(Of(ground, index));
        return answer;
    }

    /// <summary>An answer to what is told and asked today; that what must be confirmed is not yet is no fault.</summary>
    private Draft Consenting(Draft draft, DraftContent given, List<Fault> faults)
    {
        if (given.Consents is not null)
            faults.AddRange(Domain.Privacy.Consenting.Faults(given.Consents, path.Today));
        if (given.ConsentedOn is { } day && draft.Officer is null)
            faults.Add(new("paper_consent_of_nobody", "/consentedOn", new("Chỉ hồ sơ do cán bộ nộp giúp mới có phiếu đồng ý trên giấy.", "Only a draft that an officer makes for somebody else has a consent on paper.")));
        else if (given.ConsentedOn > path.Today)
            faults.Add(InputFaults.PaperConsentInFuture("/consentedOn"));
        return draft with { Consents = given.Consents is null ? null : Consents.Ticked(given.Consents.OfType<ConsentInput>()), PaperOn = given.ConsentedOn };
    }

    private static Fault Of(Ground ground, int index) => new(ground.Code, $"/answers/{index}", ground.Sentence());

    private static string? Short(string? code) => code is { Length: > 40 } ? code[..40] : code;
}

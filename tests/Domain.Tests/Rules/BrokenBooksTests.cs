using System.Text.Json.Nodes;

namespace TitleCertification.Domain.Tests.Rules;

/// <summary>Every kind of broken rule book has a sentence of its own that names file, entry and reason; and none of them can be started with.</summary>
public class BrokenBooksTests
{
    private const string Default = "routes/district-then-province.json";
    private const string Successor = "routes/commune-then-province.json";
    private const string Alone = "routes/commune-alone.json";
    private const string Families = "wording/family.json";
    private const string Year = "calendar/2026.json";
    private const string Set = "criteria/dvht-tt22-2020.json";

    private static readonly Dictionary<string, (Action<ABook> Break, string Sentence)> Kinds = new()
    {
        ["no province"] = (b => b.Remove("province.json"), "province.json: the file is missing."),
        ["a file that is not JSON"] = (b => b.Put(Year, "{"), $"{Year}, line 1: not well-formed JSON"),
        ["a file that is no object"] = (b => b.Put(Year, "[]"), $"{Year}: the file must hold one JSON object."),
        ["a file in another encoding"] = (b => b.Put(Year, [0x7b, 0xff, 0x7d]), $"{Year}: the file is not UTF-8; save it in that encoding."),
        ["a property twice"] = (b => b.Replace(Year, "\"year\": 2026,", "\"year\": 2026, \"year\": 2026,"), $"{Year}: calendar: \"year\" is there twice."),
        ["half of a letter"] = (b => b.Put(Alone, """{"id":"\ud83d"}"""), $"{Alone}: a text holds half of a surrogate pair."),
        ["letters that are not composed"] = (b => b.Edit(Families, j => j["awards"] = "đạt danh hiê\u0323u"), $"{Families}: wording: \"awards\" holds control characters"),
        ["a file nobody reads"] = (b => b.Put("route/x.json", "{}"), "route/x.json: there is no place for this file in a rule book; it would not be read."),
        ["a misspelt field"] = (b => b.Edit(Default, j => j["validUntil"] = "2025-06-30"), $"{Default}: route: \"validUntil\" is not a field of this entry."),
        ["no certainty"] = (b => b.Edit(Default, j => j["stages"]![0]!.AsObject().Remove("certainty")), $"{Default}: route, stage district: \"certainty\" is missing."),
        ["an unknown certainty"] = (b => b.Edit(Default, j => j["basis"]!["certainty"] = "SURE"), $"{Default}: route, basis: \"certainty\" must be FOUND, INFERRED, RECALLED, NOT_FOUND or PROPOSAL."),
        ["one language only"] = (b => b.Edit(Default, j => j["name"]!.AsObject().Remove("en")), $"{Default}: route, name: \"en\" is missing."),
        ["a number out of range"] = (b => b.Edit(Default, j => j["stages"]![0]!["workingDays"] = -1), $"{Default}: route, stage district: \"workingDays\" is -1; it must be a whole number from 0 to 100000."),
        ["a day that does not exist"] = (b => b.Edit(Default, j => j["validTo"] = "2025-06-31"), $"{Default}: route: \"validTo\" is \"2025-06-31\"; it must be a date like 2020-09-21."),
        ["an end before the beginning"] = (b => b.Edit(Alone, j => j["validTo"] = "2015-12-31"), $"{Alone}: route: it ends on 2015-12-31, before it begins on 2016-01-01."),

        ["a route without a stage"] = (b => b.Edit(Default, j => j["stages"] = new JsonArray()), $"{Default}: route: it has no stage."),
        ["two stages of one code"] = (b => b.Edit(Default, j => j["stages"]![1]!["code"] = "district"), $"{Default}: route: the code of stage \"district\" is used more than once."),
        ["a stage below the one before"] = (b => b.Edit(Successor, j => j["stages"] = new JsonArray(j["stages"]![1]!.DeepClone(), j["stages"]![0]!.DeepClone())), $"{Successor}: route commune-then-province, stage commune: it is decided by a body of level Commune, below that of the stage before, Province."),
        ["an id that is no name"] = (b => b.Edit(Alone, j => j["id"] = "../alone"), $"{Alone}: route: \"id\" is \"../alone\"; it may hold only letters without marks, digits and hyphens, up to 60 of them."),
        ["a stage of no name"] = (b => b.Edit(Default, j => j["stages"]![0]!["code"] = "bước 1"), $"{Default}: route, stage bước 1: \"code\" is \"bước 1\"; it may hold only"),
        ["a set of no name"] = (b => b.Edit(Set, j => j["id"] = "TT 22/2020"), $"{Set}: set: \"id\" is \"TT 22/2020\"; it may hold only"),
        ["a line nobody could read"] = (b => b.Edit(Families, j => j["heading"] = new string('A', 101)), $"{Families}: wording: \"heading\" has 101 characters; a line of a certificate has 100 or fewer."),
        ["an unknown role"] = (b => b.Edit(Default, j => j["stages"]![0]!["role"] = "Mayor"), $"{Default}: route, stage district: \"role\" is \"Mayor\"; it must be one of"),
        ["a role of another level"] = (b => b.Edit(Default, j => j["stages"]![0]!["role"] = "ProvincialApprover"), $"{Default}: route, stage district: ProvincialApprover is not a role that decides at the level District."),
        ["a role that decides nothing"] = (b => b.Edit(Default, j => j["stages"]![0]!["role"] = "Auditor"), $"{Default}: route, stage district: Auditor is not a role that decides at the level District."),
        ["an unknown level"] = (b => b.Edit(Default, j => j["stages"]![0]!["level"] = "County"), $"{Default}: route, stage district: \"level\" is \"County\"; it must be one of"),
        ["no time to decide"] = (b => b.Edit(Default, j => j["stages"]![0]!["workingDays"] = 0), $"{Default}: route, stage district: 0 days give nobody the time to act."),
        ["a reminder before the stage"] = (b => Days(b, 5, 5, 20, 5), $"{Default}: route, stage district: the reminder 5 working days before the end of 5 would come before the stage is opened."),
        ["a reminder before the correction"] = (b => Days(b, 10, 2, 5, 5), $"{Default}: route, stage district: the reminder 5 working days before the end of 5 would come before the correction is asked for."),
        ["a route for no title"] = (b => b.Edit(Alone, j => j["appliesTo"] = new JsonArray()), $"{Alone}: route: \"appliesTo\" names no title."),
        ["an unknown title"] = (b => b.Edit(Alone, j => j["appliesTo"]![0]!["title"] = "XXXX"), $"{Alone}: route, appliesTo no. 1: \"title\" is \"XXXX\"; the titles are GDHT, DHHT, CDHT, DVHT."),
        ["a level the title does not have"] = (b => b.Edit(Alone, j => j["appliesTo"]![0]!["levels"] = new JsonArray("Province")), $"{Alone}: route, appliesTo no. 1: GDHT is not given at the level \"Province\"; its levels are Household."),
        ["a title twice"] = (b => b.Edit(Alone, j => j["appliesTo"]!.AsArray().Add(j["appliesTo"]![0]!.DeepClone())), $"{Alone}: route: \"appliesTo\" names GDHT Household twice."),
        ["the same route twice"] = (b => b.Copy(Alone, "routes/again.json"), $"{Alone}: route commune-alone: the id is used by routes/again.json too."),
        ["two chosen routes at once"] = (b => Choose(b, "commune-alone"), $"{Default}: route district-then-province: for GDHT Household, DHHT Clan it holds on days on which commune-alone ({Alone}) holds too."),
        ["days without a route"] = (b => b.Edit(Successor, j => j["validFrom"] = "2025-07-03"), $"{Successor}: route commune-then-province: GDHT Household has no route from 2025-07-01 to 2025-07-02."),
        ["a route that outlives its bodies"] = (b => b.Edit(Default, j => j["validTo"] = null).Edit("province.json", j => j["routes"] = new JsonArray("district-then-province")), $"{Default}: route district-then-province, stage district: the route has no end, but the units of level District have."),
        ["a route before its bodies"] = (b => b.Edit(Successor, j => j["stages"]![0]!["level"] = "District").Edit(Successor, j => j["stages"]![0]!["role"] = "DistrictReviewer"), $"{Successor}: route commune-then-province, stage commune: there is no unit of level District on 2025-07-01."),
        ["a body below the community"] = (b => b.Edit(Default, j => j["appliesTo"]![2]!["levels"]!.AsArray().Add("Province")), $"{Default}: route district-then-province, stage district: a body of level District stands below a community of level Province and cannot decide about it."),
        ["another province's rule"] = (b => b.Edit(Alone, j => j["jurisdiction"] = "36"), $"{Alone}: route commune-alone: the jurisdiction \"36\" is not that of this rule book, \"37\"."),
        ["nobody's rule"] = (b => b.Edit(Alone, j => j["jurisdiction"] = "ZZ"), $"{Alone}: route commune-alone: there is no jurisdiction \"ZZ\"; it is \"VN\" or the code of the province, \"37\"."),

        ["an unknown route"] = (b => Choose(b, "by-lot"), "province.json: province: there is no route \"by-lot\" in routes/."),
        ["a route chosen twice"] = (b => Choose(b, "commune-then-province"), "province.json: province: \"routes\" names commune-then-province twice."),
        ["no route chosen"] = (b => b.Edit("province.json", j => j["routes"] = new JsonArray()), "province.json: province: \"routes\" chooses no route."),
        ["an unknown province"] = (b => b.Edit("province.json", j => j["unit"] = "99"), "province.json: province: there is no unit \"99\"."),
        ["a commune as province"] = (b => b.Edit("province.json", j => j["unit"] = "13891"), "province.json: province: Xã Nghĩa Hưng (13891) is not a province."),
        ["a province that ended"] = (b => b.Edit("province.json", j => j["unit"] = "36"), "province.json: province: Tỉnh Nam Định (36) ended on 2025-06-30."),
        ["a national code of another form"] = (b => b.Edit("province.json", j => j["nationalCode"] = "42"), "province.json: province: \"nationalCode\" is \"42\"; it must be like H42."),
        ["an agency of another form"] = (b => Agencies(b, ("13891", "H42.13891")), "province.json: province, agency H42.13891: that is not the code of an agency in the national form; one looks like H42.12."),
        ["two agencies of one code"] = (b => Agencies(b, ("13891", "H42.12"), ("14215", "H42.12")), "province.json: province: the code \"H42.12\" is that of two agencies; two bodies cannot give the same numbers."),
        ["an agency of nobody"] = (b => Agencies(b, ("99999", "H42.12")), "province.json: province, agency H42.12: there is no unit \"99999\"."),
        ["an unknown book below"] = (b => b.Edit("province.json", j => j["extends"] = "other"), "province.json: province: \"extends\" is \"other\"; only \"shipped\" can be extended."),
        ["standing still in earnest"] = (b => b.Edit("province.json", j => j["asOf"] = "2025-06-30"), "province.json: province: \"asOf\" is for demonstrations only"),
        ["a claim that is not true: days"] = (b => b.Edit("province.json", j => j["complete"] = true), $"{Default}: route district-then-province, stage district: days are missing, but province.json says that the rule book is complete."),
        ["a claim that is not true: criteria"] = (b => b.Edit("province.json", j => j["complete"] = true), $"{Default}: route district-then-province: no complete criteria set of GDHT Household holds until the last day of the route, but province.json says that the rule book is complete."),
        ["a claim that is not true: criteria that end"] = (b => b.Edit("province.json", j => j["complete"] = true).Edit(Set, j => j["validTo"] = "2025-12-31"), $"{Successor}: route commune-then-province: no complete criteria set of DVHT Province holds until the last day of the route, but province.json says that the rule book is complete."),

        ["no words for a certificate"] = (b => b.Remove(Families), $"{Default}: route district-then-province: no wording holds for a certificate of GDHT Household from the first to the last day of the route."),
        ["words that end too early"] = (b => b.Edit(Families, j => j["validTo"] = "2026-12-31"), $"{Successor}: route commune-then-province: no wording holds for a certificate of GDHT Household from the first to the last day of the route."),
        ["words twice"] = (b => b.Copy(Families, "wording/two.json").Edit("wording/two.json", j => j["id"] = "two"), $"wording/two.json: wording two: for GDHT Household it holds on days on which certificate-family ({Families}) holds too."),
        ["a blank that nothing goes into"] = (b => b.Edit(Families, j => j["issuingBody"] = "UBND {unit} {name}"), $"{Families}: wording: \"issuingBody\" holds {{name}}, which nothing is put in for."),
        ["no place for the grade"] = (b => b.Edit(Families, j => j["graded"] = "Năm {year}"), $"{Families}: wording: \"graded\" does not say where {{grade}} goes."),

        ["a holiday of another year"] = (b => b.Edit(Year, j => j["days"]![0]!["from"] = "2025-01-01"), $"{Year}: calendar, days no. 1: 2025-01-01 is not a day of 2026."),
        ["a holiday twice"] = (b => b.Edit(Year, j => j["days"]!.AsArray().Add(j["days"]![0]!.DeepClone())), $"{Year}: calendar, days no. 12: 2026-01-01 is there already."),
        ["a holiday that goes backwards"] = (b => b.Edit(Year, j => j["days"]![0]!["to"] = "2025-12-31"), $"{Year}: calendar, days no. 1: it goes from 2026-01-01 to 2025-12-31; that must be 1 to 31 days."),
        ["an unknown kind of day"] = (b => b.Edit(Year, j => j["days"]![0]!["kind"] = "Birthday"), $"{Year}: calendar, days no. 1: \"kind\" is \"Birthday\"; it must be one of"),
        ["a swap without its Saturday"] = (b => b.Edit(Year, j => j["days"]!.AsArray().RemoveAt(2)), $"{Year}: calendar: 2 day(s) are swapped and 1 worked in exchange; for each there must be the other."),
        ["a weekday worked in exchange"] = (b => b.Edit(Year, j => j["days"]![2]!["from"] = "2026-01-09"), $"{Year}: calendar, days no. 3: 2026-01-09 is a Friday, which is worked anyway."),
        ["a Sunday given in substitution"] = (b => b.Edit(Year, j => j["days"]![5]!["from"] = "2026-05-03"), $"{Year}: calendar, days no. 6: 2026-05-03 is a Sunday, which is off anyway."),
        ["a year under another name"] = (b => b.Copy(Year, "calendar/next.json").Remove(Year), "calendar/next.json: calendar: it holds the year 2026; the file must be called 2026.json."),
        ["a year twice"] = (b => b.Copy(Year, "calendar/again.json"), $"calendar/again.json: calendar: 2026 is in {Year} already."),
        ["a year between two missing"] = (b => b.Remove("calendar/2025.json"), "calendar/: 2025 is missing between 2024 and 2026."),
        ["no calendar at all"] = (b => b.Remove("calendar/2024.json", "calendar/2025.json", "calendar/2026.json", "calendar/2027.json"), "calendar/: there is no year"),
        ["a deadline on 29 February"] = (b => b.Edit("deadlines.json", j => { j["deadlines"]![2]!["month"] = 2; j["deadlines"]![2]!["day"] = 29; }), "deadlines.json: deadlines, deadline commune-submits: 29/2 is not a day of every year."),
        ["a deadline of an unknown set"] = (b => b.Edit("deadlines.json", j => j["deadlines"]![0]!["criteriaSets"] = new JsonArray("DVHT-TT99")), "deadlines.json: deadline unit-submits: there is no criteria set \"DVHT-TT99\"."),
        ["a deadline twice"] = (b => b.Edit("deadlines.json", j => j["deadlines"]!.AsArray().Add(j["deadlines"]![1]!.DeepClone())), "deadlines.json: deadline unit-recognised: for DVHT District it holds on days on which unit-recognised (deadlines.json) holds too."),
        ["a takeover by two bodies"] = (b => b.Edit("takeovers.json", j => j["takeovers"]!.AsArray().Add(j["takeovers"]![0]!.DeepClone())), "takeovers.json: takeovers: DistrictReviewer at the level District is taken over twice; one body goes on with a case."),
        ["a takeover by the body that ended"] = (b => b.Edit("takeovers.json", j => { j["takeovers"]![0]!["toLevel"] = "District"; j["takeovers"]![0]!["toRole"] = "DistrictReviewer"; }), "takeovers.json: takeovers, takeover no. 1: the level District takes over from itself."),
        ["a takeover by an auditor"] = (b => b.Edit("takeovers.json", j => j["takeovers"]![0]!["toRole"] = "Auditor"), "takeovers.json: takeovers, takeover no. 1: Auditor is not a role that decides at the level Commune."),

        ["criteria that do not add up"] = (b => b.Edit(Set, j => j["criteria"]![0]!["max"] = 31), $"{Set}: criterion 1: its indicators add up to 30, its maximum is 31."),
        ["the same criteria twice"] = (b => b.Copy(Set, "criteria/again.json"), $"{Set}: set DVHT-TT22-2020: the id is used by criteria/again.json too."),
        ["two complete sets at once"] = (b => b.Copy(Set, "criteria/two.json").Edit("criteria/two.json", j => j["id"] = "TWO"), $"criteria/two.json: set TWO: for DVHT District, DVHT Province it holds on days on which DVHT-TT22-2020 ({Set}) holds too."),
        ["units in another encoding"] = (b => b.Put("units/units.csv", [0xff, 0xfe, 0x41]), "units/units.csv: the file is not UTF-8; save it in that encoding."),
        ["units of no known kind"] = (b => b.Put("units/other.csv", "rubbish"), "units/other.csv, line 1: "),
        ["no units"] = (b => b.Remove("units/units.csv"), "units/"),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Fact]
    public void Shipped_AndDemonstration_AreGood()
    {
        Assert.Empty(ABook.Shipped().Read().Errors);
        Assert.Empty(ABook.Sample().Read().Errors);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Broken_EachKind_SaysFileEntryAndReason(string name)
    {
        var (spoil, sentence) = Kinds[name];
        var book = ABook.Shipped();
        spoil(book);

        var reading = book.Read();

        Assert.Contains(reading.Errors.English(), error => error.StartsWith(sentence, StringComparison.Ordinal));
        Assert.Throws<Domain.RuleBook.RuleBookException>(reading.BookOrThrow);
    }

    [Fact]
    public void Kinds_EachHasASentenceOfItsOwn() => Assert.Equal(Kinds.Count, Kinds.Values.Select(kind => kind.Sentence).Distinct().Count());

    [Fact]
    public void Broken_InSeveralFiles_NamesAllAtOnce()
    {
        var errors = ABook.Shipped().Put(Year, "[]").Edit(Default, j => j["stages"] = new JsonArray()).Edit("province.json", j => j["routes"] = new JsonArray()).Read().Errors;

        Assert.Equal([$"{Year}: the file must hold one JSON object.", "province.json: province: \"routes\" chooses no route.", $"{Default}: route: it has no stage."], errors.English().Order());
    }

    [Fact]
    public void Broken_Cause_IsSaidWithoutWhatFollowsFromIt()
    {
        Assert.Equal(
            ["province.json: province: \"extends\" is \"other\"; only \"shipped\" can be extended."],
            ABook.Shipped().Edit("province.json", j => j["extends"] = "other").Put("units/x.csv", "rubbish").Read().Errors.English());
        Assert.Single(ABook.Shipped().Replace("units/units.csv", "code,type", "code;type").Read().Errors);
    }

    [Fact]
    public void Broken_Json_NamesTheLineAsEditorsCount() =>
        Assert.StartsWith($"{Set}, line 4: not well-formed JSON", ABook.Shipped().Replace(Set, "\"title\": \"DVHT\",", "\"title\": \"DVHT\" ;").Read().Errors.English().Single(), StringComparison.Ordinal);

    private static ABook Days(ABook book, int days, int reminder, int answer, int answerReminder) => book.Edit(Default, j =>
    {
        var stage = j["stages"]![0]!;
        (stage["workingDays"], stage["reminderDays"], stage["answerDays"], stage["answerReminderDays"]) = (days, reminder, answer, answerReminder);
    });

    private static ABook Agencies(ABook book, params (string Unit, string Code)[] agencies) => book.Edit(
        "province.json", j => j["agencies"] = new JsonArray([.. agencies.Select(agency => new JsonObject { ["unit"] = agency.Unit, ["code"] = agency.Code })]));

    private static ABook Choose(ABook book, string route) => book.Edit("province.json", j => j["routes"]!.AsArray().Add(route));
}

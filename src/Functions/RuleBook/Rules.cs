using Microsoft.Extensions.Configuration;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;

namespace TitleCertification.Functions.RuleBook;

/// <summary>The rules this service works under, loaded once at start.</summary>
/// <param name="ProvinceUnit">The province this rule book is for.</param>
/// <param name="Agencies">Codes of every body that gives dossier numbers.</param>
/// <param name="Holidays">Empty until the calendar comes as data: then only weekends are no working days.</param>
/// <param name="AsOf">The one day whose map a demonstration shows; null where the map is that of each day.</param>
/// <param name="IsSample">A demonstration: its certificates say that they have no legal value.</param>
public sealed record Rules(
    IReadOnlyDictionary<string, CriteriaSet> CriteriaSets, ReviewRoute Route, UnitDirectory Units, AdministrativeUnit ProvinceUnit, Holidays Holidays,
    IReadOnlyList<string> Agencies, DateOnly? AsOf, bool IsSample, Uri PublicBaseUrl, string NationalCode)
{
    /// <summary>The body that receives, and so numbers, the dossier: the one of the first stage.</summary>
    /// <remarks>The agency codes now in force are not known (law-and-practice 6.2): ours join the province's national code and the unit's code.</remarks>
    public string AgencyOf(IReadOnlyList<StageRule> route) => AgencyOf(NationalCode, route[0].Unit);

    /// <summary>The day whose map of units holds for what happened on this day.</summary>
    public DateOnly MapDay(DateOnly day) => AsOf ?? day;

    public DateOnly MapDay(DateTimeOffset instant) => MapDay(VietnamTime.DayOf(instant));

    /// <summary>The unit of the holder as it was when the application was submitted.</summary>
    public AdministrativeUnit UnitOf(Application state) => Units.Nearest(state.Submission.Unit, MapDay(state.SubmittedAt))!;

    public Uri VerificationAddress(RegisterNumber number) => new(PublicBaseUrl, $"/v/{number}");

    /// <exception cref="RuleBookException">The rule book is not what it should be; each sentence names file and reason.</exception>
    /// <exception cref="SettingException">A setting is not what it should be.</exception>
    public static Rules Load(IConfiguration configuration)
    {
        try
        {
            return Read(configuration);
        }
        catch (IOException e)
        {
            throw new RuleBookException([e.Message]);
        }
    }

    private static Rules Read(IConfiguration configuration)
    {
        var directory = configuration["RuleBookDirectory"] is { Length: > 0 } given ? given : Path.Combine(AppContext.BaseDirectory, "rulebook");
        var province = Province.Load(Path.Combine(directory, "province.json"));
        var errors = new List<string>();
        var units = UnitFiles.Parse(
            Directory.GetFiles(Path.Combine(directory, "units"), "*.csv").ToDictionary(file => $"units/{Path.GetFileName(file)}", File.ReadAllText), errors)
            ?? throw new RuleBookException(errors);
        var route = ReviewRoute.Parse(File.ReadAllBytes(Path.Combine(directory, province.Route)), province.Route);
        var sets = Directory.GetFiles(Path.Combine(directory, "criteria"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => CriteriaSetFile.Parse(File.ReadAllBytes(file), Path.GetFileName(file)).SetOrThrow()).ToDictionary(set => set.Id);
        var own = units.Ever(province.Unit) is [.., { Kind: UnitKind.Province } last] ? last : throw new RuleBookException([$"province.json: \"{province.Unit}\" is no province."]);
        var bodies = units.All.Where(unit => unit.Kind == route.Stages[0].Level).Select(unit => unit.Code).Distinct();
        return new(
            sets, route, units, own, Holidays.None, [.. bodies.Select(body => AgencyOf(province.NationalCode, body))],
            province.Sample ? new DateOnly(2025, 6, 30) : null, province.Sample,
            BaseUrl(configuration), province.NationalCode);
    }

    private static string AgencyOf(string nationalCode, string unit) => $"{nationalCode}.{unit}";

    private static Uri BaseUrl(IConfiguration configuration)
    {
        var given = configuration["PublicBaseUrl"] ?? "https://title-certification.example";
        return Uri.TryCreate(given, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
            ? url
            : throw new SettingException($"PublicBaseUrl is '{given}'; it must be the https address that certificates are verified at.");
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;
using TitleCertification.Functions.Certificates;
using TitleCertification.Storage;

namespace TitleCertification.Functions.RuleBook;

/// <summary>
/// The rule books of this service: the one it started with, under which applications are taken, and those that cases in flight were submitted under. A case is
/// decided by its own; only the administrative units are always those of today, because bodies end for all cases alike.
/// </summary>
public sealed class Rules
{
    private readonly ConcurrentDictionary<string, Domain.RuleBook.RuleBook> pinned = new();
    private readonly RuleBookArchive archive;
    private volatile bool kept;

    public Rules(Domain.RuleBook.RuleBook current, Uri publicBaseUrl, IBlobs blobs)
    {
        (Current, PublicBaseUrl, archive) = (current, publicBaseUrl, new(blobs));
        pinned[current.Version] = current;
    }

    /// <summary>What applications are taken under.</summary>
    public Domain.RuleBook.RuleBook Current { get; }

    public Uri PublicBaseUrl { get; }

    public IReadOnlyDictionary<string, CriteriaSet> CriteriaSets => Current.CriteriaSets;

    public UnitDirectory Units => Current.Units;

    /// <summary>The province this rule book is for.</summary>
    public AdministrativeUnit ProvinceUnit => Units.Ever(Current.Province.Unit)[^1];

    /// <summary>A demonstration: whatever shows or prints something says so.</summary>
    public bool IsSample => Current.IsSample;

    public Takeovers Takeovers => Current.TakeoversOfBodies;

    /// <summary>The day whose map of units and whose routes hold for what happened on this day.</summary>
    public DateOnly MapDay(DateOnly day) => Current.DayFor(day);

    public DateOnly MapDay(DateTimeOffset instant) => MapDay(VietnamTime.DayOf(instant));

    /// <summary>The unit of the holder as it was when the application was submitted.</summary>
    public AdministrativeUnit UnitOf(Application state) => Units.Nearest(state.Submission.Unit, MapDay(state.SubmittedAt))!;

    /// <summary>The edition that a case was submitted under.</summary>
    /// <exception cref="InvalidOperationException">It was not loaded: whoever reads a case from storage loads its rules with it.</exception>
    public Domain.RuleBook.RuleBook Of(Application state) => state.RuleBookVersion is not { } version
        ? Current
        : pinned.GetValueOrDefault(version) ?? throw new InvalidOperationException($"{state.Dossier}: the rule book {version} was not loaded.");

    public CriteriaSet CriteriaOf(Application state) => Of(state).CriteriaSets[state.Submission.CriteriaSet];

    /// <summary>Today's, where no case is asked about.</summary>
    public Holidays Holidays => Current.Calendar.Holidays;

    /// <summary>The holidays that a case counts with: its own where its rule book has the year, today's beyond.</summary>
    public Holidays HolidaysOf(Application state) => Of(state).Calendar.ContinuedBy(Current.Calendar);

    /// <summary>The words of its certificate: its own; where those have ended meanwhile, today's.</summary>
    public CertificateWording WordingOf(Application state, DateOnly issuedOn)
    {
        var (title, level, day) = (state.Submission.Title, state.Submission.AssessedUnder(CriteriaOf(state)).Level, MapDay(issuedOn));
        return Of(state).WordingFor(title, level, day) ?? Current.WordingFor(title, level, day)
            ?? throw new InvalidOperationException($"{state.Dossier}: no wording holds for a certificate of {title} {level} on {day:yyyy-MM-dd}.");
    }

    /// <summary>Makes sure that <see cref="Of"/> knows the edition. Asks storage once for each that is not at hand.</summary>
    public async ValueTask LoadAsync(Application state, CancellationToken cancellationToken)
    {
        if (state.RuleBookVersion is not { } version || pinned.ContainsKey(version))
            return;
        var files = await archive.FindAsync(version, cancellationToken)
            ?? throw new InvalidOperationException($"{state.Dossier} was submitted under the rule book {version}, which is not in storage.");
        var reading = RuleBookFiles.Read(files);
        pinned[version] = reading.Book ?? throw new RuleBookException(reading.Errors);
    }

    /// <summary>Makes sure that the current edition is in storage, before the first application is taken under it.</summary>
    /// <exception cref="StorageUnavailableException">Storage does not answer: nothing may be taken yet.</exception>
    public async ValueTask KeepAsync(CancellationToken cancellationToken)
    {
        if (kept)
            return;
        await archive.KeepAsync(Current, cancellationToken);
        kept = true;
    }

    /// <summary>The body that receives, and so numbers, the dossier: the one of the first stage.</summary>
    public string AgencyOf(IReadOnlyList<StageRule> route, DateTimeOffset now) => Current.AgencyOf(route[0].Unit, MapDay(now));

    public Uri VerificationAddress(RegisterNumber number) => new(PublicBaseUrl, $"/v/{number}");

    /// <exception cref="RuleBookException">The rule book is not what it should be; each sentence names file, entry and reason.</exception>
    /// <exception cref="SettingException">A setting is not what it should be.</exception>
    public static Rules Load(IConfiguration configuration, IBlobs blobs) =>
        new(Read(configuration["RuleBookDirectory"] is { Length: > 0 } given ? given : RuleBookDirectory.Shipped), BaseUrl(configuration), blobs);

    /// <exception cref="RuleBookException">As for <see cref="Load"/>.</exception>
    public static Domain.RuleBook.RuleBook Read(string directory)
    {
        // Only here is known what the typeface of certificates can print. It is opened beside the reading.
        var typeface = Task.Run(() => CertificateText.Unprintable(""));
        var reading = RuleBookFiles.Read(RuleBookDirectory.Read(directory));
        typeface.GetAwaiter().GetResult();
        LocalText[] errors = [.. reading.Errors, .. reading.Book is { } book ? PrintableRules.Errors(book) : []];
        return errors.Length == 0 ? reading.Book! : throw new RuleBookException(errors);
    }

    private static Uri BaseUrl(IConfiguration configuration)
    {
        var given = configuration["PublicBaseUrl"] ?? "https://title-certification.example";
        return Uri.TryCreate(given, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
            ? url
            : throw new SettingException($"PublicBaseUrl is '{given}'; it must be the https address that certificates are verified at.");
    }
}

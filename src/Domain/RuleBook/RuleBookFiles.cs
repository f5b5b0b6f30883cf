using System.Security.Cryptography;
using System.Text;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.RuleBook;

/// <summary>
/// Makes a rule book of the files of a directory, given by path with '/' between folders. Reads every file before it checks the whole, so that all errors come
/// at once; each is a sentence that names file, entry and reason.
/// </summary>
public static class RuleBookFiles
{
    public const string Deadlines = "deadlines.json";
    public const string Takeovers = "takeovers.json";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Never throws for what the files hold.</summary>
    public static RuleBookReading Read(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        var errors = new List<LocalText>();
        var rules = files.Where(file => !IsBesides(file.Key)).OrderBy(file => file.Key, StringComparer.Ordinal).ToDictionary();
        // First, and alone where it is to be laid over a book that there is not: everything would seem to be missing.
        var province = rules.TryGetValue(Province.FileName, out var chosen) ? Province.Parse(chosen, errors) : null;
        if (!chosen.IsEmpty && Province.ExtendsNothing(chosen))
            return new(null, errors);
        if (chosen.IsEmpty)
            errors.Add(Place.Of(Province.FileName).Error("thiếu tệp này.", "the file is missing."));
        foreach (var unknown in rules.Keys.Where(path => !IsKnown(path)))
            errors.Add(Place.Of(unknown).Error("bộ quy tắc không có chỗ cho tệp này; nó sẽ không được đọc.", "there is no place for this file in a rule book; it would not be read."));

        // A first load compiles what it runs: the criteria, which are half of the work, beside all else.
        var setErrors = new List<LocalText>();
        var sets = Task.Run(() => Of(rules, "criteria/", (json, path) => Set(json, path, setErrors)));
        var units = Units(rules, errors);
        var (routes, years, wordings) = (
            Of(rules, "routes/", (json, path) => ReviewRouteFile.Parse(json, path, errors)),
            Of(rules, "calendar/", (json, path) => CalendarYearFile.Parse(json, path, errors)),
            Of(rules, "wording/", (json, path) => CertificateWording.Parse(json, path, errors)));
        var parts = new RuleBookParts(
            sets.GetAwaiter().GetResult(), routes, years, wordings,
            rules.TryGetValue(Deadlines, out var deadlines) ? DeadlineRule.Parse(deadlines, Deadlines, errors) : [],
            rules.TryGetValue(Takeovers, out var takeovers) ? TakeoverRule.Parse(takeovers, Takeovers, errors) : []);
        errors.AddRange(setErrors);
        if (province is null || units is null || errors.Count > 0)
            return new(null, errors);

        errors.AddRange(RuleBookChecks.Of(province, units, parts));
        return new(Make(province, units, parts, rules), errors);
    }

    private static RuleBook Make(Province province, UnitDirectory units, RuleBookParts parts, Dictionary<string, ReadOnlyMemory<byte>> files) => new(
        Version(files), province, parts.Sets.DistinctBy(set => set.Entry.Id).ToDictionary(set => set.Entry.Id, set => set.Entry), [.. parts.Routes.Select(route => route.Entry)],
        units, new HolidayCalendar(parts.Years.Select(year => year.Entry).DistinctBy(year => year.Year)), parts.Deadlines, [.. parts.Wordings.Select(wording => wording.Entry)],
        parts.Takeovers, files);

    /// <summary>Notes for people and schemas for editors are no rules: they may change without making another edition.</summary>
    private static bool IsBesides(string path) =>
        path.EndsWith(".md", StringComparison.Ordinal) || path.StartsWith("schema/", StringComparison.Ordinal) || path.Split('/').Any(part => part.StartsWith('.'));

    private static bool IsKnown(string path) => path is Province.FileName or Deadlines or Takeovers
        || (path.Split('/') is [var folder, var name] && (folder, Path.GetExtension(name)) is ("criteria" or "routes" or "calendar" or "wording", ".json") or ("units", ".csv"));

    private static List<Located<T>> Of<T>(Dictionary<string, ReadOnlyMemory<byte>> files, string folder, Func<ReadOnlyMemory<byte>, string, T?> parse)
        where T : class =>
        [
            .. files.Where(file => file.Key.StartsWith(folder, StringComparison.Ordinal) && IsKnown(file.Key))
                .Select(file => (file.Key, Entry: parse(file.Value, file.Key)))
                .Where(file => file.Entry is not null).Select(file => new Located<T>(file.Key, file.Entry!)),
        ];

    private static CriteriaSet? Set(ReadOnlyMemory<byte> json, string path, List<LocalText> errors)
    {
        var file = CriteriaSetFile.Parse(json, path);
        errors.AddRange(file.Errors);
        return file.Set;
    }

    private static UnitDirectory? Units(Dictionary<string, ReadOnlyMemory<byte>> files, List<LocalText> errors)
    {
        var (texts, before) = (new Dictionary<string, string>(), errors.Count);
        foreach (var (path, bytes) in files.Where(file => file.Key.StartsWith("units/", StringComparison.Ordinal) && IsKnown(file.Key)))
        {
            try
            {
                texts[path] = Utf8.GetString(bytes.Span);
            }
            catch (DecoderFallbackException)
            {
                errors.Add(EntryFile.NotUtf8(path));
            }
        }

        return errors.Count > before ? null : UnitFiles.Parse(texts, errors);
    }

    private static string Version(Dictionary<string, ReadOnlyMemory<byte>> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in files)
        {
            hash.AppendData(Utf8.GetBytes($"{path}\n{bytes.Length}\n"));
            hash.AppendData(bytes.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <param name="Book">Null when a file could not be read. There may be errors beside it: then it must not be used to start, but a case that was submitted under it is still decided by it.</param>
/// <param name="Errors">Empty when the book is good.</param>
public sealed record RuleBookReading(RuleBook? Book, IReadOnlyList<LocalText> Errors)
{
    /// <exception cref="RuleBookException">There are errors; the exception holds them all.</exception>
    public RuleBook BookOrThrow() => Errors.Count == 0 ? Book! : throw new RuleBookException(Errors);
}

/// <summary>An entry and the file that it is read from.</summary>
internal sealed record Located<T>(string File, T Entry);

internal static class LocatedRoute
{
    internal static Place Where(this Located<ReviewRoute> route) => Place.Route.Named(route.Entry.Id).In(route.File);

    internal static Place Where(this Located<ReviewRoute> route, RouteStage stage) => route.Where().With(Place.Stage.Named(stage.Code));
}

/// <summary>What the files hold, each read by itself and not yet held against the others.</summary>
internal sealed record RuleBookParts(
    IReadOnlyList<Located<CriteriaSet>> Sets, IReadOnlyList<Located<ReviewRoute>> Routes, IReadOnlyList<Located<CalendarYear>> Years,
    IReadOnlyList<Located<CertificateWording>> Wordings, IReadOnlyList<DeadlineRule> Deadlines, IReadOnlyList<TakeoverRule> Takeovers);

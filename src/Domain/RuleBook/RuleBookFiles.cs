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
        var rules = files.Keys.Where(path => !IsBesides(path)).Order(StringComparer.Ordinal).ToDictionary(path => path, path => files[path]);
        // First, and alone where it is to be laid over a book that there is not: everything would seem to be missing.
        var province = rules.TryGetValue(Province.FileName, out var chosen) ? Province.Parse(chosen, errors) : null;
        if (!chosen.IsEmpty && Province.ExtendsNothing(chosen))
            return new(null, errors);
        if (chosen.IsEmpty)
            errors.Add(Place.Of(Province.FileName).Error("thiếu tệp này.", "the file is missing."));
        foreach (var unknown in rules.Keys.Where(path => !IsKnown(path)))
            errors.Add(Place.Of(unknown).Error("bộ quy tắc không có chỗ cho tệp này; nó sẽ không được đọc.", "there is no place for this file in a rule book; it would not be read."));

        // A first load compiles what it runs, which takes many times as long as the reading: so the parts are read beside each other.
        var (version, units, sets) = (Task.Run(() => Version(rules)), Beside(found => Units(rules, found)), Beside(found => Of(rules, "criteria/", (json, path) => Set(json, path, found))));
        var (routes, years, wordings) = (
            Of(rules, "routes/", (json, path) => ReviewRouteFile.Parse(json, path, errors)),
            Of(rules, "calendar/", (json, path) => CalendarYearFile.Parse(json, path, errors)),
            Of(rules, "wording/", (json, path) => CertificateWording.Parse(json, path, errors)));
        var parts = new RuleBookParts(
            sets(errors), routes, years, wordings,
            rules.TryGetValue(Deadlines, out var deadlines) ? DeadlineRule.Parse(deadlines, Deadlines, errors) : [],
            rules.TryGetValue(Takeovers, out var takeovers) ? TakeoverRule.Parse(takeovers, Takeovers, errors) : []);
        var map = units(errors);
        if (province is null || map is null || errors.Count > 0)
            return new(null, errors);

        var checks = Task.Run(() => RuleBookChecks.Of(province, map, parts));
        var book = Make(version.GetAwaiter().GetResult(), province, map, parts, rules);
        return new(book, [.. checks.GetAwaiter().GetResult()]);
    }

    /// <summary>Begins a part of the work on another thread; its errors come where its result is asked for, so that their order is always the same.</summary>
    private static Func<List<LocalText>, T> Beside<T>(Func<List<LocalText>, T> read)
    {
        var found = new List<LocalText>();
        var task = Task.Run(() => read(found));
        return errors =>
        {
            var result = task.GetAwaiter().GetResult();
            errors.AddRange(found);
            return result;
        };
    }

    private static RuleBook Make(string version, Province province, UnitDirectory units, RuleBookParts parts, Dictionary<string, ReadOnlyMemory<byte>> files) => new(
        version, province, parts.Sets.DistinctBy(set => set.Entry.Id).ToDictionary(set => set.Entry.Id, set => set.Entry), [.. parts.Routes.Select(route => route.Entry)],
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
            .. files.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal) && IsKnown(path))
                .Select(path => parse(files[path], path) is { } entry ? new Located<T>(path, entry) : null).OfType<Located<T>>(),
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
        foreach (var path in files.Keys.Where(path => path.StartsWith("units/", StringComparison.Ordinal) && IsKnown(path)))
        {
            try
            {
                texts[path] = Utf8.GetString(files[path].Span);
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

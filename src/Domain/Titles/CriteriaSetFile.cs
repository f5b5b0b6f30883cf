using System.Text.Json;
using System.Text.Unicode;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>A file of <c>rulebook/criteria</c>: either a set that keeps every promise of <see cref="CriteriaSet"/>, or all that is wrong with it.</summary>
/// <param name="Set">Null when there is any error.</param>
/// <param name="Errors">Sentences that name file, entry and reason; empty when the set is good.</param>
public sealed record CriteriaSetFile(string FileName, CriteriaSet? Set, IReadOnlyList<string> Errors)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="RuleBookException">The file has errors; the exception holds them all.</exception>
    public CriteriaSet SetOrThrow() => Set ?? throw new RuleBookException(Errors);

    /// <summary>Reads UTF-8 JSON, with or without byte order mark. Never throws for what the file holds.</summary>
    public static CriteriaSetFile Parse(ReadOnlyMemory<byte> json, string fileName)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
            json = json[3..];
        if (!Utf8.IsValid(json.Span))
            return new(fileName, null, [$"{fileName}: the file is not UTF-8; save it in that encoding."]);
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return new(fileName, null, [$"{fileName}: the file must hold one JSON object."]);
            var errors = new List<string>();
            var set = Read(new EntryReader(document.RootElement, fileName, "set", errors));
            if (set is not null)
                errors.AddRange(CriteriaSetChecks.Of(set).Select(problem => $"{fileName}: {problem}"));
            return new(fileName, errors.Count == 0 ? set : null, errors);
        }
        catch (JsonException malformed)
        {
            return new(fileName, null, [$"{fileName}: not well-formed JSON: {malformed.Message}"]);
        }
        catch (InvalidOperationException)
        {
            // What JsonElement.GetString throws for an escaped half of a surrogate pair, the one text that is well-formed JSON and no Unicode.
            return new(fileName, null, [$"{fileName}: a text holds half of a surrogate pair."]);
        }
    }

    private static CriteriaSet? Read(EntryReader file)
    {
        var mode = file.Text("mode");
        if (mode is not (null or "points"))
            file.Error($"\"mode\" is \"{mode}\"; only \"points\" is supported.");
        var (id, name, basis) = (file.Text("id"), file.Local("name"), file.Basis("basis"));
        var title = ReadTitle(file);
        var (from, to) = (file.Date("validFrom"), file.Date("validTo", optional: true));
        var (maxTotal, complete, jurisdiction) = (file.Number("maxTotal"), file.Flag("complete"), file.Text("jurisdiction"));
        var levels = file.Texts("levels");
        var bands = file.List("bands", "band").Select(ReadBand).ToList();
        var criteria = file.List("criteria", "criterion").Select(ReadCriterion).ToList();
        var notes = file.List("notes", "note", optional: true).Select(ReadNote).ToList();
        file.RefuseUnknown();
        if (id is null || title is null || name is null || basis is null || from is null || maxTotal is null || complete is null || jurisdiction is null
            || bands.Contains(null) || criteria.Contains(null) || notes.Contains(null))
            return null;
        return new(id, title.Value, name, basis, from.Value, to, maxTotal.Value, bands!, criteria!, complete.Value)
        {
            Jurisdiction = jurisdiction,
            Levels = levels,
            Notes = notes!,
        };
    }

    private static TitleKind? ReadTitle(EntryReader file)
    {
        if (file.Text("title") is not { } code)
            return null;
        if (TitleInfo.TryFromCode(code, out var kind))
            return kind;
        file.Error($"\"title\" is \"{code}\"; the titles are {string.Join(", ", TitleInfo.All.Select(title => title.Code))}.");
        return null;
    }

    private static Band? ReadBand(EntryReader entry)
    {
        var (code, name, min, max) = (entry.Text("code"), entry.LocalHere(), entry.Number("min"), entry.Number("maxExclusive", optional: true));
        var (awarded, certainty) = (entry.Flag("awarded"), entry.Certainty());
        entry.RefuseUnknown();
        return code is null || name is null || min is null || awarded is null || certainty is null
            ? null
            : new(code, name, min.Value, max, awarded.Value, certainty.Value);
    }

    private static Criterion? ReadCriterion(EntryReader entry)
    {
        var (code, name, max, certainty) = (entry.Text("code"), entry.LocalHere(), entry.Number("max"), entry.Certainty());
        var indicators = entry.List("indicators", "indicator").Select(ReadIndicator).ToList();
        entry.RefuseUnknown();
        return code is null || name is null || max is null || certainty is null || indicators.Contains(null)
            ? null
            : new(code, name, max.Value, indicators!, certainty.Value);
    }

    private static Indicator? ReadIndicator(EntryReader entry)
    {
        var (code, name, max, floor) = (entry.Text("code"), entry.LocalHere(), entry.Number("max"), entry.Number("floor", optional: true));
        var (threshold, certainty) = (entry.Text("threshold", optional: true), entry.Certainty());
        var items = entry.List("items", "item", optional: true).Select(ReadItem).ToList();
        entry.RefuseUnknown();
        return code is null || name is null || max is null || certainty is null || items.Contains(null)
            ? null
            : new(code, name, max.Value, floor, threshold, items!, certainty.Value);
    }

    private static LocalText? ReadItem(EntryReader entry)
    {
        var text = entry.LocalHere();
        entry.RefuseUnknown();
        return text;
    }

    private static Note? ReadNote(EntryReader entry)
    {
        var (about, certainty, text) = (entry.Text("about"), entry.Certainty(), entry.LocalHere());
        entry.RefuseUnknown();
        return about is null || certainty is null || text is null ? null : new(about, certainty.Value, text);
    }
}

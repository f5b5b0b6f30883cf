using System.Text.Json;
using System.Text.Unicode;
using TitleCertification.Domain.RuleBook;

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
            var set = CriteriaSetReader.Read(new EntryReader(document.RootElement, fileName, "set", errors));
            if (set is not null)
                errors.AddRange(CriteriaSetChecks.Of(set).Select(problem => $"{fileName}: {problem}"));
            return new(fileName, errors.Count == 0 ? set : null, errors);
        }
        catch (JsonException malformed)
        {
            return new(fileName, null, [EntryFile.Malformed(fileName, malformed)]);
        }
        catch (InvalidOperationException)
        {
            // What JsonElement.GetString throws for an escaped half of a surrogate pair, the one text that is well-formed JSON and no Unicode.
            return new(fileName, null, [$"{fileName}: a text holds half of a surrogate pair."]);
        }
    }
}

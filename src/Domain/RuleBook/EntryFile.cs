using System.Text.Json;
using System.Text.Unicode;

namespace TitleCertification.Domain.RuleBook;

/// <summary>Opens a JSON file of the rule book: UTF-8, with or without byte order mark, one object, no property twice.</summary>
internal static class EntryFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Hands the object of the file to <paramref name="read"/>. Never throws for what the file holds: that goes to <paramref name="errors"/>.</summary>
    /// <returns>What was read, or null where the file could not be opened.</returns>
    internal static T? Read<T>(ReadOnlyMemory<byte> json, string fileName, string entryName, List<string> errors, Func<EntryReader, T?> read)
        where T : class
    {
        if (json.Span.StartsWith("\uFEFF"u8))
            json = json[3..];
        if (!Utf8.IsValid(json.Span))
        {
            errors.Add($"{fileName}: the file is not UTF-8; save it in that encoding.");
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                errors.Add($"{fileName}: the file must hold one JSON object.");
                return null;
            }

            var entry = new EntryReader(document.RootElement, fileName, entryName, errors);
            // For editors: the schema that they check the file against while it is written.
            entry.Text("$schema", optional: true);
            var result = read(entry);
            entry.RefuseUnknown();
            return result;
        }
        catch (JsonException malformed)
        {
            errors.Add(Malformed(fileName, malformed));
        }
        catch (InvalidOperationException)
        {
            // What JsonElement.GetString throws for an escaped half of a surrogate pair, the one text that is well-formed JSON and no Unicode.
            errors.Add($"{fileName}: a text holds half of a surrogate pair.");
        }

        return null;
    }

    /// <summary>With the line as editors count it, from 1; the library counts from 0, and says so at the end of its message.</summary>
    internal static string Malformed(string fileName, JsonException malformed) =>
        $"{fileName}{(malformed.LineNumber is { } line ? $", line {line + 1}" : "")}: not well-formed JSON: {malformed.Message.Split(" LineNumber: ")[0]}";
}

using System.Text.Json;
using System.Text.Unicode;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.RuleBook;

/// <summary>Opens a JSON file of the rule book: UTF-8, with or without byte order mark, one object.</summary>
internal static class EntryFile
{
    /// <summary>Hands the object of the file to <paramref name="read"/>. Never throws for what the file holds: that goes to <paramref name="errors"/>.</summary>
    /// <returns>What was read, or null where the file could not be opened.</returns>
    internal static T? Read<T>(ReadOnlyMemory<byte> json, string fileName, Place entryName, List<LocalText> errors, Func<EntryReader, T?> read)
        where T : class
    {
        var file = Place.Of(fileName);
        if (json.Span.StartsWith("\uFEFF"u8))
            json = json[3..];
        if (!Utf8.IsValid(json.Span))
        {
            errors.Add(NotUtf8(fileName));
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                errors.Add(file.Error("tệp phải chứa đúng một đối tượng JSON {…}.", "the file must hold one JSON object."));
                return null;
            }

            var found = new List<LocalText>();
            var entry = new EntryReader(document.RootElement, fileName, entryName, found);
            // For editors: the schema that they check the file against while it is written.
            entry.Text("$schema", optional: true);
            var result = read(entry);
            entry.RefuseUnknown();
            errors.AddRange(found);
            return result;
        }
        catch (JsonException malformed)
        {
            errors.Add(Malformed(fileName, malformed));
        }
        catch (InvalidOperationException)
        {
            // What JsonElement.GetString throws for an escaped half of a surrogate pair, the one text that is well-formed JSON and no Unicode.
            errors.Add(file.Error("có chuỗi chứa nửa cặp mã thay thế Unicode, không phải là chữ.", "a text holds half of a surrogate pair."));
        }

        return null;
    }

    internal static LocalText NotUtf8(string fileName) =>
        Place.Of(fileName).Error("tệp không ở bảng mã UTF-8; hãy lưu lại bằng bảng mã này.", "the file is not UTF-8; save it in that encoding.");

    /// <summary>With the line as editors count it, from 1; the library counts from 0, says so at the end of its message, and knows English only.</summary>
    private static LocalText Malformed(string fileName, JsonException malformed) =>
        (malformed.LineNumber is { } line ? Place.Line(fileName, (int)line + 1) : Place.Of(fileName)).Error(
            "không đúng cú pháp JSON; hãy xem dòng này và dòng trước có thiếu hay thừa dấu phẩy, dấu ngoặc kép hay dấu ngoặc không.",
            $"not well-formed JSON: {malformed.Message.Split(" LineNumber: ")[0]}");
}

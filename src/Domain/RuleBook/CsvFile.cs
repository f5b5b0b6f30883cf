using System.Globalization;
using System.Text;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.RuleBook;

/// <summary>
/// A table of the rule book as spreadsheets save it: UTF-8, one line an entry, fields separated by commas, a field with a comma in it between double quotes.
/// </summary>
internal static class CsvFile
{
    internal static string Header(string text) => Lines(text)[0].Trim();

    /// <summary>The entries below the header; a line that cannot be read is an error, and is not among them.</summary>
    internal static IEnumerable<CsvRow> Rows(string text, string file, List<LocalText> errors)
    {
        var lines = Lines(text);
        var width = lines[0].Split(',').Length;
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0)
                continue;
            var row = new CsvRow(Place.Line(file, i + 1), Fields(line), errors);
            if (line.Contains('\uFFFD', StringComparison.Ordinal))
                row.Error("có byte không phải UTF-8.", "it holds bytes that are not UTF-8.");
            else if (VietnameseText.ToNfc(line) != line)
                row.Error("có chữ có dấu chưa ở dạng dựng sẵn (NFC).", "it holds letters that are not composed (NFC).");
            else if (line.Any(char.IsControl))
                row.Error("có ký tự điều khiển.", "it holds control characters.");
            else if (row.Fields.Count != width)
                row.Error($"có {row.Fields.Count} cột, dòng đầu có {width}.", $"it has {row.Fields.Count} fields, the header has {width}.");
            yield return row;
        }
    }

    private static string[] Lines(string text) => text.TrimStart('\uFEFF').Split('\n');

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == ',' && !quoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else if (line[i] != '"')
                field.Append(line[i]);
            else if (quoted && i + 1 < line.Length && line[i + 1] == '"')
                field.Append(line[i++]);
            else
                quoted = !quoted;
        }

        fields.Add(field.ToString().Trim());
        return fields;
    }
}

/// <summary>One entry. A field that is wrong gives null and an error, so that all errors of a line are found together.</summary>
internal sealed class CsvRow(Place where, List<string> fields, List<LocalText> errors)
{
    public Place Where { get; } = where;

    public IReadOnlyList<string> Fields { get; } = fields;

    public bool IsReadable { get; private set; } = true;

    public void Error(string vi, string en)
    {
        IsReadable = false;
        errors.Add(Where.Error(vi, en));
    }

    public string? Text(int field, string name, bool optional = false)
    {
        if (Fields[field].Length > 0)
            return Fields[field];
        if (!optional)
            Error($"thiếu {name}.", $"{name} is missing.");
        return null;
    }

    public DateOnly? Date(int field, string name, bool optional = false)
    {
        if (Text(field, name, optional) is not { } text)
            return null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            Error($"{name} là \"{text}\"; phải là một ngày có thật, viết như 2025-06-30 (năm-tháng-ngày).", $"{name} is \"{text}\"; it must be a date like 2025-06-30.");
        // Other systems write "for ever" as 9999-12-31.
        else if (day.Year is < 1900 or > 2999)
            Error(
                $"{name} là {text}; năm phải từ 1900 đến 2999; nếu không có ngày kết thúc hoặc chưa biết ngày bắt đầu thì để trống.",
                $"{name} is {text}; the year must be from 1900 to 2999, and what has no end or an unknown beginning has an empty date.");
        else
            return day;
        return null;
    }

    public Certainty? Certainty(int field, string name)
    {
        if (Text(field, name) is not { } text)
            return null;
        var known = CertaintyWords.Read(text);
        if (known is null)
            Error($"{name} là \"{text}\"; phải là {CertaintyWords.Vi}.", $"{name} is \"{text}\"; it must be {CertaintyWords.En}.");
        return known;
    }
}

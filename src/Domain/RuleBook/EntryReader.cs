using System.Globalization;
using System.Text.Json;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.RuleBook;

/// <summary>
/// Reads one JSON object of a rule book file and collects every error instead of stopping at the first. A missing or wrong value gives null and an error;
/// a property that nobody asked for is an error too, because a misspelt rule is a rule that does not hold.
/// </summary>
internal sealed class EntryReader(JsonElement element, string file, Place entry, List<LocalText> errors, EntryReader? above = null)
{
    private const int LongestId = 60;

    private readonly HashSet<string> asked = [];

    private Place Here => above is null ? entry : above.Here.With(entry);

    public void Error(string vi, string en) => errors.Add(Here.In(file).Error(vi, en));

    /// <summary>Call once, after all fields were read.</summary>
    public void RefuseUnknown()
    {
        var seen = new HashSet<string>();
        foreach (var property in element.EnumerateObject())
        {
            if (!asked.Contains(property.Name))
                Error($"\"{property.Name}\" không phải là trường của mục này.", $"\"{property.Name}\" is not a field of this entry.");
            if (!seen.Add(property.Name))
                Error($"\"{property.Name}\" có hai lần.", $"\"{property.Name}\" is there twice.");
        }
    }

    /// <summary>Fields that are neither read nor refused.</summary>
    public void PassOver(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            asked.Add(name);
    }

    public string? Text(string name, bool optional = false)
    {
        if (Get(name, JsonValueKind.String, "một chuỗi trong dấu ngoặc kép", "a text", optional) is not { } value)
            return null;
        var text = value.GetString()!;
        if (text.Length == 0)
            Error($"\"{name}\" để trống.", $"\"{name}\" is empty.");
        else if (VietnameseText.Clean(text) != text)
            Error(
                $"\"{name}\" có ký tự điều khiển, dấu cách thừa ở đầu, ở cuối hoặc liền nhau, hay chữ có dấu chưa ở dạng dựng sẵn (NFC).",
                $"\"{name}\" holds control characters, doubled or outer spaces, or letters that are not composed (NFC).");
        return text;
    }

    /// <summary>What an entry is known by, in addresses and in stored cases.</summary>
    public string? Id(string name)
    {
        var id = Text(name);
        if (id is { Length: > 0 } && (id.Length > LongestId || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
        {
            var shown = id[..Math.Min(id.Length, LongestId)];
            Error(
                $"\"{name}\" là \"{shown}\"; chỉ được dùng chữ không dấu, chữ số và dấu gạch nối, tối đa {LongestId} ký tự.",
                $"\"{name}\" is \"{shown}\"; it may hold only letters without marks, digits and hyphens, up to {LongestId} of them.");
        }

        return id;
    }

    public LocalText? Local(string name)
    {
        var entry = Entry(name);
        var text = entry?.LocalHere();
        entry?.RefuseUnknown();
        return text;
    }

    /// <summary>"vi" and "en" of this very entry: a text in one language only is an error.</summary>
    public LocalText? LocalHere()
    {
        var (vi, en) = (Text("vi"), Text("en"));
        return vi is null || en is null ? null : new(vi, en);
    }

    public int? Number(string name, bool optional = false)
    {
        if (Get(name, JsonValueKind.Number, "một số nguyên", "a whole number", optional) is not { } value)
            return null;
        if (value.TryGetInt32(out var number) && number is >= 0 and <= 100_000)
            return number;
        Error(
            $"\"{name}\" là {value.GetRawText()}; phải là số nguyên từ 0 đến 100000.",
            $"\"{name}\" is {value.GetRawText()}; it must be a whole number from 0 to 100000.");
        return null;
    }

    /// <summary>A number that must be named, even if only to say that it is not known: null.</summary>
    public int? NumberOrUnknown(string name)
    {
        RequireNamed(name);
        return Number(name, optional: true);
    }

    /// <summary>A percentage that must be named, even if only to say that it is not known: null.</summary>
    public decimal? PercentOrUnknown(string name)
    {
        RequireNamed(name);
        if (Get(name, JsonValueKind.Number, "một số", "a number", optional: true) is not { } value)
            return null;
        if (value.TryGetDecimal(out var percent) && percent is >= 0 and <= 100)
            return percent;
        Error(
            $"\"{name}\" là {value.GetRawText()}; phải là tỷ lệ phần trăm từ 0 đến 100.",
            $"\"{name}\" is {value.GetRawText()}; it must be a percentage from 0 to 100.");
        return null;
    }

    public bool? Flag(string name, bool optional = false)
    {
        asked.Add(name);
        if (optional && !element.TryGetProperty(name, out _))
            return null;
        if (element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Error($"\"{name}\" phải là true hoặc false.", $"\"{name}\" must be true or false.");
        return null;
    }

    public DateOnly? Date(string name, bool optional = false)
    {
        if (Get(name, JsonValueKind.String, "một ngày trong dấu ngoặc kép", "a date", optional) is not { } value)
            return null;
        if (DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Error(
            $"\"{name}\" là \"{value.GetString()}\"; phải là một ngày có thật, viết như 2020-09-21 (năm-tháng-ngày).",
            $"\"{name}\" is \"{value.GetString()}\"; it must be a date like 2020-09-21.");
        return null;
    }

    /// <summary>A value of an enumeration, by its exact name.</summary>
    public TEnum? Choice<TEnum>(string name)
        where TEnum : struct, Enum
    {
        if (Text(name) is not { } text)
            return null;
        if (NameOf<TEnum>(text) is { } value)
            return value;
        Error($"\"{name}\" là \"{text}\"; chỉ nhận: {Names<TEnum>()}.", $"\"{name}\" is \"{text}\"; it must be one of {Names<TEnum>()}.");
        return null;
    }

    /// <summary>What must be known about single fields, under "notes".</summary>
    public IReadOnlyList<Note> Notes() => [.. List("notes", Place.Note, optional: true).Select(ReadNote).OfType<Note>()];

    private static Note? ReadNote(EntryReader entry)
    {
        var (about, certainty, text) = (entry.Text("about"), entry.Certainty(), entry.LocalHere());
        entry.RefuseUnknown();
        return about is null || certainty is null || text is null ? null : new(about, certainty.Value, text);
    }

    public Certainty? Certainty(string name = "certainty")
    {
        if (Text(name) is not { } text)
            return null;
        var known = CertaintyWords.Read(text);
        if (known is null)
            Error($"\"{name}\" phải là {CertaintyWords.Vi}.", $"\"{name}\" must be {CertaintyWords.En}.");
        return known;
    }

    public LegalBasis? Basis(string name)
    {
        if (Entry(name) is not { } basis)
            return null;
        var (document, provision) = (basis.Text("document"), basis.Text("provision", optional: true));
        var (issuedOn, certainty) = (basis.Date("issuedOn", optional: true), basis.Certainty());
        basis.RefuseUnknown();
        return document is null || certainty is null ? null : new(document, provision, issuedOn, certainty.Value);
    }

    public EntryReader? Entry(string name, bool optional = false) =>
        Get(name, JsonValueKind.Object, "một đối tượng {…}", "an object", optional) is { } value ? new(value, file, Place.Of(name), errors, this) : null;

    /// <summary>The objects of a list. Each is named in errors by its "code" where it has one, otherwise by its position from 1.</summary>
    public IReadOnlyList<EntryReader> List(string name, Place one, bool optional = false)
    {
        if (Get(name, JsonValueKind.Array, "một danh sách […]", "a list", optional) is not { } value)
            return [];
        var entries = new List<EntryReader>();
        var position = 0;
        foreach (var item in value.EnumerateArray())
        {
            position++;
            if (item.ValueKind != JsonValueKind.Object)
            {
                Error($"\"{name}\", mục thứ {position}, phải là một đối tượng {{…}}.", $"\"{name}\", no. {position}, must be an object.");
                continue;
            }

            var coded = item.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String;
            entries.Add(new(item, file, coded ? one.Named(code.GetString()) : one.Numbered(position), errors, this));
        }

        return entries;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        if (Get(name, JsonValueKind.Array, "một danh sách […]", "a list", optional: true) is not { } value)
            return [];
        var texts = new List<string>();
        foreach (var item in value.EnumerateArray())
            if (item.ValueKind == JsonValueKind.String)
                texts.Add(item.GetString()!);
        if (texts.Count != value.GetArrayLength())
            Error($"\"{name}\" phải là một danh sách chuỗi.", $"\"{name}\" must be a list of texts.");
        return texts;
    }

    public IReadOnlyList<T> Choices<T>(string name)
        where T : struct, Enum
    {
        var names = new List<T>();
        foreach (var text in Texts(name))
        {
            if (NameOf<T>(text) is { } value)
                names.Add(value);
            else
                Error($"\"{name}\" có \"{text}\"; chỉ nhận: {Names<T>()}.", $"\"{name}\" holds \"{text}\"; the names are {Names<T>()}.");
        }

        return names;
    }

#pragma warning disable CA2263 // The generic methods of Enum would be compiled for each T at every start.
    private static string Names<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames(typeof(T)));

    private static T? NameOf<T>(string text)
        where T : struct, Enum => Enum.IsDefined(typeof(T), text) ? (T)Enum.Parse(typeof(T), text) : null;
#pragma warning restore CA2263

    private void RequireNamed(string name)
    {
        if (!element.TryGetProperty(name, out _))
            Error($"thiếu \"{name}\"; nếu chưa biết giá trị thì ghi null.", $"\"{name}\" is missing; where the value is not known, write null.");
    }

    private JsonElement? Get(string name, JsonValueKind kind, string vi, string en, bool optional)
    {
        asked.Add(name);
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            if (!optional)
                Error($"thiếu \"{name}\".", $"\"{name}\" is missing.");
            return null;
        }

        if (value.ValueKind == kind)
            return value;
        Error($"\"{name}\" phải là {vi}.", $"\"{name}\" must be {en}.");
        return null;
    }
}

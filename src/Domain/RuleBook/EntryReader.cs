using System.Globalization;
using System.Text.Json;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.RuleBook;

/// <summary>
/// Reads one JSON object of a rule book file and collects every error instead of stopping at the first. A missing or wrong value gives null and an error;
/// a property that nobody asked for is an error too, because a misspelt rule is a rule that does not hold.
/// </summary>
internal sealed class EntryReader(JsonElement element, string file, string path, List<string> errors)
{
    private const int LongestId = 60;

    private readonly HashSet<string> asked = [];

    public void Error(string reason) => errors.Add($"{file}: {path}: {reason}");

    /// <summary>Call once, after all fields were read.</summary>
    public void RefuseUnknown()
    {
        foreach (var property in element.EnumerateObject().Where(p => !asked.Contains(p.Name)))
            Error($"\"{property.Name}\" is not a field of this entry.");
    }

    public string? Text(string name, bool optional = false)
    {
        if (Get(name, JsonValueKind.String, "a text", optional) is not { } value)
            return null;
        var text = value.GetString()!;
        if (text.Length == 0)
            Error($"\"{name}\" is empty.");
        else if (VietnameseText.Clean(text) != text)
            Error($"\"{name}\" holds control characters, doubled or outer spaces, or letters that are not composed (NFC).");
        return text;
    }

    /// <summary>What an entry is known by, in addresses and in stored cases.</summary>
    public string? Id(string name)
    {
        var id = Text(name);
        if (id is { Length: > 0 } && (id.Length > LongestId || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
            Error($"\"{name}\" is \"{id[..Math.Min(id.Length, LongestId)]}\"; it may hold only letters without marks, digits and hyphens, up to {LongestId} of them.");
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
        if (Get(name, JsonValueKind.Number, "a whole number", optional) is not { } value)
            return null;
        if (value.TryGetInt32(out var number) && number is >= 0 and <= 100_000)
            return number;
        Error($"\"{name}\" is {value.GetRawText()}; it must be a whole number from 0 to 100000.");
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
        if (Get(name, JsonValueKind.Number, "a number", optional: true) is not { } value)
            return null;
        if (value.TryGetDecimal(out var percent) && percent is >= 0 and <= 100)
            return percent;
        Error($"\"{name}\" is {value.GetRawText()}; it must be a percentage from 0 to 100.");
        return null;
    }

    public bool? Flag(string name, bool optional = false)
    {
        asked.Add(name);
        if (optional && !element.TryGetProperty(name, out _))
            return null;
        if (element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Error($"\"{name}\" must be true or false.");
        return null;
    }

    public DateOnly? Date(string name, bool optional = false)
    {
        if (Get(name, JsonValueKind.String, "a date", optional) is not { } value)
            return null;
        if (DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Error($"\"{name}\" is \"{value.GetString()}\"; it must be a date like 2020-09-21.");
        return null;
    }

    /// <summary>A value of an enumeration, by its exact name.</summary>
    public TEnum? Choice<TEnum>(string name)
        where TEnum : struct, Enum
    {
        if (Text(name) is not { } text)
            return null;
        if (Enum.GetNames<TEnum>().Contains(text))
            return Enum.Parse<TEnum>(text);
        Error($"\"{name}\" is \"{text}\"; it must be one of {string.Join(", ", Enum.GetNames<TEnum>())}.");
        return null;
    }

    /// <summary>What must be known about single fields, under "notes".</summary>
    public IReadOnlyList<Note> Notes() => [.. List("notes", "note", optional: true).Select(ReadNote).OfType<Note>()];

    private static Note? ReadNote(EntryReader entry)
    {
        var (about, certainty, text) = (entry.Text("about"), entry.Certainty(), entry.LocalHere());
        entry.RefuseUnknown();
        return about is null || certainty is null || text is null ? null : new(about, certainty.Value, text);
    }

    public Certainty? Certainty(string name = "certainty")
    {
        var known = CertaintyWords.Read(Text(name));
        if (known is null)
            Error($"\"{name}\" must be {CertaintyWords.All}.");
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
        Get(name, JsonValueKind.Object, "an object", optional) is { } value ? new(value, file, $"{path}, {name}", errors) : null;

    /// <summary>The objects of a list. Each is named in errors by its "code" where it has one, otherwise by its position from 1.</summary>
    public IReadOnlyList<EntryReader> List(string name, string entryName, bool optional = false)
    {
        if (Get(name, JsonValueKind.Array, "a list", optional) is not { } value)
            return [];
        var entries = new List<EntryReader>();
        var position = 0;
        foreach (var item in value.EnumerateArray())
        {
            position++;
            if (item.ValueKind != JsonValueKind.Object)
            {
                Error($"\"{name}\", no. {position}, must be an object.");
                continue;
            }

            var coded = item.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String;
            entries.Add(new(item, file, $"{path}, {entryName} {(coded ? code.GetString() : $"no. {position}")}", errors));
        }

        return entries;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        if (Get(name, JsonValueKind.Array, "a list", optional: true) is not { } value)
            return [];
        var texts = value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).ToList();
        if (texts.Count != value.GetArrayLength())
            Error($"\"{name}\" must be a list of texts.");
        return texts;
    }

    /// <summary>One of the names of <typeparamref name="T"/>, written as it is.</summary>
    public T? Name<T>(string name, bool optional = false)
        where T : struct, Enum
    {
        if (Text(name, optional) is not { } text)
            return null;
        if (NameOf<T>(text) is { } value)
            return value;
        Error($"\"{name}\" is \"{text}\"; it must be one of {string.Join(", ", Enum.GetNames<T>())}.");
        return null;
    }

    public IReadOnlyList<T> Names<T>(string name)
        where T : struct, Enum
    {
        var names = new List<T>();
        foreach (var text in Texts(name))
        {
            if (NameOf<T>(text) is { } value)
                names.Add(value);
            else
                Error($"\"{name}\" holds \"{text}\"; the names are {string.Join(", ", Enum.GetNames<T>())}.");
        }

        return names;
    }

    private static T? NameOf<T>(string text)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(text) ? Enum.Parse<T>(text) : null;

    private void RequireNamed(string name)
    {
        if (!element.TryGetProperty(name, out _))
            Error($"\"{name}\" is missing; where the value is not known, write null.");
    }

    private JsonElement? Get(string name, JsonValueKind kind, string what, bool optional)
    {
        asked.Add(name);
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            if (!optional)
                Error($"\"{name}\" is missing.");
            return null;
        }

        if (value.ValueKind == kind)
            return value;
        Error($"\"{name}\" must be {what}.");
        return null;
    }
}

using System.Globalization;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>
/// Reads an NCRONTAB expression, the language of timer triggers, and writes the same schedule for Cronos as plain lists of numbers. The two differ:
/// NCRONTAB knows no 7 for Sunday, no <c>L</c>, <c>W</c>, <c>#</c>, <c>?</c> or <c>@daily</c>, any beginning of an English name of a day or month will do,
/// and a range written backwards is turned round. In both, day of month and day of week must both fit.
/// </summary>
internal static class NCrontab
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly Field[] Fields =
        [new(0, 59, []), new(0, 59, []), new(0, 23, []), new(1, 31, []), new(1, 12, Months), new(0, 6, Days)];

    /// <summary>Six fields from the second, or five from the minute; null where the text is no such expression.</summary>
    public static string? ToCronos(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 5) parts = ["0", .. parts];
        if (parts.Length != 6) return null;
        var fields = parts.Zip(Fields, (part, field) => field.Read(part)).ToList();
        return fields.Contains(null) ? null : string.Join(' ', fields);
    }

    private sealed record Field(int Least, int Most, string[] Names)
    {
        public string? Read(string text)
        {
            var values = new SortedSet<int>();
            foreach (var item in text.Split(','))
            {
                if (!TryItem(item, values)) return null;
            }

            return values.Count == Most - Least + 1 ? "*" : string.Join(',', values);
        }

        private bool TryItem(string item, SortedSet<int> values)
        {
            var step = 1;
            var slash = item.IndexOf('/', StringComparison.Ordinal);
            if (slash >= 0 && (!TryNumber(item[(slash + 1)..], out step) || step < 1)) return false;
            var range = slash >= 0 ? item[..slash] : item;
            if (!TryRange(range, stepped: slash >= 0, out var first, out var last)) return false;
            for (var value = first; value <= last; value += step) values.Add(value);
            return true;
        }

        private bool TryRange(string text, bool stepped, out int first, out int last)
        {
            (first, last) = (Least, Most);
            if (text == "*") return true;
            var dash = text.IndexOf('-', StringComparison.Ordinal);
            if (dash < 0)
            {
                if (!TryValue(text, out first)) return false;
                last = stepped ? Most : first;
                return true;
            }

            if (!TryValue(text[..dash], out first) || !TryValue(text[(dash + 1)..], out last)) return false;
            if (first > last) (first, last) = (last, first);
            return true;
        }

        private bool TryValue(string text, out int value)
        {
            if (TryNumber(text, out value)) return value >= Least && value <= Most;
            var index = text.Length == 0 ? -1 : Array.FindIndex(Names, name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase));
            value = index + Least;
            return index >= 0;
        }

        private static bool TryNumber(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}

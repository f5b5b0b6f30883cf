using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Units;

/// <summary>
/// Reads the unit files of a rule book. Any number of files; the header of each says what it holds: units, successions, or areas with particular
/// difficulties. The format is described in rulebook/README.md.
/// </summary>
public static class UnitFiles
{
    /// <param name="files">Name of each file, as errors are to call it, and its text.</param>
    /// <param name="errors">Takes every error, each a sentence naming file, line and reason.</param>
    /// <returns>Null when there was an error.</returns>
    public static UnitDirectory? Parse(IReadOnlyDictionary<string, string> files, List<LocalText> errors)
    {
        var found = new List<LocalText>();
        var rows = new UnitRows(found);
        foreach (var (file, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            rows.Add(file, text);
        if (rows.HasUnknownFile)
        {
            // Whatever stands in it seems to be missing elsewhere: that is said once it can be read.
            errors.AddRange(found);
            return null;
        }

        if (rows.Units.Count == 0 && found.Count == 0)
            found.Add(Place.Of(string.Join(", ", files.Keys.Order(StringComparer.Ordinal).DefaultIfEmpty("units"))).Error("không có đơn vị nào.", "there is no unit."));

        var checks = new UnitChecks(rows, found);
        checks.Run();
        var successions = new SuccessionChecks(rows, checks.ByCode, found).Run();
        errors.AddRange(found);
        return found.Count > 0 ? null : new([.. rows.Units.Select(row => row.Unit)], successions, [.. rows.Disadvantaged.Select(row => row.Area)]);
    }
}

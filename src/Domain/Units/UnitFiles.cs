using System.Globalization;
using System.Text.RegularExpressions;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Units;

/// <summary>
/// Reads the two unit files of the rule book: provinces and districts with their codes (<c>{province}-districts.csv</c>), and the list of the 2025 merger
/// (<c>nam-dinh-2025.csv</c>), whose last column names every old commune. Fields are separated by commas and never quoted.
/// </summary>
public static partial class UnitFiles
{
    private const string DistrictHeader = "code,type,name,parent,valid_from,valid_to,code_certainty,note";
    private const string MergerHeader = "new_code,new_name,former_district,merged_from";

    /// <summary>The units as they were until the merger; the communes end with their district.</summary>
    /// <exception cref="RuleBookException">With every error of both files, each naming file, line and reason.</exception>
    public static UnitDirectory Parse(string districtsCsv, string districtsFile, string mergerCsv, string mergerFile)
    {
        var errors = new List<string>();
        var upper = Districts(districtsCsv, districtsFile, errors);
        var communes = Communes(mergerCsv, mergerFile, upper, errors);
        return errors.Count > 0 ? throw new RuleBookException(errors) : new([.. upper, .. communes]);
    }

    private static List<AdministrativeUnit> Districts(string csv, string file, List<string> errors)
    {
        var units = new List<AdministrativeUnit>();
        foreach (var (where, fields) in Rows(csv, file, DistrictHeader, errors))
        {
            var (type, from, to) = (UnitTypes.FromWord(fields[1]), Day(fields[4]), Day(fields[5]));
            var known = Enum.TryParse<Certainty>(fields[6].Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var certainty);
            if (type is null)
                errors.Add($"{where}: \"{fields[1]}\" is not a type of unit.");
            else if (!known)
                errors.Add($"{where}: \"{fields[6]}\" is not a certainty.");
            else if ((from is null && fields[4].Length > 0) || (to is null && fields[5].Length > 0))
                errors.Add($"{where}: a date must be like 2025-06-30, or empty.");
            else if (fields[0].Length == 0 || fields[2].Length == 0)
                errors.Add($"{where}: code and name must not be empty.");
            else
                units.Add(new(fields[0], type.Value, fields[2], fields[3].Length == 0 ? null : fields[3], from, to, certainty));
        }

        return units;
    }

    private static IEnumerable<AdministrativeUnit> Communes(string csv, string file, List<AdministrativeUnit> upper, List<string> errors)
    {
        var communes = new List<(AdministrativeUnit District, UnitType Type, string Name)>();
        foreach (var (where, fields) in Rows(csv, file, MergerHeader, errors))
        {
            var districts = fields[2].Split(" + ");
            foreach (var entry in fields[3].Split(';', StringSplitOptions.TrimEntries))
            {
                // "xã Nam Điền (Nam Trực)": a new unit made from several districts names the one of each part that is not from the first.
                var parts = OldUnit().Match(entry);
                var districtName = parts.Groups["district"].Success ? parts.Groups["district"].Value : districts[0];
                var district = upper.FirstOrDefault(unit => unit.Kind == UnitKind.District && NameInList(unit) == districtName);
                if (!parts.Success)
                    errors.Add($"{where}: \"{entry}\" is not the name of a unit.");
                else if (!districts.Contains(districtName))
                    errors.Add($"{where}: \"{entry}\" lies in a district that the line does not name.");
                else if (district is null)
                    errors.Add($"{where}: there is no district \"{districtName}\".");
                else
                    communes.Add((district, TypeOf(parts.Groups["type"].Value), parts.Groups["name"].Value));
            }
        }

        foreach (var twice in communes.GroupBy(c => c).Where(group => group.Count() > 1))
            errors.Add($"{file}: {UnitTypes.Word(twice.Key.Type)} {twice.Key.Name} stands in district {twice.Key.District.Name} more than once.");
        return communes.GroupBy(c => OwnCode(c.District, c.Type, VietnameseText.Slug(c.Name)))
            .SelectMany(same => same.Select(c => new AdministrativeUnit(
                same.Count() == 1 ? same.Key : OwnCode(c.District, c.Type, VietnameseText.TelexSlug(c.Name)),
                c.Type, c.Name, c.District.Code, null, c.District.ValidTo, Certainty.Proposal)));
    }

    private static string OwnCode(AdministrativeUnit district, UnitType type, string slug) => $"{district.Code}-{UnitTypes.Key(type)}-{slug}";

    private static string NameInList(AdministrativeUnit district) => district.Type == UnitType.ProvincialCity ? $"TP {district.Name}" : district.Name;

    private static UnitType TypeOf(string prefix) => prefix switch { "P." => UnitType.Ward, "TT" => UnitType.Township, _ => UnitType.Commune };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static IEnumerable<(string Where, string[] Fields)> Rows(string csv, string file, string header, List<string> errors)
    {
        var lines = csv.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        if (lines[0] != header)
        {
            errors.Add($"{file}, line 1: the header must be {header}.");
            yield break;
        }

        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Length == 0)
                continue;
            var fields = lines[i].Split(',', StringSplitOptions.TrimEntries);
            if (fields.Length != header.Count(c => c == ',') + 1)
                errors.Add($"{file}, line {i + 1}: it has {fields.Length} fields, the header has {header.Count(c => c == ',') + 1}.");
            else if (VietnameseText.ToNfc(lines[i]) != lines[i])
                errors.Add($"{file}, line {i + 1}: it holds letters that are not composed (NFC).");
            else
                yield return ($"{file}, line {i + 1}", fields);
        }
    }

    [GeneratedRegex(@"\A(?:(?<type>P\.|TT|xã) )?(?<name>[^()]+?)(?: \((?<district>[^()]+)\))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex OldUnit();
}

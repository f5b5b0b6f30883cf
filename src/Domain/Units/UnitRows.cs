using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Units;

/// <summary>What the unit files say, entry by entry, before anything is held against anything else.</summary>
internal sealed class UnitRows(List<LocalText> errors)
{
    internal const string UnitHeader = "code,type,name,parent,valid_from,valid_to,code_certainty,note";
    internal const string SuccessionHeader = "date,kind,from,to,decree,certainty,note";
    internal const string DisadvantagedHeader = "unit,valid_from,valid_to,basis,certainty,note";

    private const int LongestCode = 60;

    public List<UnitRow> Units { get; } = [];

    public List<SuccessionRow> Successions { get; } = [];

    public List<AreaRow> Disadvantaged { get; } = [];

    /// <summary>Codes on lines that could not be read: that they are missing is no second error.</summary>
    public HashSet<string> Unread { get; } = [];

    /// <summary>Is there a file that says by its header none of the things there are?</summary>
    public bool HasUnknownFile { get; private set; }

    public void Add(string file, string text)
    {
        Action<CsvRow>? read = CsvFile.Header(text) switch
        {
            UnitHeader => ReadUnit,
            SuccessionHeader => ReadSuccession,
            DisadvantagedHeader => ReadDisadvantaged,
            _ => null,
        };
        if (read is null)
        {
            HasUnknownFile = true;
            errors.Add(Place.Line(file, 1).Error(
                $"dòng đầu phải là {UnitHeader} (đơn vị), {SuccessionHeader} (sự kế thừa) hoặc {DisadvantagedHeader} (vùng đặc biệt khó khăn).",
                $"the header must be {UnitHeader} (units), {SuccessionHeader} (successions) or {DisadvantagedHeader} (areas with particular difficulties)."));
            return;
        }

        foreach (var row in CsvFile.Rows(text, file, errors))
        {
            if (row.IsReadable)
                read(row);
            if (!row.IsReadable)
                Unread.UnionWith(row.Fields);
        }
    }

    private void ReadUnit(CsvRow row)
    {
        var (code, word, name, parent) = (row.Text(0, "code"), row.Text(1, "type"), row.Text(2, "name"), row.Text(3, "parent", optional: true));
        var (from, to) = Validity(row, 4);
        var certainty = row.Certainty(6, "code_certainty");
        var type = word is null ? null : UnitTypes.FromWord(word, parent is not null);
        if (word is not null && type is null)
            row.Error($"\"{word}\" không phải là loại đơn vị; chỉ nhận: {UnitTypes.AllWords}.", $"\"{word}\" is not a type of unit: {UnitTypes.AllWords}.");
        // Codes go into storage keys and addresses.
        if (code is not null && (code.Length > LongestCode || !code.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c == '-')))
            row.Error(
                $"mã \"{code}\" chỉ được dùng a-z, 0-9 và dấu gạch nối, tối đa {LongestCode} ký tự.", $"the code \"{code}\" may hold only a-z, 0-9 and hyphens, up to {LongestCode} of them.");
        if (row.IsReadable)
            Units.Add(new(row.Where, new(code!, type!.Value, name!, parent, from, to, certainty!.Value)));
    }

    private void ReadSuccession(CsvRow row)
    {
        var (on, word, from, to) = (row.Date(0, "date"), row.Text(1, "kind"), row.Text(2, "from"), row.Text(3, "to", optional: true));
        var (decree, certainty) = (row.Text(4, "decree"), row.Certainty(5, "certainty"));
        SuccessionKind? kind = word switch
        {
            "merged" => SuccessionKind.Merged,
            "split" => SuccessionKind.Split,
            "renamed" => SuccessionKind.Renamed,
            "moved" => SuccessionKind.Moved,
            "abolished" => SuccessionKind.Abolished,
            _ => null,
        };
        if (word is not null && kind is null)
            row.Error(
                $"\"{word}\" không phải là một kiểu kế thừa: merged (sáp nhập), split (chia tách), renamed (đổi tên), moved (chuyển đơn vị cấp trên) hoặc abolished (giải thể).",
                $"\"{word}\" is not a kind of succession: merged, split, renamed, moved or abolished.");
        else if (kind is SuccessionKind.Abolished && to is not null)
            row.Error("đơn vị giải thể không có đơn vị kế thừa; \"to\" phải để trống.", "what is abolished has no successor; \"to\" must be empty.");
        else if (kind is not null and not SuccessionKind.Abolished && to is null)
            row.Error("thiếu to.", "to is missing.");
        if (row.IsReadable)
            Successions.Add(new(row.Where, on!.Value, kind!.Value, from!, to, decree!, certainty!.Value));
    }

    private void ReadDisadvantaged(CsvRow row)
    {
        var unit = row.Text(0, "unit");
        var (from, to) = Validity(row, 1);
        var (basis, certainty) = (row.Text(3, "basis"), row.Certainty(4, "certainty"));
        if (row.IsReadable)
            Disadvantaged.Add(new(row.Where, new(unit!, from, to, basis!, certainty!.Value)));
    }

    private static (DateOnly? From, DateOnly? To) Validity(CsvRow row, int field)
    {
        var (from, to) = (row.Date(field, "valid_from", optional: true), row.Date(field + 1, "valid_to", optional: true));
        if (to < from)
            row.Error($"valid_to, {to:yyyy-MM-dd}, trước valid_from, {from:yyyy-MM-dd}.", $"valid_to, {to:yyyy-MM-dd}, is before valid_from, {from:yyyy-MM-dd}.");
        return (from, to);
    }
}

internal sealed record UnitRow(Place Where, AdministrativeUnit Unit);

internal sealed record AreaRow(Place Where, DisadvantagedArea Area);

/// <param name="To">Null when the unit was abolished.</param>
internal sealed record SuccessionRow(Place Where, DateOnly On, SuccessionKind Kind, string From, string? To, string Decree, Certainty Certainty)
{
    /// <summary>What ended, and when: the lines of a split share it.</summary>
    public string End => $"{From} {On:O}";

    /// <summary>The same of its successor, should that have ended on the same day.</summary>
    public string EndOfSuccessor => $"{To} {On:O}";
}

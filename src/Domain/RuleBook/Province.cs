using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.RuleBook;

/// <summary>province.json: whose rule book this is, and what the province has chosen of it.</summary>
/// <param name="Unit">Code of the province.</param>
/// <param name="NationalCode">The province in dossier numbers, for example "H42".</param>
/// <param name="Routes">Ids of the routes that hold here; the other routes of the book are there to be chosen.</param>
/// <param name="IsComplete">Claims that nothing is left to fill in: then whatever is incomplete is an error.</param>
/// <param name="IsSample">A demonstration: its pages and certificates say so.</param>
/// <param name="AsOf">A demonstration may stand still on a day: its map and its routes are those of that day.</param>
/// <param name="Agencies">The codes under which bodies give dossier numbers, as far as the province has given them.</param>
/// <param name="Extends">"shipped" where these files are laid over the rule book that comes with the program; otherwise null.</param>
public sealed record Province(
    string Unit, string NationalCode, Certainty NationalCodeCertainty, IReadOnlyList<string> Routes, bool IsComplete, bool IsSample, DateOnly? AsOf, string? Extends, LocalText Note,
    IReadOnlyList<ReceivingAgency> Agencies)
{
    public const string FileName = "province.json";
    public const string Shipped = "shipped";

    internal static Province? Parse(ReadOnlyMemory<byte> json, List<LocalText> errors)
    {
        var before = errors.Count;
        var province = EntryFile.Read(json, FileName, Place.Province, errors, Read);
        return errors.Count == before ? province : null;
    }

    /// <summary>Are the files of this province.json to be laid over the shipped ones? Asked before anything is checked; what is wrong with the file is said later.</summary>
    public static bool ExtendsShipped(ReadOnlyMemory<byte> json) => ExtendedBy(json) == Shipped;

    /// <summary>Are they to be laid over something that is not there?</summary>
    internal static bool ExtendsNothing(ReadOnlyMemory<byte> json) => ExtendedBy(json) is not (null or Shipped);

    private static string? ExtendedBy(ReadOnlyMemory<byte> json) => EntryFile.Read(json, FileName, Place.Province, [], file => file.Text("extends", optional: true));

    private static Province? Read(EntryReader file)
    {
        var (unit, code, certainty) = (file.Text("unit"), file.Text("nationalCode"), file.Certainty("nationalCodeCertainty"));
        var (routes, complete, sample) = (file.Texts("routes"), file.Flag("complete"), file.Flag("sample"));
        var (asOf, extends, note) = (file.Date("asOf", optional: true), file.Text("extends", optional: true), file.Local("note"));
        var agencies = file.List("agencies", Place.Agency, optional: true).Select(ReceivingAgency.Read).OfType<ReceivingAgency>().ToList();
        foreach (var twice in agencies.GroupBy(agency => agency.Code).Where(same => same.Count() > 1))
            file.Error($"mã \"{twice.Key}\" thuộc hai cơ quan; hai nơi không thể cùng cấp một dãy số hồ sơ.", $"the code \"{twice.Key}\" is that of two agencies; two bodies cannot give the same numbers.");
        foreach (var twice in agencies.GroupBy(agency => agency.Unit).Where(same => same.Count() > 1))
            file.Error($"cơ quan của đơn vị \"{twice.Key}\" có hai mã.", $"the agency of unit \"{twice.Key}\" has two codes.");
        if (code is not null && code is not ['H', >= '0' and <= '9', >= '0' and <= '9'])
            file.Error($"\"nationalCode\" là \"{code}\"; phải viết như H42.", $"\"nationalCode\" is \"{code}\"; it must be like H42.");
        if (extends is not (null or Shipped))
            file.Error($"\"extends\" là \"{extends}\"; chỉ có thể dựa trên \"{Shipped}\".", $"\"extends\" is \"{extends}\"; only \"{Shipped}\" can be extended.");
        if (asOf is not null && sample == false)
            file.Error(
                "\"asOf\" chỉ dành cho bản trình diễn: không có \"sample\": true thì bộ quy tắc áp dụng theo ngày được hỏi.",
                "\"asOf\" is for demonstrations only: without \"sample\": true a rule book holds for the day on which it is asked.");
        if (routes.Count == 0)
            file.Error("\"routes\" không chọn quy trình nào.", "\"routes\" chooses no route.");
        foreach (var twice in routes.GroupBy(id => id).Where(same => same.Count() > 1))
            file.Error($"\"routes\" nêu {twice.Key} hai lần.", $"\"routes\" names {twice.Key} twice.");
        return unit is null || code is null || certainty is null || complete is null || sample is null || note is null
            ? null
            : new(unit, code, certainty.Value, routes, complete.Value, sample.Value, asOf, extends, note, agencies);
    }
}

/// <summary>The code of a receiving agency after Decision 20/2020, for example "H42.12". Those now in force were not found (law-and-practice 6.2): the province gives them.</summary>
public sealed record ReceivingAgency(string Unit, string Code)
{
    internal static ReceivingAgency? Read(EntryReader entry)
    {
        var (unit, code) = (entry.Text("unit"), entry.Text("code"));
        entry.RefuseUnknown();
        if (code is not null && !DossierNumber.TryCreate(code, new(2026, 1, 1), 1, out _))
            entry.Error("mã cơ quan không đúng dạng quốc gia; phải viết như H42.12.", "that is not the code of an agency in the national form; one looks like H42.12.");
        return unit is null || code is null ? null : new(unit, code);
    }
}

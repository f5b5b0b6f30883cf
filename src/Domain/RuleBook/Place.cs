using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.RuleBook;

/// <summary>
/// Where in a rule book something is wrong, as both languages name it: "routes/x.json: quy trình, bước district". Every error begins with its place, and can only
/// be made in both languages: the officers of a province read the Vietnamese one, whoever helps them perhaps the other.
/// </summary>
public sealed record Place(string Vi, string En)
{
    public static readonly Place Province = new("tỉnh", "province");
    public static readonly Place Agency = new("cơ quan", "agency");
    public static readonly Place Set = new("bộ tiêu chí", "set");
    public static readonly Place Criterion = new("tiêu chí", "criterion");
    public static readonly Place Indicator = new("chỉ số", "indicator");
    public static readonly Place Item = new("ý", "item");
    public static readonly Place Requirement = new("yêu cầu", "requirement");
    public static readonly Place Band = new("mức xếp loại", "band");
    public static readonly Place AwardLevel = new("mức", "level");
    public static readonly Place UnitKind = new("loại hình", "kind");
    public static readonly Place Note = new("ghi chú", "note");
    public static readonly Place Route = new("quy trình", "route");
    public static readonly Place Stage = new("bước", "stage");
    public static readonly Place Wording = new("lời văn giấy chứng nhận", "wording");
    public static readonly Place Calendar = new("lịch nghỉ", "calendar");
    public static readonly Place Deadlines = new("các thời hạn", "deadlines");
    public static readonly Place Deadline = new("thời hạn", "deadline");
    public static readonly Place Takeovers = new("việc tiếp nhận", "takeovers");
    public static readonly Place Takeover = new("tiếp nhận", "takeover");

    /// <summary>A file, or a field by the name that it has in the file: the same in both languages.</summary>
    public static Place Of(string name) => new(name, name);

    public static Place Line(string file, int number) => new($"{file}, dòng {number}", $"{file}, line {number}");

    /// <summary>An entry by its id or code.</summary>
    public Place Named(string? code) => new($"{Vi} {code}", $"{En} {code}");

    /// <summary>An entry without a code, by where it stands in its list, from 1.</summary>
    public Place Numbered(int position) => new($"{Vi} thứ {position}", $"{En} no. {position}");

    public Place With(Place inner) => new($"{Vi}, {inner.Vi}", $"{En}, {inner.En}");

    public Place In(string file) => new($"{file}: {Vi}", $"{file}: {En}");

    public LocalText Error(string vi, string en) => new($"{Vi}: {vi}", $"{En}: {en}");
}

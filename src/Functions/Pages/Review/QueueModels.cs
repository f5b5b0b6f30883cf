using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Review;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal;
using TitleCertification.Portal.Pages;
using TitleCertification.Portal.Pages.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>From what waits to what its reviewer reads.</summary>
internal static class QueueModels
{
    private static readonly (QueueShow Show, string Code, LocalText Name)[] Tabs =
    [
        (QueueShow.All, "all", new("Tất cả", "All")),
        (QueueShow.Late, "late", new("Quá hạn", "Late")),
        (QueueShow.Today, "today", new("Hạn hôm nay", "Due today")),
        (QueueShow.Mine, "mine", new("Tôi đã nhận", "Taken by me")),
        (QueueShow.Unclaimed, "free", new("Chưa ai nhận", "Not taken")),
    ];

    public static QueueShow? Shown(string? code) => Tabs.Where(tab => tab.Code == code).Select(tab => (QueueShow?)tab.Show).FirstOrDefault();

    /// <param name="picked">Dossier numbers of the rows that are marked, on whatever page.</param>
    /// <param name="all">All rows of the page are marked, or none; null: those that are.</param>
    public static QueueModel Of(
        FoundCases found, QueueFilter filter, Actor person, Rules rules, DateOnly today, QueueNotice? notice, bool decided, IReadOnlySet<string> picked, bool? all, bool keys) => new(
        [.. found.Cases.Select(waiting => Row(waiting, person, rules, today, all ?? picked.Contains(waiting.Item.Dossier)))],
        [.. Tabs.Select(tab => new QueueTab(tab.Code, tab.Name, Count(found.Counters, tab.Show), tab.Show == filter.Show))],
        Fields(filter, found), found.Matching, found.Page, found.Pages, found.IsCut, notice, decided ? found.Next : null,
        picked.Count - found.Cases.Count(waiting => picked.Contains(waiting.Item.Dossier)), keys);

    public static LocalText Kind(TitleKind title, HolderLevel? level)
    {
        var name = TitleInfo.Of(title).Name;
        if (level is not { } known || TitleInfo.Of(title).Levels.Count == 1)
            return name;
        var at = TitleWords.Level(title, known);
        return new($"{name.Vi}, {char.ToLowerInvariant(at.Vi[0])}{at.Vi[1..]}", $"{name.En}, {char.ToLowerInvariant(at.En[0])}{at.En[1..]}");
    }

    public static DueMark Mark(DateOnly due, DateOnly today) => due < today ? DueMark.Late : due == today ? DueMark.Today : DueMark.InTime;

    private static WaitingRow Row(WaitingCase waiting, Actor person, Rules rules, DateOnly today, bool isPicked)
    {
        var item = waiting.Item;
        return new(
            item.Dossier, item.Holder, Kind(item.Title, item.Level), rules.Units.Nearest(item.Unit, rules.MapDay(item.SubmittedOn ?? today))?.FullName ?? "", DateWords.Short(item.DueOn),
            Mark(item.DueOn, today), item.Corrections == 0 ? null : new("đã bổ sung", "corrected"), waiting.Claim?.Name, waiting.Claim?.Person == person.Id, isPicked);
    }

    private static int Count(QueueCounters counters, QueueShow show) => show switch
    {
        QueueShow.Late => counters.Late,
        QueueShow.Today => counters.Today,
        QueueShow.Mine => counters.Mine,
        QueueShow.Unclaimed => counters.Unclaimed,
        _ => counters.All,
    };

    private static FilterFields Fields(QueueFilter filter, FoundCases found) => new(
        filter.Text ?? "", filter.Title is { } title ? TitleInfo.Of(title).Code : "", filter.Level?.ToString() ?? "", filter.Stage ?? "",
        [.. TitleInfo.All.Select(info => new FilterChoice(info.Code, info.Name))],
        [.. Enum.GetValues<HolderLevel>().Select(level => new FilterChoice(level.ToString(), LevelName(level)))],
        [.. found.Stages.Select(code => new FilterChoice(code, StageWords.Name(code)))],
        IsSet: filter with { Show = QueueShow.All } != QueueFilter.All);

    private static LocalText LevelName(HolderLevel level) => level switch
    {
        HolderLevel.Household => new("Gia đình", "Family"),
        HolderLevel.Clan => new("Dòng họ", "Clan"),
        HolderLevel.Hamlet => new("Thôn, xóm, tổ dân phố", "Hamlet or neighbourhood"),
        HolderLevel.Commune => new("Cấp xã", "Commune"),
        HolderLevel.District => new("Cấp huyện", "District"),
        _ => new("Cấp tỉnh", "Province"),
    };
}

using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Review;

/// <summary>
/// Everything that waits for one person, over all bodies he decides for, by due date. Cases that are not his to see are gone before anything is counted.
/// </summary>
public sealed class WaitingCases(WorkQueueTable queues, ClaimTable claims, ApplicationTable applications, Rules rules, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <param name="page">1 for the first; beyond the last, the last is shown.</param>
    /// <param name="from">Where the reader comes from: that page is shown, whatever <paramref name="page"/> says.</param>
    public async Task<FoundCases> FindAsync(Actor person, QueueFilter filter, int page, CancellationToken cancellationToken, QueuePlace? from = null)
    {
        var now = clock.GetUtcNow();
        var today = VietnamTime.DayOf(now);
        var read = await Task.WhenAll(Bodies(person).Select(body => ReadAsync(body.Role, body.Unit, person, now, cancellationToken)));
        // One queue comes in order.
        List<WaitingCase> all = read is [var only] ? only.Cases
            : [.. read.SelectMany(queue => queue.Cases).OrderBy(waiting => waiting.Item.DueOn).ThenBy(waiting => waiting.Item.Dossier, StringComparer.Ordinal)];
        var words = VietnameseText.Fold(filter.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (places, matching, stages) = (new Dictionary<string, string>(), new List<WaitingCase>(), new List<string>());
        var (late, dueToday, mine, unclaimed) = (0, 0, 0, 0);
        foreach (var waiting in all)
        {
            late += Shows(QueueShow.Late, waiting) ? 1 : 0;
            dueToday += Shows(QueueShow.Today, waiting) ? 1 : 0;
            mine += Shows(QueueShow.Mine, waiting) ? 1 : 0;
            unclaimed += Shows(QueueShow.Unclaimed, waiting) ? 1 : 0;
            if (!stages.Contains(waiting.Item.Stage))
                stages.Add(waiting.Item.Stage);
            if (Shows(filter.Show, waiting) && Fits(waiting.Item) && (words.Length == 0 || IsFound(waiting.Item)))
                matching.Add(waiting);
        }

        var next = 0;
        if (from is { } left)
        {
            // After the last the list begins again.
            next = Math.Max(0, matching.FindIndex(waiting => waiting.Place.IsAfter(left)));
            page = (Math.Max(0, matching.FindIndex(waiting => !left.IsAfter(waiting.Place))) / PageSize) + 1;
        }

        var pages = Math.Max(1, (matching.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return new(
            [.. matching.Skip((page - 1) * PageSize).Take(PageSize)], new(all.Count, late, dueToday, mine, unclaimed), matching.Count, page, pages, read.Any(queue => queue.IsCut),
            [.. stages.Order(StringComparer.Ordinal)], matching.Count == 0 ? null : matching[next].Item.Dossier);

        bool Shows(QueueShow show, in WaitingCase waiting) => show switch
        {
            QueueShow.Late => waiting.Item.DueOn < today,
            QueueShow.Today => waiting.Item.DueOn == today,
            QueueShow.Mine => waiting.Claim?.Person == person.Id,
            QueueShow.Unclaimed => waiting.Claim is null,
            _ => true,
        };

        bool Fits(QueueItem item) => (filter.Title is null || item.Title == filter.Title) && (filter.Level is null || item.Level == filter.Level)
            && (filter.Stage is null || item.Stage == filter.Stage);

        bool IsFound(QueueItem item)
        {
            if (!places.TryGetValue(item.Unit, out var place))
                places.Add(item.Unit, place = rules.Units.On(rules.MapDay(item.SubmittedOn ?? today)).PathName(item.Unit));
            var (names, dossier) = (VietnameseText.Fold($"{item.Holder} {place}"), VietnameseText.Fold(item.Dossier));
            return words.All(word => IsShortNumber(word) ? HasNumber(names, word) : names.Contains(word, StringComparison.Ordinal) || dossier.Contains(word, StringComparison.Ordinal));
        }
    }

    /// <summary>The 1 of "Tổ 1": in some place it stands in nearly every dossier number.</summary>
    private static bool IsShortNumber(string word) => word.Length < 4 && word.All(char.IsAsciiDigit);

    private static bool HasNumber(string text, string number)
    {
        for (var at = text.IndexOf(number, StringComparison.Ordinal); at >= 0; at = text.IndexOf(number, at + 1, StringComparison.Ordinal))
            if (!IsDigit(at - 1) && !IsDigit(at + number.Length))
                return true;
        return false;

        bool IsDigit(int index) => index >= 0 && index < text.Length && char.IsAsciiDigit(text[index]);
    }

    /// <summary>The bodies whose cases a person decides.</summary>
    public static IReadOnlyList<(Role Role, string Unit)> Bodies(Actor person) => !person.MayDecide ? [] :
        [.. person.Authorities.Where(authority => authority.Role is Role.CommuneOfficer or Role.DistrictReviewer or Role.ProvincialApprover)
            .Select(authority => (authority.Role, authority.Unit)).Distinct()];

    private async Task<(List<WaitingCase> Cases, bool IsCut)> ReadAsync(Role role, string unit, Actor person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (waiting, claimed) = (queues.ReadFirstAsync(role, unit, cancellationToken), claims.ReadAsync(role, unit, cancellationToken));
        var (first, marks) = (await waiting, (await claimed).All.Where(claim => claim.Until > now).ToDictionary(claim => claim.Dossier));
        // Null stands for all.
        var stages = person.Authorities.Where(authority => authority.Role == role && authority.Unit == unit).Select(authority => authority.Stage).ToList();
        var (cases, overtaken) = (new List<WaitingCase>(first.Rows.Count), first.Overtaken(applications));
        foreach (var (_, item) in first.Rows)
            if ((stages.Contains(null) || stages.Contains(item.Stage)) && !item.IsHiddenFrom(person) && !(overtaken.TryGetValue(item.Dossier, out var state) && IsGone(state, item, person)))
                cases.Add(new(item, role, unit, marks.GetValueOrDefault(item.Dossier)));
        return (cases, first.IsCut);
    }

    /// <summary>
    /// Rows follow the record a moment later. What this process knows to be decided already, or not to be the person's any more, is not shown to whoever has just done it.
    /// </summary>
    /// <param name="state">Newer than the row.</param>
    private static bool IsGone(Application state, QueueItem item, Actor person) =>
        Conflicts.Bar(person, state) || !QueueRow.Of(state).Any(row => row.Item.Stage == item.Stage && row.Item.DueOn == item.DueOn);
}

/// <param name="Role">With <paramref name="Unit"/>, whose queue it waits in.</param>
/// <param name="Claim">Null where nobody says that he is looking at it.</param>
public readonly record struct WaitingCase(QueueItem Item, Role Role, string Unit, CaseClaim? Claim)
{
    public QueuePlace Place => new(Item.DueOn, Item.Dossier);
}

/// <summary>Of everything that waits for the person, whatever the filter.</summary>
public sealed record QueueCounters(int All, int Late, int Today, int Mine, int Unclaimed);

/// <param name="Matching">How many the filter leaves, over all pages.</param>
/// <param name="IsCut">There is more in a queue than is read at once.</param>
/// <param name="Stages">Codes of the stages that occur.</param>
/// <param name="Next">Dossier number of the case after the place its reader comes from, otherwise of the first; null where there is none.</param>
public sealed record FoundCases(
    IReadOnlyList<WaitingCase> Cases, QueueCounters Counters, int Matching, int Page, int Pages, bool IsCut, IReadOnlyList<string> Stages, string? Next);

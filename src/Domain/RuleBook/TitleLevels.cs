using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.RuleBook;

/// <summary>What an entry of the rule book is for: one title, at these levels.</summary>
public sealed record TitleLevels(TitleKind Title, IReadOnlyList<HolderLevel> Levels)
{
    internal IEnumerable<TitleAtLevel> Subjects
    {
        get
        {
            foreach (var level in Levels)
                yield return new(Title, level);
        }
    }
}

/// <summary>One title at one level.</summary>
internal sealed record TitleAtLevel(TitleKind Title, HolderLevel Level)
{
    /// <summary>As errors name it, and as the files write it: "GDHT Household".</summary>
    public string Words => $"{TitleInfo.Of(Title).Code} {Level}";
}

internal static class TitleLevelsEntry
{
    /// <summary>The list "appliesTo", with every level a level of its title.</summary>
    internal static IReadOnlyList<TitleLevels> AppliesTo(this EntryReader entry)
    {
        var list = entry.List("appliesTo", Place.Of("appliesTo")).Select(Read).OfType<TitleLevels>().ToList();
        if (list.Count == 0)
            entry.Error("\"appliesTo\" không nêu danh hiệu nào.", "\"appliesTo\" names no title.");
        foreach (var twice in list.SelectMany(applies => applies.Subjects).GroupBy(subject => subject.Words).Where(same => same.Count() > 1))
            entry.Error($"\"appliesTo\" nêu {twice.Key} hai lần.", $"\"appliesTo\" names {twice.Key} twice.");
        return list;
    }

    /// <summary>The code of a title under <paramref name="name"/>.</summary>
    internal static TitleKind? Title(this EntryReader entry, string name)
    {
        if (entry.Text(name) is not { } code)
            return null;
        if (TitleInfo.TryFromCode(code, out var title))
            return title;
        var codes = string.Join(", ", TitleInfo.All.Select(t => t.Code));
        entry.Error($"\"{name}\" là \"{code}\"; các danh hiệu là {codes}.", $"\"{name}\" is \"{code}\"; the titles are {codes}.");
        return null;
    }

    private static TitleLevels? Read(EntryReader entry)
    {
        var title = entry.Title("title");
        var names = entry.Texts("levels");
        entry.RefuseUnknown();
        if (title is null)
            return null;
        var possible = TitleInfo.Of(title.Value).Levels;
        foreach (var name in names.Where(name => possible.All(level => level.ToString() != name)))
            entry.Error(
                $"{TitleInfo.Of(title.Value).Code} không có ở cấp \"{name}\"; các cấp là {string.Join(", ", possible)}.",
                $"{TitleInfo.Of(title.Value).Code} is not given at the level \"{name}\"; its levels are {string.Join(", ", possible)}.");
        if (names.Count == 0)
            entry.Error("\"levels\" không nêu cấp nào.", "\"levels\" names no level.");
        return new(title.Value, [.. possible.Where(level => names.Contains(level.ToString()))]);
    }
}

using TitleCertification.Storage;

namespace TitleCertification.Functions.Tests.Storage.Conformance;

public abstract partial class StorageConformance
{
    private const string Vietnamese = "Trường THCS Nghĩa Hưng – Đơn vị học tập: ếệễểề ượừửữự 𠀋 \\ / \u2028 \"'&<>";

    [Theory]
    [InlineData(1)]
    [InlineData(31_999)]
    [InlineData(32_000)]
    [InlineData(32_001)]
    [InlineData(64_000)]
    [InlineData(Limits.BodyLength)]
    public async Task Commit_BodyOfAnyLength_IsReadBackExactly(int length)
    {
        var body = Text(length, Vietnamese);

        await Apply(new RowChange.Insert("alone", body));
        await Apply(new RowChange.Insert("together", body), new RowChange.Insert("small", "1"));

        Assert.Equal(body, (await Read("alone"))!.Body);
        Assert.Equal(body, (await Tables.ReadRangeAsync(Table, _partition, "together", "u", 1))[0].Body);
    }

    // Every position of the pair relative to the cut between properties.
    [Theory]
    [InlineData(31_998)]
    [InlineData(31_999)]
    [InlineData(32_000)]
    [InlineData(63_999)]
    public async Task Commit_PairOfSurrogatesWhereTheBodyIsCut_Survives(int position)
    {
        var body = new string('x', position) + "🎓" + new string('y', 40_000);

        await Apply(new RowChange.Insert("a", body));

        Assert.Equal(body, (await Read("a"))!.Body);
    }

    [Fact]
    public async Task Commit_LongestBodyOfPairsOnly_IsReadBackExactly()
    {
        var body = "x" + string.Concat(Enumerable.Repeat("🎓", (Limits.BodyLength / 2) - 1)) + "y";

        await Apply(new RowChange.Insert("a", body));

        Assert.Equal(body, (await Read("a"))!.Body);
    }

    [Fact]
    public async Task Commit_LargestBatch_IsApplied()
    {
        var body = Text(Limits.BatchLength / Limits.BatchSize, "ế\"");
        await Apply([.. Enumerable.Range(0, Limits.BatchSize).Select(i => new RowChange.Insert($"k{i:D2}", body))]);

        Assert.All(await Tables.ReadRangeAsync(Table, _partition, "k", "l", 100), row => Assert.Equal(body, row.Body));
    }

    [Fact]
    public async Task Commit_ComposedAndDecomposedText_StayAsTheyWere()
    {
        // The same word twice. Written with escapes, because nothing else shows the difference.
        const string composed = "\u0111\u01a1n v\u1ecb h\u1ecdc t\u1eadp", decomposed = "\u0111o\u031bn vi\u0323 ho\u0323c ta\u0323\u0302p";
        await Apply(new RowChange.Insert("c", composed), new RowChange.Insert("d", decomposed));

        Assert.Equal(composed, (await Read("c"))!.Body);
        Assert.Equal(decomposed, (await Read("d"))!.Body);
    }

    [Fact]
    public async Task Commit_BatchAgainstTheLimits_IsRefusedWhole()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Commit());
        await Assert.ThrowsAsync<ArgumentException>(() => Commit([.. Enumerable.Range(0, 101).Select(i => new RowChange.Insert($"k{i}", "1"))]));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new RowChange.Insert("a", "1"), new RowChange.Upsert("a", "2")));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new RowChange.Insert("a", "")));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new RowChange.Insert("a", new string('x', Limits.BodyLength + 1))));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new RowChange.Insert("a", "\ud83c")));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new RowChange.Replace("a", "1", "*")));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new RowChange.Delete("a", "")));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(
            new RowChange.Insert("a", new string('x', Limits.BodyLength)), new RowChange.Insert("b", new string('x', Limits.BatchLength - Limits.BodyLength + 1))));
        await Assert.ThrowsAsync<ArgumentException>(() => Tables.CommitAsync("no-table", _partition, [new RowChange.Insert("a", "1")]));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Tables.ReadRangeAsync(Table, _partition, "a", "b", 0));

        Assert.Empty(await Keys("a", "z"));
    }

    private static string Text(int length, string pattern)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, (length / pattern.Length) + 1))[..length];
        return char.IsHighSurrogate(text[^1]) ? text[..^1] + "x" : text;
    }
}

using TitleCertification.Storage;

namespace TitleCertification.Functions.Tests.Storage.Conformance;

public abstract partial class StorageConformance
{
    // Upper before lower case, digits by character, punctuation on both sides of letters, what needs escaping in URLs and filters, accents in NFC and NFD.
    private static readonly string[] AwkwardKeys =
    [
        " ", " a", "!", "'", "''", "a'b", "%", "%25", "%2F", "&", "(a)", "+", "-", ".", "..", "0", "1", "10", "2", ":", ";", "<>", "=", "@", "A", "A b", "Z", "[", "^", "_", "`", "a", "a ",
        "a b", "a$", "a\"b", "fact:00000001", "fact:00000010", "fact:00000002", "z", "{x}", "|", "~", "\u00e9", "e\u0301", "Đơn vị học tập", "ế", "中", "\uffdc",
    ];

    [Fact]
    public async Task ReadRange_AwkwardKeys_AreOrderedByOrdinal()
    {
        await Apply([.. AwkwardKeys.Reverse().Select(key => new RowChange.Insert(key, $"\"{key.Length}\""))]);

        Assert.Equal(AwkwardKeys.Order(StringComparer.Ordinal), await Keys("", "\uffff"));
    }

    [Fact]
    public async Task ReadRange_EveryAwkwardKeyAsABound_TakesFromAndLeavesTo()
    {
        await Apply([.. AwkwardKeys.Select(key => new RowChange.Insert(key, "1"))]);
        var ordered = AwkwardKeys.Order(StringComparer.Ordinal).ToArray();

        for (var i = 0; i < ordered.Length; i += 3)
            Assert.Equal(ordered[i..Math.Min(i + 7, ordered.Length - 1)], await Keys(ordered[i], ordered[Math.Min(i + 7, ordered.Length - 1)]));
    }

    [Fact]
    public async Task EveryChange_AwkwardKeysAloneAndTogether_FindsItsRow()
    {
        foreach (var key in AwkwardKeys)
        {
            await Apply(new RowChange.Insert(key, "1"));
            Assert.Equal(Conflict(key, ConflictKind.Exists), await Commit(new RowChange.Insert(key, "1")));
            var row = await Read(key);
            Assert.Equal(key, row!.Key);
            await Apply(new RowChange.Replace(key, "2", row.ETag));
        }

        var etags = await Apply([.. AwkwardKeys.Select(key => new RowChange.Upsert(key, "3"))]);
        Assert.Equal(AwkwardKeys.Order(StringComparer.Ordinal), etags.Keys.Order(StringComparer.Ordinal));
        etags = await Apply([.. AwkwardKeys.Select(key => new RowChange.Replace(key, "4", etags[key]))]);
        foreach (var key in AwkwardKeys[..10])
            await Apply(new RowChange.Delete(key, etags[key]));
        await Apply([.. AwkwardKeys[10..].Select(key => new RowChange.Delete(key))]);
        Assert.Empty(await Keys("", "\uffff"));
    }

    [Theory]
    [InlineData("0306:chờ duyệt cấp huyện")]
    [InlineData("'; DROP")]
    [InlineData("a%20b+c&d=e")]
    public async Task Commit_AwkwardPartition_IsFoundAgain(string name)
    {
        var partition = _partition + name;
        await Tables.CommitAsync(Table, partition, [new RowChange.Insert("a", "1")]);
        await Tables.CommitAsync(Table, partition, [new RowChange.Insert("b", "1"), new RowChange.Upsert("c", "1")]);

        Assert.NotNull(await Tables.ReadAsync(Table, partition, "a"));
        Assert.Equal(3, (await Tables.ReadRangeAsync(Table, partition, "a", "d", 10)).Count);
    }

    [Fact]
    public async Task ReadRange_Limit_CutsTheEnd()
    {
        await Apply([.. Enumerable.Range(0, 20).Select(i => new RowChange.Insert($"k{i:D2}", "1"))]);

        Assert.Equal(["k03", "k04"], await Keys("k03", "k99", 2));
        Assert.Equal(["k18", "k19"], await Keys("k18", "k99", 2));
        Assert.Equal(["k18", "k19"], await Keys("k18", "k99", 3));
    }

    [Fact]
    public async Task ReadRange_MoreThanAPage_ReadsAll()
    {
        for (var batch = 0; batch < 23; batch++)
            await Apply([.. Enumerable.Range(batch * 100, 100).Select(i => new RowChange.Insert($"k{i:D5}", "1"))]);

        Assert.Equal(Enumerable.Range(0, 2300).Select(i => $"k{i:D5}"), await Keys("k", "l", 5000));
        Assert.Equal(Enumerable.Range(0, 1001).Select(i => $"k{i:D5}"), await Keys("k", "l", 1001));
    }

    [Fact]
    public async Task ReadRange_EmptyOrReversed_IsEmpty()
    {
        await Apply(new RowChange.Insert("b", "1"));

        Assert.Empty(await Keys("b", "b"));
        Assert.Empty(await Keys("c", "a"));
        Assert.Empty(await Keys("c", "d"));
    }

    [Fact]
    public async Task ReadRange_BoundsThatAreNoKeys_Compare()
    {
        await Apply(new RowChange.Insert(".", "1"), new RowChange.Insert("0", "1"), new RowChange.Insert("@", "1"));

        Assert.Equal(["0"], await Keys("/", "?"));
        Assert.Equal(["0", "@"], await Keys("/", "\\#"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a,b")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    [InlineData("a\ud83c\udf93")]
    [InlineData("too long")]
    public async Task AnyCall_KeyOrPartitionAgainstTheLimits_IsRefused(string key)
    {
        key = key == "too long" ? new string('k', Limits.KeyLength + 1) : key;
        await Assert.ThrowsAsync<ArgumentException>(() => Read(key));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new RowChange.Insert(key, "1")));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new RowChange.Insert("a", "1"), new RowChange.Delete(key)));
        await Assert.ThrowsAsync<ArgumentException>(() => Tables.ReadAsync(Table, key, "a"));
        await Assert.ThrowsAsync<ArgumentException>(() => Tables.ReadRangeAsync(Table, key, "a", "b", 1));
        await Assert.ThrowsAsync<ArgumentException>(() => Tables.CommitAsync(Table, key, [new RowChange.Insert("a", "1")]));
    }

    [Fact]
    public async Task Commit_LongestKeyAndPartition_IsFoundAgain()
    {
        var partition = _partition.PadRight(Limits.KeyLength, 'p');
        var key = new string('k', Limits.KeyLength);
        await Tables.CommitAsync(Table, partition, [new RowChange.Insert(key, "1")]);

        Assert.NotNull(await Tables.ReadAsync(Table, partition, key));
    }
}

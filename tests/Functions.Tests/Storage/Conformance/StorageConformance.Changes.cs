using TitleCertification.Storage;

namespace TitleCertification.Functions.Tests.Storage.Conformance;

public abstract partial class StorageConformance
{
    [Fact]
    public async Task Read_RowThatIsNotThere_IsNull() => Assert.Null(await Read("nothing"));

    [Fact]
    public async Task Insert_NewKey_IsReadBackWithTheAcknowledgedETag()
    {
        var etags = await Apply(new RowChange.Insert("a", """{"x":1}"""));

        Assert.Equal(new StoredRow("a", """{"x":1}""", etags["a"]), await Read("a"));
    }

    [Fact]
    public async Task Insert_KeyThatExists_ConflictsAndLeavesTheRow()
    {
        await Apply(new RowChange.Insert("a", "1"));

        Assert.Equal(Conflict("a", ConflictKind.Exists), await Commit(new RowChange.Insert("a", "2")));
        Assert.Equal("1", (await Read("a"))!.Body);
    }

    [Fact]
    public async Task Replace_CurrentETag_WritesAndChangesTheETag()
    {
        var first = (await Apply(new RowChange.Insert("a", "1")))["a"];

        var second = (await Apply(new RowChange.Replace("a", "2", first)))["a"];

        Assert.NotEqual(first, second);
        Assert.Equal(new StoredRow("a", "2", second), await Read("a"));
    }

    [Fact]
    public async Task Replace_ETagFromARead_Writes()
    {
        await Apply(new RowChange.Insert("a", "1"), new RowChange.Insert("b", "1"));
        var (a, b) = ((await Read("a"))!, (await Tables.ReadRangeAsync(Table, _partition, "b", "c", 1))[0]);

        await Apply(new RowChange.Replace("a", "2", a.ETag), new RowChange.Replace("b", "2", b.ETag));

        Assert.Equal(["2", "2"], (await Tables.ReadRangeAsync(Table, _partition, "a", "c", 9)).Select(row => row.Body));
    }

    [Fact]
    public async Task Replace_StaleETag_ConflictsAndLeavesTheRow()
    {
        var first = (await Apply(new RowChange.Insert("a", "1")))["a"];
        await Apply(new RowChange.Replace("a", "2", first));

        Assert.Equal(Conflict("a", ConflictKind.Changed), await Commit(new RowChange.Replace("a", "3", first)));
        Assert.Equal("2", (await Read("a"))!.Body);
    }

    [Fact]
    public async Task Replace_RowThatIsGone_ConflictsAsMissing()
    {
        var etag = (await Apply(new RowChange.Insert("a", "1")))["a"];
        await Apply(new RowChange.Delete("a"));

        Assert.Equal(Conflict("a", ConflictKind.Missing), await Commit(new RowChange.Replace("a", "2", etag)));
    }

    [Fact]
    public async Task Replace_RowThatWasDeletedAndInsertedAgain_ConflictsAsChanged()
    {
        var etag = (await Apply(new RowChange.Insert("a", "1")))["a"];
        await Apply(new RowChange.Delete("a"));
        await Apply(new RowChange.Insert("a", "1"));

        Assert.Equal(Conflict("a", ConflictKind.Changed), await Commit(new RowChange.Replace("a", "2", etag)));
    }

    [Fact]
    public async Task Replace_ShorterBody_LeavesNothingOfTheLongerOne()
    {
        var etag = (await Apply(new RowChange.Insert("a", new string('x', 100_000))))["a"];

        await Apply(new RowChange.Replace("a", "y", etag));

        Assert.Equal("y", (await Read("a"))!.Body);
    }

    [Fact]
    public async Task Upsert_WhateverWasThere_Writes()
    {
        var first = (await Apply(new RowChange.Upsert("a", new string('x', 70_000))))["a"];
        var second = (await Apply(new RowChange.Upsert("a", "2")))["a"];

        Assert.NotEqual(first, second);
        Assert.Equal(new StoredRow("a", "2", second), await Read("a"));
    }

    [Fact]
    public async Task Delete_CurrentETag_Removes()
    {
        var etag = (await Apply(new RowChange.Insert("a", "1")))["a"];

        Assert.Empty(await Apply(new RowChange.Delete("a", etag)));
        Assert.Null(await Read("a"));
    }

    [Fact]
    public async Task Delete_StaleETag_ConflictsAndLeavesTheRow()
    {
        var first = (await Apply(new RowChange.Insert("a", "1")))["a"];
        await Apply(new RowChange.Upsert("a", "2"));

        Assert.Equal(Conflict("a", ConflictKind.Changed), await Commit(new RowChange.Delete("a", first)));
        Assert.Equal("2", (await Read("a"))!.Body);
    }

    [Fact]
    public async Task Delete_RowThatIsNotThere_ConflictsAsMissing()
    {
        var etag = (await Apply(new RowChange.Insert("other", "1")))["other"];

        Assert.Equal(Conflict("a", ConflictKind.Missing), await Commit(new RowChange.Delete("a")));
        Assert.Equal(Conflict("a", ConflictKind.Missing), await Commit(new RowChange.Delete("a", etag)));
    }

    [Fact]
    public async Task Commit_EveryKindOfChange_AppliesAllAndNamesTheETagsOfWhatIsThere()
    {
        var before = await Apply(new RowChange.Insert("r", "1"), new RowChange.Insert("u", "1"), new RowChange.Insert("d", "1"), new RowChange.Insert("e", "1"));

        var after = await Apply(
            new RowChange.Insert("i", "2"), new RowChange.Replace("r", "2", before["r"]), new RowChange.Upsert("u", "2"),
            new RowChange.Delete("d"), new RowChange.Delete("e", before["e"]));

        Assert.Equal(["i", "r", "u"], after.Keys.Order());
        var rows = await Tables.ReadRangeAsync(Table, _partition, "a", "z", 100);
        Assert.Equal(after.OrderBy(pair => pair.Key).Select(pair => new StoredRow(pair.Key, "2", pair.Value)), rows);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(57)]
    [InlineData(99)]
    public async Task Commit_OneChangeOfAHundredInConflict_NamesItAndAppliesNothing(int position)
    {
        var stale = (await Apply(new RowChange.Insert("stale", "1")))["stale"];
        await Apply(new RowChange.Upsert("stale", "2"), new RowChange.Upsert("there", "2"));
        foreach (var (bad, kind) in new (RowChange, ConflictKind)[]
        {
            (new RowChange.Insert("there", "3"), ConflictKind.Exists),
            (new RowChange.Replace("stale", "3", stale), ConflictKind.Changed),
            (new RowChange.Replace("gone", "3", stale), ConflictKind.Missing),
            (new RowChange.Delete("stale", stale), ConflictKind.Changed),
            (new RowChange.Delete("gone"), ConflictKind.Missing),
        })
        {
            RowChange[] changes = [.. Enumerable.Range(0, 100).Select(i => i == position ? bad : (RowChange)new RowChange.Upsert($"n{i:D3}", "3"))];

            Assert.Equal(Conflict(bad.Key, kind), await Commit(changes));
            Assert.Equal(["stale", "there"], await Keys("a", "z"));
            Assert.Equal("2", (await Read("stale"))!.Body);
            Assert.Equal("2", (await Read("there"))!.Body);
        }
    }

    [Fact]
    public async Task Commit_SeveralChangesInConflict_NamesTheFirst()
    {
        await Apply(new RowChange.Insert("a", "1"), new RowChange.Insert("b", "1"));

        Assert.Equal(Conflict("b", ConflictKind.Exists), await Commit(new RowChange.Upsert("c", "2"), new RowChange.Insert("b", "2"), new RowChange.Insert("a", "2")));
    }

    [Fact]
    public async Task Commit_SameKeyInAnotherPartition_IsAnotherRow()
    {
        await Apply(new RowChange.Insert("a", "1"));

        var other = await Tables.CommitAsync(Table, _partition + "x", [new RowChange.Insert("a", "2")]);

        Assert.IsType<BatchResult.Applied>(other);
        Assert.Equal("1", (await Read("a"))!.Body);
    }

    [Fact]
    public async Task Commit_ManyWritersOnOneETag_ExactlyOneWins()
    {
        for (var round = 0; round < 5; round++)
        {
            var etag = (await Apply(new RowChange.Upsert("counter", "start")))["counter"];

            var results = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => i % 2 == 0
                ? Commit(new RowChange.Replace("counter", $"{i}", etag))
                : Commit(new RowChange.Replace("counter", $"{i}", etag), new RowChange.Upsert($"by{i}", "1")))));

            var winner = Assert.Single(Enumerable.Range(0, 24), i => results[i] is BatchResult.Applied);
            Assert.All(results.OfType<BatchResult.Conflict>(), conflict => Assert.Equal(Conflict("counter", ConflictKind.Changed), conflict));
            Assert.Equal($"{winner}", (await Read("counter"))!.Body);
            Assert.Equal(winner % 2 == 1 ? [$"by{winner}"] : [], await Keys("by", "bz"));
            foreach (var key in await Keys("by", "bz"))
                await Apply(new RowChange.Delete(key));
        }
    }

    [Fact]
    public async Task Commit_ManyInsertersOfOneKey_ExactlyOneWins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => Commit(new RowChange.Insert("a", $"{i}")))));

        var winner = Assert.Single(Enumerable.Range(0, 24), i => results[i] is BatchResult.Applied);
        Assert.Equal($"{winner}", (await Read("a"))!.Body);
    }

    [Fact]
    public async Task Commit_CancelledBeforehand_ThrowsAndAppliesNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Tables.CommitAsync(Table, _partition, [new RowChange.Insert("a", "1")], new CancellationToken(canceled: true)));

        Assert.Null(await Read("a"));
    }

    [Fact]
    public async Task AnyCall_TableThatWasNotPrepared_IsAMistakeOfTheProgram()
    {
        const string table = "NeverPrepared";
        await Assert.ThrowsAsync<InvalidOperationException>(() => Tables.ReadAsync(table, _partition, "a"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Tables.ReadRangeAsync(table, _partition, "a", "b", 1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Tables.CommitAsync(table, _partition, [new RowChange.Insert("a", "1")]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Tables.CommitAsync(table, _partition, [new RowChange.Delete("a"), new RowChange.Delete("b")]));
    }
}

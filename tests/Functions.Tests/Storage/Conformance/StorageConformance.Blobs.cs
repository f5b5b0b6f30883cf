namespace TitleCertification.Functions.Tests.Storage.Conformance;

public abstract partial class StorageConformance
{
    [Fact]
    public async Task ReadBlob_ThatIsNotThere_IsNull() => Assert.Null(await Blobs.ReadAsync(Container, $"{_partition}/none.pdf"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(45_000)]
    [InlineData(9_000_000)]
    public async Task WriteOnce_NewName_IsReadBackWithItsType(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);

        Assert.True(await Blobs.WriteOnceAsync(Container, $"{_partition}/{length}/v1.pdf", content, "application/pdf"));

        var blob = await Blobs.ReadAsync(Container, $"{_partition}/{length}/v1.pdf");
        Assert.Equal("application/pdf", blob!.ContentType);
        Assert.True(blob.Content.Span.SequenceEqual(content));
    }

    [Fact]
    public async Task WriteOnce_NameThatExists_IsFalseAndLeavesTheBlob()
    {
        await Blobs.WriteOnceAsync(Container, _partition, "one"u8.ToArray(), "text/plain");

        Assert.False(await Blobs.WriteOnceAsync(Container, _partition, "two"u8.ToArray(), "text/html"));

        var blob = await Blobs.ReadAsync(Container, _partition);
        Assert.Equal(("text/plain", "one"), (blob!.ContentType, System.Text.Encoding.UTF8.GetString(blob.Content.Span)));
    }

    [Fact]
    public async Task WriteOnce_ManyAtOnce_ExactlyOneWins()
    {
        var wrote = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => Blobs.WriteOnceAsync(Container, _partition, new[] { (byte)i }, "text/plain"))));

        var winner = Assert.Single(Enumerable.Range(0, 24), i => wrote[i]);
        Assert.Equal([(byte)winner], (await Blobs.ReadAsync(Container, _partition))!.Content.ToArray());
    }

    [Fact]
    public async Task Delete_Blob_IsGoneAndItsNameFreeAgain()
    {
        await Blobs.WriteOnceAsync(Container, $"{_partition}/one", "one"u8.ToArray(), "text/plain");
        await Blobs.WriteOnceAsync(Container, $"{_partition}/two", "two"u8.ToArray(), "text/plain");

        await Blobs.DeleteAsync(Container, $"{_partition}/one");
        await Blobs.DeleteAsync(Container, $"{_partition}/one");

        Assert.Null(await Blobs.ReadAsync(Container, $"{_partition}/one"));
        Assert.NotNull(await Blobs.ReadAsync(Container, $"{_partition}/two"));
        Assert.True(await Blobs.WriteOnceAsync(Container, $"{_partition}/one", "again"u8.ToArray(), "text/plain"));
    }

    [Fact]
    public async Task List_Prefix_NamesThoseThatBeginWithIt()
    {
        foreach (var name in (string[])["a/1", "a/2/x", "a/10", "b/1", "a"])
            await Blobs.WriteOnceAsync(Container, $"{_partition}/{name}", new byte[1], "text/plain");

        Assert.Equal([$"{_partition}/a/1", $"{_partition}/a/10", $"{_partition}/a/2/x"], await Blobs.ListAsync(Container, $"{_partition}/a/"));
        Assert.Equal(5, (await Blobs.ListAsync(Container, $"{_partition}/")).Count);
        Assert.Empty(await Blobs.ListAsync(Container, $"{_partition}/c/"));
        await Assert.ThrowsAsync<ArgumentException>(() => Blobs.ListAsync(Container, ""));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Blobs.ListAsync("never-prepared", "a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("a/../b")]
    [InlineData("a.")]
    [InlineData(".a")]
    [InlineData("a\\b")]
    [InlineData("a b")]
    [InlineData("a%41")]
    [InlineData("đơn")]
    public async Task AnyBlobCall_NameAgainstTheLimits_IsRefused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Blobs.ReadAsync(Container, name));
        await Assert.ThrowsAsync<ArgumentException>(() => Blobs.WriteOnceAsync(Container, name, new byte[1], "text/plain"));
        await Assert.ThrowsAsync<ArgumentException>(() => Blobs.DeleteAsync(Container, name));
    }

    [Fact]
    public async Task AnyBlobCall_ContainerThatWasNotPreparedOrCannotBe_Fails()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Blobs.ReadAsync("never-prepared", "a"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Blobs.WriteOnceAsync("never-prepared", "a", new byte[1], "text/plain"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Blobs.DeleteAsync("never-prepared", "a"));
        await Assert.ThrowsAsync<ArgumentException>(() => Blobs.ReadAsync("Upper", "a"));
        await Assert.ThrowsAsync<ArgumentException>(() => Blobs.WriteOnceAsync(Container, "a", new byte[1], " "));
    }

    [Fact]
    public async Task Prepare_AgainAndByManyAtOnce_Succeeds()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _storage.PrepareAsync([Table, "Second"], [Container, "second"])));
        await Assert.ThrowsAsync<ArgumentException>(() => _storage.PrepareAsync(["no-table"], []));
        await Assert.ThrowsAsync<ArgumentException>(() => _storage.PrepareAsync([], ["No_Container"]));
    }
}

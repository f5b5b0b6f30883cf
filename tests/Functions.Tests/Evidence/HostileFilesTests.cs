using SkiaSharp;

namespace TitleCertification.Functions.Tests.Evidence;

public class HostileFilesTests
{
    public static TheoryData<string> Refused => [.. HostileFiles.Refused.Keys];

    public static TheoryData<string> Neutralised => [.. HostileFiles.Neutralised.Keys];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Examine_Hostile_IsRefusedForWhatItIs(string name)
    {
        var (make, refusal) = HostileFiles.Refused[name];

        Assert.Equal(refusal, await Examining.RefuseAsync(make()));
    }

    [Theory]
    [MemberData(nameof(Neutralised))]
    public async Task Examine_WithSomethingHidden_KeepsTheImageAlone(string name)
    {
        var content = HostileFiles.Neutralised[name]();
        Assert.Contains(HostileFiles.Traces, trace => content.AsSpan().IndexOf(trace) >= 0);

        var kept = (await Examining.AcceptAsync(content)).Content;

        Assert.DoesNotContain(HostileFiles.Traces, trace => kept.Span.IndexOf(trace) >= 0);
        using var image = SKBitmap.Decode(kept.ToArray());
        Assert.Equal((400, 300), (image.Width, image.Height));
        // It ends with its own end mark: nothing is behind it.
        Assert.Equal([0xFF, 0xD9], kept.Span[^2..].ToArray());
    }
}

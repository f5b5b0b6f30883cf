using Microsoft.Extensions.Configuration;
using TitleCertification.Functions.Evidence.Examination;

namespace TitleCertification.Functions.Tests.Evidence;

internal static class Examining
{
    public static VirusScanner Scanner(string? address = null, string? seconds = null) => new(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Scanner:Address"] = address, ["Scanner:Seconds"] = seconds }).Build());

    public static Task<Examined> ExamineAsync(byte[] content, VirusScanner? scanner = null) => new Examiner(scanner ?? Scanner()).ExamineAsync(content, CancellationToken.None);

    public static async Task<Examined.Accepted> AcceptAsync(byte[] content, VirusScanner? scanner = null)
    {
        var examined = await ExamineAsync(content, scanner);
        return examined as Examined.Accepted ?? throw new InvalidOperationException($"Refused: {Describe((Examined.Refused)examined)}");
    }

    public static async Task<string> RefuseAsync(byte[] content, VirusScanner? scanner = null) =>
        Describe(Assert.IsType<Examined.Refused>(await ExamineAsync(content, scanner)));

    /// <summary>"code" or "code: ground ground".</summary>
    private static string Describe(Examined.Refused refused) =>
        string.Join(": ", ((string[])[refused.Refusal.Code, string.Join(" ", refused.Refusal.Faults.Select(fault => fault.Code))]).Where(part => part.Length > 0));
}

using TitleCertification.LocalRuntime.Hosting;

namespace TitleCertification.LocalRuntime.Tests.Hosting;

/// <summary>How long a child that is still starting is waited for, and what is said when it is given up.</summary>
public sealed class NodeProgramTests : IDisposable
{
    // Longer than a busy machine holds a program up before it has said its first word.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("node-program-");
    private readonly int port = NodeProgram.FreePort();

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public async Task Wait_AtWorkForLongerThanPatience_IsWaitedFor()
    {
        await using var program = Start($"const until = Date.now() + 5000; while (Date.now() < until); require('node:net').createServer().listen({port}, '127.0.0.1');");

        await program.WaitUntilListeningAsync(port, CancellationToken.None, Short);
    }

    [Fact]
    public async Task Wait_AtAStandstill_IsGivenUpWithWhatItSaid()
    {
        await using var program = Start("console.log('waiting for the moon'); setInterval(() => {}, 60000);");

        var exception = await Assert.ThrowsAsync<StartupException>(() => program.WaitUntilListeningAsync(port, CancellationToken.None, Short));

        Assert.Matches("^The program did not answer within [0-9]+ seconds: waiting for the moon\\.$", exception.Message);
    }

    [Fact]
    public async Task Wait_Ended_SaysWhy()
    {
        await using var program = Start("throw new Error('no such key');");

        var exception = await Assert.ThrowsAsync<StartupException>(() => program.WaitUntilListeningAsync(port, CancellationToken.None));

        Assert.Contains("ended at once: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("no such key", exception.Message, StringComparison.Ordinal);
    }

    private NodeProgram Start(string script)
    {
        root.CreateSubdirectory("local/node_modules");
        File.WriteAllText(Path.Combine(root.FullName, "local", "program.js"), script);
        return NodeProgram.Start("The program", root.FullName, "program.js", "do without", []);
    }
}

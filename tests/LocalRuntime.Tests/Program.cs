using TitleCertification.LocalRuntime.Tests.Durable;
using TitleCertification.LocalRuntime.Tests.Hosting;

namespace TitleCertification.LocalRuntime.Tests;

/// <summary>What tests start as a process of its own: a hub at work until it is killed, or an app.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => args is ["victim", ..] ? Victim.Main(args) : SampleApp.RunAsync(args);
}

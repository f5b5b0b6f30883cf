namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>
/// The app cannot start, for a reason the person who started it can remove. The message is one plain sentence; where nobody catches the exception, the
/// process writes that sentence to standard error, without a stack trace, and ends with exit code 1.
/// </summary>
internal sealed class StartupException(string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    private static int _installed;

    /// <summary>Makes uncaught start-up exceptions end the process with their sentence.</summary>
    public static void EndProcessWithSentence()
    {
        if (Interlocked.Exchange(ref _installed, 1) == 1) return;
        AppDomain.CurrentDomain.UnhandledException += (_, e) =>
        {
            for (var exception = e.ExceptionObject as Exception; exception is not null; exception = exception.InnerException)
            {
                if (exception is not StartupException startup) continue;
                Console.Out.Flush();
                Console.Error.WriteLine($"Fatal: {startup.Message}");
                Environment.Exit(1);
            }
        };
    }
}

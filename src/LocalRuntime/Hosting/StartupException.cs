using System.Reflection;

namespace TitleCertification.LocalRuntime.Hosting;

/// <summary>
/// The app cannot start, for a reason the person who started it can remove. The message is one plain sentence; where nobody catches the exception, the
/// process writes that sentence to standard error, without a stack trace, and ends with exit code 1.
/// </summary>
internal sealed class StartupException(string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    private static int _installed;
    private static volatile bool _started;

    public static bool HasStarted => _started;

    /// <summary>From here on an uncaught exception is a defect, and shown in full.</summary>
    public static void AppHasStarted() => _started = true;

    /// <summary>
    /// Makes what stops the start end the process with a sentence: this exception, and until the app has started those of the app's own types. They are written
    /// for people ("the rule book says…"); an exception of the framework is a defect, and its stack trace is wanted.
    /// </summary>
    public static void EndProcessWithSentence()
    {
        if (Interlocked.Exchange(ref _installed, 1) == 1) return;
        AppDomain.CurrentDomain.UnhandledException += (_, e) =>
        {
            for (var exception = e.ExceptionObject as Exception; exception is not null; exception = exception.InnerException)
            {
                if (exception is not StartupException && (_started || !IsOfTheApp(exception.GetType()))) continue;
                Console.Out.Flush();
                // What the framework says may come in several lines; what the app says in lines is meant to be read so.
                Console.Error.WriteLine($"Fatal: {(exception is StartupException ? exception.Message.ReplaceLineEndings(" ") : exception.Message)}");
                Environment.Exit(1);
            }
        };
    }

    // The projects of one app share the first part of their names.
    private static bool IsOfTheApp(Type type) => Family(type.Assembly) == Family(Assembly.GetEntryAssembly());

    private static string? Family(Assembly? assembly) => assembly?.GetName().Name?.Split('.')[0];
}

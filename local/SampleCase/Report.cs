using System.Globalization;

namespace TitleCertification.SampleCase;

internal enum Language
{
    Vietnamese,
    English,
}

/// <summary>The same said in both languages.</summary>
internal sealed record Said(string Vi, string En);

/// <summary>Tells the case as it happens: one line a step.</summary>
internal sealed class Report(TextWriter output, Language language)
{
    private int _steps;

    public void Heading(Said text) => output.WriteLine($"\n{In(text)}\n");

    public void Step(Said name, Said outcome) => output.WriteLine($"  {++_steps,2}  {In(name),-26}{In(outcome)}");

    public void End(Said text) => output.WriteLine($"\n{In(text)}\n");

    public void Failure(string what) =>
        Console.Error.WriteLine($"\n{In(new($"Hồ sơ mẫu dừng sau bước {_steps}: {what}", $"The sample case stopped after step {_steps}: {what}"))}");

    public static Said Date(DateOnly date) =>
        new(date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static Said Seconds(TimeSpan time) =>
        new(time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ','), time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture));

    private string In(Said text) => language == Language.English ? text.En : text.Vi;
}

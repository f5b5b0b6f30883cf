using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Applications;

/// <summary>What people write in their own words: reasons, evidence, notes.</summary>
public static class FreeText
{
    /// <summary>Characters.</summary>
    public const int Longest = 2000;

    /// <returns>The text as it is kept, or null where nothing was written.</returns>
    public static string? Of(string? given) => VietnameseText.Clean(given) is { Length: > 0 } text ? text : null;

    public static IEnumerable<Fault> Faults(string? given, string pointer)
    {
        if (given is { Length: > Longest })
            yield return InputFaults.TooLong(pointer, Longest);
    }
}

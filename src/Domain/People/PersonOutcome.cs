using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.People;

/// <summary>The answer of the domain to a command about a person.</summary>
public abstract record PersonOutcome
{
    private PersonOutcome() { }

    public sealed record Accepted(IReadOnlyList<PersonFact> Facts) : PersonOutcome;

    public sealed record Refused(Refusal Refusal) : PersonOutcome;

    public sealed record AlreadyDone : PersonOutcome;
}

/// <summary>What the inputs about people share.</summary>
internal static class PersonInput
{
    public static string? Text(string? given) => FreeText.Of(given);

    /// <summary>Nothing about authority is recorded without a reason.</summary>
    public static List<Fault> ReasonFaults(string? reason)
    {
        var faults = FreeText.Faults(reason, "/reason").ToList();
        if (Text(reason) is null)
            faults.Add(new("reason_missing", "/reason", new("Cần nêu lý do.", "A reason is needed.")));
        return faults;
    }

    public static void UnitFaults(string? unit, UnitMap map, List<Fault> faults)
    {
        if (map.Find(unit) is null)
            faults.Add(new("unknown_unit", "/unit", Text(unit) is null
                ? new("Hãy ghi tên hoặc mã đơn vị hành chính.", "Write the name or code of an administrative unit.")
                : new($"Không có đơn vị hành chính “{unit}”.", $"There is no administrative unit “{unit}”.")));
    }

    public static void TextFaults(string? given, string pointer, int longest, List<Fault> faults)
    {
        var text = VietnameseText.Clean(given);
        if (text.Length == 0)
            faults.Add(new("text_missing", pointer, new("Không được để trống.", "This must not be empty.")));
        else if (text.Length > longest)
            faults.Add(InputFaults.TooLong(pointer, longest));
    }
}

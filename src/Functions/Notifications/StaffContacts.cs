using Microsoft.Extensions.Configuration;
using TitleCertification.Domain.Review;

namespace TitleCertification.Functions.Notifications;

/// <summary>The letter box of an office, for each role and unit that has one: setting <c>StaffContacts__DistrictReviewer__361</c>, several addresses with commas between.</summary>
public sealed class StaffContacts
{
    private readonly Dictionary<(Role Role, string Unit), IReadOnlyList<string>> addresses = [];

    /// <exception cref="SettingException">A role or an address is not one.</exception>
    public StaffContacts(IConfiguration configuration)
    {
        foreach (var role in configuration.GetSection("StaffContacts").GetChildren())
        {
            if (!Enum.TryParse<Role>(role.Key, out var parsed))
                throw new SettingException($"StaffContacts__{role.Key}: there is no such role.");
            foreach (var unit in role.GetChildren())
                addresses[(parsed, unit.Key)] = Parse(unit);
        }
    }

    public IReadOnlyCollection<(Role Role, string Unit)> Offices => addresses.Keys;

    public IReadOnlyList<string> Of(Role role, string unit) => addresses.GetValueOrDefault((role, unit)) ?? [];

    private static string[] Parse(IConfigurationSection unit)
    {
        var given = (unit.Value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Array.Find(given, address => !LetterBox.TryParse(address, out _)) is { } wrong
            ? throw new SettingException($"{unit.Path.Replace(":", "__", StringComparison.Ordinal)}: '{wrong}' is not an e-mail address.")
            : given;
    }
}

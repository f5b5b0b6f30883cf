using System.Text.Json;

namespace TitleCertification.SampleCase;

internal sealed record SamplePerson(string Id, string Name, IReadOnlyList<SampleRole> Roles);

internal sealed record SampleRole(string Role, string Unit);

/// <summary>The people whom the service gives authority while it is tried out, and whom the sample provider signs in.</summary>
internal sealed class SamplePeople(IReadOnlyList<SamplePerson> people)
{
    public static SamplePeople Load(string file)
    {
        using var content = File.OpenRead(file);
        return new(JsonSerializer.Deserialize<List<SamplePerson>>(content, JsonSerializerOptions.Web)!);
    }

    public SamplePerson With(string role, string unit) => people.First(p => p.Roles.Contains(new SampleRole(role, unit)));
}

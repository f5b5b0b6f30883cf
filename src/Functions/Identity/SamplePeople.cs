using System.Text.Json;
using Microsoft.Extensions.Configuration;
using TitleCertification.Domain.Review;

namespace TitleCertification.Functions.Identity;

/// <summary>Made-up people for one machine, from the file that the setting <c>SamplePeople</c> names. Without the setting there is nobody.</summary>
public sealed class SamplePeople
{
    public const string Setting = "SamplePeople";

    private readonly Dictionary<string, Actor> people;

    /// <exception cref="SettingException">The file is not what it should be; the sentence names it.</exception>
    public SamplePeople(IConfiguration configuration) => people = configuration[Setting] is { Length: > 0 } file ? Load(file) : [];

    public Actor? Find(string id) => people.GetValueOrDefault(id);

    private static Dictionary<string, Actor> Load(string file)
    {
        try
        {
            var persons = JsonSerializer.Deserialize<IReadOnlyList<Person>>(File.ReadAllBytes(file), Json.Options) ?? [];
            return persons.ToDictionary(person => person.Id, person =>
                new Actor(person.Id, person.Name, [.. person.Roles.Select(role => new Authority(role.Role, role.Unit))], person.SignatoryCapacity));
        }
        catch (Exception e) when (e is IOException or JsonException or ArgumentException or NullReferenceException)
        {
            throw new SettingException($"{Setting}: {file} cannot be used: {e.Message}", e);
        }
    }

    private sealed record Person(string Id, string Name, IReadOnlyList<Authority> Roles, IReadOnlyList<string>? SignatoryCapacity);
}

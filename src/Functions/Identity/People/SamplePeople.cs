using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Storage;
using TitleCertification.Storage;

namespace TitleCertification.Functions.Identity.People;

/// <summary>
/// Made-up people for trying out, from the file that the setting <c>SamplePeople</c> names, written into the table of people when the service starts. They sign in like
/// anybody else; without the setting nothing of this happens.
/// </summary>
internal sealed class SamplePeople : IHostedService
{
    public const string Setting = "SamplePeople";
    private const string Reason = "Dữ liệu mẫu / sample data";
    private static readonly DateOnly From = new(2020, 1, 1);

    private readonly ITables tables;
    private readonly PeopleTable people;
    private readonly string seed = "";
    private readonly IReadOnlyList<SamplePerson> persons = [];

    /// <exception cref="SettingException">The file is not what it should be; the sentence names it.</exception>
    public SamplePeople(IConfiguration configuration, ITables tables, PeopleTable people)
    {
        (this.tables, this.people) = (tables, people);
        if (configuration[Setting] is not { Length: > 0 } file)
            return;
        // Azure sets this for every app. Whoever signs in there under one of these ids would have the authority that the file gives him.
        if (configuration["WEBSITE_SITE_NAME"] is { Length: > 0 })
            throw new SettingException($"{Setting} is set; it gives authority to made-up people, and is for trying the service on one machine.");
        try
        {
            var bytes = File.ReadAllBytes(file);
            seed = Convert.ToHexStringLower(SHA256.HashData(bytes))[..32];
            persons = JsonSerializer.Deserialize<IReadOnlyList<SamplePerson>>(bytes, Json.Options) ?? [];
            _ = persons.Select(person => (person.Id.Length, person.Name.Length, person.Roles.Count)).ToList();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or NullReferenceException)
        {
            throw new SettingException($"{Setting}: {file} cannot be used: {e.Message}", e);
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // One request where they are there already: the last thing written says so.
        if (persons.Count == 0 || await tables.ReadAsync(TableNames.People, "samples", seed, cancellationToken) is not null)
            return;
        foreach (var person in persons)
            await people.ExecuteAsync(PeopleTable.KeyOf(person.Id), known => known is null ? new PersonOutcome.Accepted([.. Facts(person)]) : new PersonOutcome.AlreadyDone(), Actor.System, cancellationToken);
        await tables.CommitAsync(TableNames.People, "samples", [new RowChange.Upsert(seed, "{}")], cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IEnumerable<PersonFact> Facts(SamplePerson person)
    {
        yield return new PersonFact.Registered(
            person.Id, person.Name, person.Position ?? "", person.SignatoryCapacity ?? [], PhoneNumber.TryParse(person.Phone, out var phone) ? phone : null, Reason);
        foreach (var role in person.Roles)
            yield return new PersonFact.AuthorityGranted(role, From, To: null, Reason);
        foreach (var tie in person.Ties ?? [])
            yield return new PersonFact.TieRecorded(tie, Reason);
    }

    private sealed record SamplePerson(
        string Id, string Name, string? Position, string? Phone, IReadOnlyList<string>? SignatoryCapacity, IReadOnlyList<Authority> Roles, IReadOnlyList<Tie>? Ties);
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.People;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Identity.People;

/// <summary>
/// Somebody has to grant the first authority. The setting <c>FirstAdministrator</c> holds the id of that person: at the start he becomes administrator of the province, once: an
/// authority that was ended since does not come back by it.
/// </summary>
internal sealed class FirstAdministrator(IConfiguration configuration, PeopleTable people, Rules rules, TimeProvider clock, ILogger<FirstAdministrator> logger) : IHostedService
{
    public const string Setting = "FirstAdministrator";
    private const string Reason = "Quản trị viên đầu tiên, theo cấu hình / first administrator, by setting";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration[Setting] is not { Length: > 0 } id)
            return;
        if (id.Length > 255 || !id.All(c => c is > ' ' and <= '~'))
            throw new SettingException($"{Setting} is not the id of a person: 1 to 255 ASCII characters, as the identity provider gives it.");

        var province = rules.ProvinceUnit.Code;
        var before = (await people.ReadAsync(PeopleTable.KeyOf(id), cancellationToken)).Person?.Version;
        await people.ExecuteAsync(PeopleTable.KeyOf(id), known => Decide(known, id, new(Role.Administrator, province)), Actor.System, cancellationToken);
        if ((await people.ReadAsync(PeopleTable.KeyOf(id), cancellationToken)).Person?.Version != before)
            logger.LogWarning("The setting {Setting} made a person administrator of {Unit}.", Setting, province);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private PersonOutcome Decide(Person? known, string id, Authority authority)
    {
        if (known?.Grants.Any(grant => grant.Authority == authority) ?? false)
            return new PersonOutcome.AlreadyDone();
        var granted = new PersonFact.AuthorityGranted(authority, VietnamTime.DayOf(clock.GetUtcNow()), To: null, Reason);
        return new PersonOutcome.Accepted(known is null ? [new PersonFact.Registered(id, id, "", [], null, Reason), granted] : [granted]);
    }
}

using Microsoft.Extensions.DependencyInjection;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions.Audit.Reads;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Audit;

/// <summary>What is personal of the staff, their phones and what they belong to, is looked at by those who watch: recorded like what is personal of applicants.</summary>
public class ReadsOfStaffTests
{
    private const string Administrator = "administrator";
    private static readonly string Key = PeopleTable.KeyOf(SamplePerson.ReviewerOf("361"));

    [Fact]
    public async Task LookedUp_OnEveryPageAndOverTheApi_IsRecorded_AndOneselfIsNot()
    {
        await using var app = await App.StartAsync();
        string[] addresses = [$"/api/people/{Key}", $"/manage/people/{Key}", $"/manage/people/{Key}/grant"];
        foreach (var address in addresses)
            await app.Api.GetAsync(address[1..], Administrator);
        await app.Api.GetAsync($"api/people/{Key}", SamplePerson.Auditor);
        await app.Api.GetAsync($"api/people/{PeopleTable.KeyOf(SamplePerson.Auditor)}", SamplePerson.Auditor);
        await app.Api.GetAsync("api/me", SamplePerson.Auditor);

        Assert.Equal(addresses.Order(), (await ReadsAsync(app, Administrator)).Order());
        Assert.Equal([$"/api/people/{Key}"], await ReadsAsync(app, SamplePerson.Auditor));
        var seen = (await app.Api.GetAsync($"api/audit/reads?person={PeopleTable.KeyOf(Administrator)}", SamplePerson.Auditor)).Json["reads"]!.AsArray();
        Assert.Equal(addresses.Order(), seen.Select(read => read!["what"]!.GetValue<string>()).Order());
    }

    private static async Task<IEnumerable<string>> ReadsAsync(App app, string person) =>
        (await app.Services.GetRequiredService<ReadLogReader>().OfDayAsync(VietnamTime.DayOf(app.Clock.GetUtcNow()), PeopleTable.KeyOf(person), null, 100, CancellationToken.None)).Reads.Select(read => read.What);
}

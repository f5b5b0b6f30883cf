using Microsoft.Extensions.DependencyInjection;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Testing;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Functions.Tests.Pages;

/// <summary>Everybody who uses the pages, each having opened all he can find: applicants with a draft and with cases in every situation that has a form, citizens and staff who have signed in.</summary>
internal static class Visitors
{
    public static async Task<IReadOnlyList<Wanderer>> OfAsync(App app, TestIssuer issuer)
    {
        var dossiers = await app.SubmitAsync(3);
        foreach (var dossier in dossiers)
            await app.UntilStatusAsync(dossier, "InReview");
        await app.PostAsync($"api/applications/{dossiers[1]}/corrections", """{"stage":"district","items":[{"item":"holder.name","reason":"Ghi đủ tên"}]}""", SamplePerson.ReviewerOf("361"));
        await app.ApproveAsync(dossiers[2], "district");
        await app.UntilQueuedAsync("ProvincialApprover/36", SamplePerson.Approver, dossiers[2]);

        await app.PostAsync($"api/people/{PeopleTable.KeyOf("district-361")}/ties", """{"title":"Clan","unit":"361-tt-lieu-de","name":"Dòng họ Phạm","reason":"Khai báo"}""", "administrator");

        var visitors = new List<Wanderer> { await WithDraftAsync(app, new(app.Api.Address)), await WithDraftAsync(app, await BrowserOfAsync(app, issuer, "commune-361-tt-lieu-de")) };
        foreach (var dossier in dossiers)
            visitors.Add(await WithCaseAsync(app, dossier));
        visitors.Add(await WithOwnCaseAsync(app, issuer));
        foreach (var person in (string[])[SamplePerson.ReviewerOf("361"), SamplePerson.Approver, SamplePerson.Auditor, "administrator"])
            visitors.Add(await SignedInAsync(app, issuer, person, dossiers));
        return visitors;
    }

    private static async Task<Wanderer> WithDraftAsync(App app, Browser browser)
    {
        var (drafts, path) = (app.Services.GetRequiredService<DraftTable>(), app.Services.GetRequiredService<ApplyPath>());
        var code = await drafts.CreateAsync("0912345678", CancellationToken.None);
        var stored = (await drafts.ReadAsync(code, CancellationToken.None))!;
        var draft = stored.Draft with
        {
            Title = TitleKind.LearningUnit, Level = HolderLevel.District, Year = 2025, Unit = MatrixPeople.Unit, HolderName = MatrixPeople.Holder, HolderAddress = "Liễu Đề",
            RepresentativeName = "Nguyễn Văn An", RepresentativePosition = "Hiệu trưởng", Email = "", EvidenceSeen = true, Consents = [.. path.Purposes.Select(purpose => purpose.Code)],
            Answers = SampleSubmission.Of()["answers"]!.AsArray().ToDictionary(
                answer => answer!["indicator"]!.GetValue<string>(), answer => new IndicatorAnswer(answer!["indicator"]!.GetValue<string>(), answer["points"]!.GetValue<int>(), null, null, null)),
        };
        var set = path.SetOf(draft)!;
        draft = draft with { CriteriaSeen = [.. set.Criteria.Select(criterion => ApplyPath.Seen(set, criterion))] };
        Assert.True(await drafts.SaveAsync(stored, draft, CancellationToken.None));
        browser.Cookies["draft"] = code.Text;
        return await new Wanderer(browser).WanderAsync(PageFunction.Starts.Append("/apply/unit?q=lieu+de"));
    }

    private static async Task<Wanderer> WithCaseAsync(App app, string dossier)
    {
        var browser = new Browser(app.Api.Address);
        var form = PageForm.Parse((await browser.GetAsync("track")).Text).Single();
        var opened = await browser.PostFormAsync("track", form.With(("dossier", dossier), ("digits", SampleSubmission.PhoneDigits)));
        Assert.True(opened.Location is not null, opened.Text);
        return await new Wanderer(browser).WanderAsync(PageFunction.Starts);
    }

    /// <summary>A citizen who has signed in, filed a case, consented to be written to and opened the case from his list.</summary>
    private static async Task<Wanderer> WithOwnCaseAsync(App app, TestIssuer issuer)
    {
        const string Citizen = "a-citizen";
        var body = SampleSubmission.Of();
        body["consents"]![1]!["given"] = true;
        var filed = await app.AnsweredAsync(app.Api.SendAsync(HttpMethod.Post, "api/applications", body, Citizen, key: Guid.NewGuid().ToString()));
        var browser = await BrowserOfAsync(app, issuer, Citizen);
        var form = PageForm.Parse((await browser.GetAsync("mine")).Text)[0];
        Assert.Equal(filed.Json["dossier"]!.GetValue<string>(), form.Fields["dossier"]);
        await browser.PostFormAsync("mine", form.Fields);
        return await new Wanderer(browser).WanderAsync(PageFunction.Starts);
    }

    private static async Task<Browser> BrowserOfAsync(App app, TestIssuer issuer, string person)
    {
        issuer.NextPerson = person;
        var browser = new Browser(app.Api.Address);
        await browser.SignInAsync();
        return browser;
    }

    private static async Task<Wanderer> SignedInAsync(App app, TestIssuer issuer, string person, IReadOnlyList<string> dossiers)
    {
        var browser = await BrowserOfAsync(app, issuer, person);
        // Pages of one case are reached by lists where there are any; their addresses are known besides.
        var ofCases = PageFunction.All.Where(function => function.Route.Contains("{dossier}", StringComparison.Ordinal))
            .SelectMany(function => dossiers.Select(dossier => "/" + function.Route.Replace("{dossier}", dossier, StringComparison.Ordinal)));
        return await new Wanderer(browser).WanderAsync(PageFunction.Starts.Concat(ofCases).Append($"/manage/people/{PeopleTable.KeyOf("district-361")}"));
    }
}

using System.Text.Json.Nodes;
using Microsoft.Playwright;
using TitleCertification.Testing;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Browser.Tests;

/// <summary>The service, a browser, and what has to be there to look at: a draft, and cases in each situation that a page shows.</summary>
public sealed class Portal : IAsyncLifetime
{
    public const string Draft = nameof(Draft);
    /// <summary>Of a learning unit that its commune manages: its criteria tell kinds of unit apart.</summary>
    public const string CommuneDraft = nameof(CommuneDraft);

    /// <summary>Of a hamlet.</summary>
    public const string HamletDraft = nameof(HamletDraft);
    public const string InReview = nameof(InReview);
    public const string Correction = nameof(Correction);
    public const string Certified = nameof(Certified);

    /// <summary>Nobody decides anything there but the look at its own page, once in each language.</summary>
    public const string QuietDistrict = "363";

    private const string QuietUnit = "363-tt-co-le";

    /// <summary>What the district has remarked on indicator 2.1 of what it has scored.</summary>
    public const string DistrictRemark = "Danh sách thiếu hai người.";

    /// <summary>An officer of the commune, signed in.</summary>
    public const string Officer = nameof(Officer);

    /// <summary>The same, who has just filed for a family.</summary>
    public const string OfficerFiled = nameof(OfficerFiled);

    /// <summary>The same, about to be asked for the consent on paper.</summary>
    public const string OfficerDraft = nameof(OfficerDraft);

    // Milliseconds. How long a busy machine takes is no matter of the test.
    private const int Longest = 120_000;

    private readonly TemporaryDirectory data = new();
    private readonly Dictionary<string, string> states = [];
    private readonly List<string> dossiers = [];
    private readonly SemaphoreSlim signingIn = new(1, 1);
    private IPlaywright? playwright;
    private ServiceProcess? service;

    /// <summary>Dossier number of a case that waits for the district.</summary>
    public string Waiting => dossiers[0];

    /// <summary>Dossier number of a case that the district has scored and approved, and that waits for the province.</summary>
    public string AtProvince { get; private set; } = "";

    public IBrowser Chromium { get; private set; } = null!;

    public ServiceApi Api { get; private set; } = null!;

    /// <summary>The certified case.</summary>
    public string Dossier => dossiers[2];

    /// <summary>Register number of the certified case.</summary>
    public string Number { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await UndeliveredMessages.PrepareAsync(data.Path);
        service = await ServiceProcess.StartAsync(data.Path, settings: new Dictionary<string, string?> { ["Mailbox"] = "local" });
        Api = new(service.Address);
        Assertions.SetDefaultExpectTimeout(Longest);
        playwright = await Playwright.CreateAsync();
        Chromium = await Browser.LaunchAsync(playwright);
        await PrepareAsync();
    }

    public async Task DisposeAsync()
    {
        await Chromium.DisposeAsync();
        playwright?.Dispose();
        Api.Dispose();
        await service!.DisposeAsync();
        signingIn.Dispose();
        data.Dispose();
    }

    /// <summary>A window of its own: nothing is left in it by another test.</summary>
    /// <param name="state">Cookies to begin with: <see cref="Draft"/> or a case that is open.</param>
    /// <param name="person">Id of the member of staff who is signed in.</param>
    public async Task<IPage> OpenAsync(int width = 1280, bool script = true, string? state = null, string? language = null, string? person = null)
    {
        var context = await Chromium.NewContextAsync(new()
        {
            BaseURL = Api.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 800 },
            JavaScriptEnabled = script,
            StorageState = state is null ? null : states[state],
            ExtraHTTPHeaders = person is null ? null : new Dictionary<string, string> { ["Authorization"] = $"Bearer {TestIssuer.Shared.TokenOf(person)}" },
        });
        if (language is not null)
            await context.AddCookiesAsync([new() { Name = "lang", Value = language, Url = Api.Address.ToString() }]);
        context.SetDefaultTimeout(Longest);
        return await context.NewPageAsync();
    }

    /// <summary>Lets the reviewers take a case on, until it is certified.</summary>
    /// <returns>The register number.</returns>
    public async Task<string> CertifyAsync(string dossier)
    {
        await UntilAsync(dossier, "district");
        await DecideAsync(dossier, "approve", new JsonObject { ["stage"] = "district" }, SamplePerson.ReviewerOf("361"));
        await DecideAsync(
            dossier, "approve", new JsonObject { ["stage"] = "province", ["decision"] = new JsonObject { ["number"] = "1234/QĐ-UBND", ["decidedOn"] = "2026-01-05" } },
            SamplePerson.Approver);
        var number = "";
        await Patience.UntilAsync(
            async () => (number = (await CaseAsync(dossier))["certificate"]?["number"]?.GetValue<string>() ?? "").Length > 0, () => $"{dossier} was not certified.\n{service!.Output}");
        return number;
    }

    /// <returns>The dossier number of a new case.</returns>
    public async Task<string> SubmitAsync(string holder)
    {
        var dossier = (await Api.SubmitAsync(SampleSubmission.Of(holder))).Json["dossier"]!.GetValue<string>();
        await UntilAsync(dossier, "district");
        return dossier;
    }

    /// <summary>Lets the district score a new case and approve it with a note.</summary>
    /// <returns>Its dossier number.</returns>
    public async Task<string> ApprovedByDistrictAsync(string holder)
    {
        var dossier = await SubmitAsync(holder);
        var answers = SampleSubmission.Of()["answers"]!.DeepClone();
        answers[3]!["evidence"] = DistrictRemark;
        await DecideAsync(dossier, "score", new JsonObject { ["stage"] = "district", ["answers"] = answers }, SamplePerson.ReviewerOf("361"));
        await DecideAsync(dossier, "approve", new JsonObject { ["stage"] = "district", ["note"] = "Đã kiểm tra tại trường ngày 12/01." }, SamplePerson.ReviewerOf("361"));
        await UntilAsync(dossier, "province");
        return dossier;
    }

    /// <summary>Waits until a case stands in somebody's queue.</summary>
    public Task UntilQueuedAsync(string dossier, string person) => Patience.UntilAsync(
        async () => (await Api.PostAsync("api/queue/search", new JsonObject { ["text"] = dossier }, person)).Json["matching"]!.GetValue<int>() == 1, () => $"{dossier} does not come to {person}.\n{service!.Output}");

    public async Task RequestCorrectionAsync(string dossier)
    {
        await UntilAsync(dossier, "district");
        await DecideAsync(dossier, "corrections", new JsonObject
        {
            ["stage"] = "district",
            ["items"] = new JsonArray(
                new JsonObject { ["item"] = "indicator:2.1", ["reason"] = "Xin gửi danh sách giáo viên đã hoàn thành bồi dưỡng." },
                new JsonObject { ["item"] = "holder.name", ["reason"] = "Xin ghi đủ tên trường như trong quyết định thành lập." }),
        }, SamplePerson.ReviewerOf("361"));
    }

    /// <summary>By the provider, as people do; this one asks for no password.</summary>
    public async Task SignInAsync(IPage page, string person, string returnTo)
    {
        await signingIn.WaitAsync();
        try
        {
            TestIssuer.Shared.NextPerson = person;
            await page.GotoAsync($"/sign-in?returnTo={Uri.EscapeDataString(returnTo)}");
        }
        finally
        {
            signingIn.Release();
        }
    }

    public Task SignInOfficerAsync(IPage page) => SignInAsync(page, "commune-361-tt-lieu-de", "/apply/assist");

    private async Task PrepareAsync()
    {
        foreach (var name in (string[])[InReview, Correction, Certified])
        {
            var answer = await Api.SubmitAsync(SampleSubmission.Of());
            dossiers.Add(answer.Json["dossier"]!.GetValue<string>());
        }

        foreach (var holder in (string[])["Trường A", "Trường B"])
            await UntilQueuedAsync((await Api.SubmitAsync(SampleSubmission.Of(holder, QuietUnit))).Json["dossier"]!.GetValue<string>(), SamplePerson.ReviewerOf(QuietDistrict));
        await UntilAsync(dossiers[0], "district");
        await RequestCorrectionAsync(dossiers[1]);
        Number = await CertifyAsync(dossiers[2]);
        AtProvince = await ApprovedByDistrictAsync("Trường Tiểu học Nghĩa Minh");
        foreach (var (name, dossier) in ((string[])[InReview, Correction, Certified]).Zip(dossiers))
            await KeepAsync(name, page => Clicking.OpenCaseAsync(page, Words.Vi, dossier, SampleSubmission.PhoneDigits));
        await KeepAsync(CommuneDraft, page => Applicants.FillAsync(page, Words.Vi, Applicant.School, upTo: "kind"));
        await KeepAsync(HamletDraft, page => Applicants.FillAsync(page, Words.Vi, Applicant.Hamlet, upTo: "criteria"));
        await KeepAsync(Officer, SignInOfficerAsync);
        await KeepAsync(OfficerDraft, page => Assisting.BeginAsync(this, page, Words.Vi, Applicant.Family));
        await KeepAsync(OfficerFiled, async page =>
        {
            await Assisting.BeginAsync(this, page, Words.Vi, Applicant.Family);
            await Assisting.FinishAsync(page, Words.Vi, Applicant.Family);
        });
        await KeepAsync(Draft, async page =>
        {
            await Clicking.FillDraftAsync(page, Words.Vi);
            await Files.AddPhotoAsync(page);
        });
    }

    private async Task KeepAsync(string name, Func<IPage, Task> reach)
    {
        var page = await OpenAsync(script: false);
        await reach(page);
        states[name] = await page.Context.StorageStateAsync();
        await page.Context.CloseAsync();
    }

    private async Task DecideAsync(string dossier, string what, JsonNode body, string person)
    {
        var answer = await Api.PostAsync($"api/applications/{dossier}/{what}", body, person);
        Assert.True(answer.Status is System.Net.HttpStatusCode.OK, answer.ToString());
    }

    private Task UntilAsync(string dossier, string stage) => Patience.UntilAsync(
        async () => (await CaseAsync(dossier))["stage"]?.GetValue<string>() == stage, () => $"{dossier} did not get to {stage}.\n{service!.Output}");

    private async Task<JsonNode> CaseAsync(string dossier) => (await Api.GetAsync($"api/applications/{dossier}", phoneDigits: SampleSubmission.PhoneDigits)).Json;
}

[CollectionDefinition(nameof(Portal))]
public sealed class OnePortal : ICollectionFixture<Portal>;

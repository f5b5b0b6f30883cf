using Microsoft.Playwright;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Testing;

namespace TitleCertification.Browser.Tests;

/// <summary>Every page there is. What each test says of "every page" it says of these, and <see cref="PageListTests"/> holds the list against the program.</summary>
/// <param name="Route">Of the function that shows it.</param>
/// <param name="State">What has to be open in the browser.</param>
/// <param name="Press">A button pressed with nothing filled in: the page then shows its errors.</param>
/// <param name="Act">What is done on the page before it is looked at.</param>
/// <param name="As">Id of the member of staff who is signed in; null for nobody.</param>
internal sealed record PageUnderTest(
    string Name, string Route, Func<Portal, string> Address, string? State = null, bool Press = false, Func<IPage, Task>? Act = null, string? As = null)
{
    public override string ToString() => Name;
}

internal static class PageList
{
    private static readonly string Person = $"/manage/people/{PeopleTable.KeyOf("district-361")}";

    public static IReadOnlyList<PageUnderTest> All { get; } =
    [
        At("start", "{x:regex(^$)?}", "/"),
        At("help", "help"),
        At("missing", "{*path}", "/khong-co"),
        At("rules", "rules"),
        At("rules-points", "rules/sets/{id}", "/rules/sets/DVHT-TT22-2020"),
        At("rules-levels", "rules/sets/{id}", "/rules/sets/DVHT-TT24-2023"),
        At("rules-unknown-criteria", "rules/sets/{id}", "/rules/sets/DHHT-448-2015"),
        At("rules-routes", "rules/routes"),
        At("rules-calendar", "rules/calendar/{year:int}", "/rules/calendar/2027"),
        At("eligible", "eligible"),
        At("eligible-level", "eligible", "/eligible?title=DVHT"),
        At("eligible-year", "eligible", "/eligible?title=DVHT&level=District"),
        At("eligible-result", "eligible", "/eligible?title=DVHT&level=District&year=2025"),
        At("eligible-not-yet", "eligible", "/eligible?title=CDHT&level=Province&year=2025"),
        At("eligible-error", "eligible", "/eligible?asked=title"),
        At("verify", "verify"),
        At("verify-error", "verify", "/verify?number=abc"),
        new("verified", "v/{number}", portal => $"/v/{portal.Number}"),
        At("verified-unknown", "v/{number}", "/v/DVHT-36-2025-99999"),
        At("track", "track"),
        At("track-error", "track") with { Press = true },
        At("case-in-review", "track/case") with { State = Portal.InReview },
        At("case-correction", "track/case") with { State = Portal.Correction },
        At("case-certified", "track/case") with { State = Portal.Certified },
        At("correct", "track/correct") with { State = Portal.Correction },
        At("correct-refused", "track/correct") with { State = Portal.Correction, Act = Files.SendRefusedAsync },
        At("withdraw", "track/withdraw") with { State = Portal.InReview },
        At("mine", "mine") with { As = SamplePerson.ReviewerOf("361") },
        new("mine-filed", "mine", _ => "/mine", Portal.OfficerFiled),
        At("consents", "track/consents") with { State = Portal.InReview },
        At("data", "track/data") with { State = Portal.InReview },
        At("receipt", "track/receipt") with { State = Portal.InReview },
        At("receipt-filed", "track/receipt", "/track/receipt?filed") with { State = Portal.InReview },
        At("mailbox", "mailbox"),
        At("apply", "apply"),
        At("apply-phone", "apply/phone"),
        At("apply-phone-error", "apply/phone") with { Press = true },
        At("apply-resume", "apply/resume"),
        Drafted("code"),
        Drafted("save"),
        Drafted("delete"),
        Drafted("tasks"),
        Drafted("title"),
        Drafted("level"),
        Drafted("year"),
        Drafted("unit"),
        new("apply-unit-found", "apply/unit", _ => "/apply/unit?q=nghia", Portal.Draft),
        new("apply-unit-error", "apply/unit", _ => "/apply/unit?q=nam+van", Portal.Draft),
        new("apply-kind", "apply/kind", _ => "/apply/kind", Portal.CommuneDraft),
        new("apply-kind-error", "apply/kind", _ => "/apply/kind", Portal.CommuneDraft, Press: true),
        new("apply-hamlet", "apply/hamlet", _ => "/apply/hamlet", Portal.HamletDraft),
        new("apply-indicators", "apply/criteria/{code}", _ => "/apply/criteria/2", Portal.HamletDraft),
        new("apply-indicators-error", "apply/criteria/{code}", _ => "/apply/criteria/2", Portal.HamletDraft, Press: true),
        new("apply-assist", "apply/assist", _ => "/apply/assist", Portal.Officer),
        new("apply-assist-error", "apply/assist", _ => "/apply/assist", Portal.Officer, Press: true),
        new("apply-next", "apply/next", _ => "/apply/next", Portal.OfficerFiled),
        new("apply-consent-on-paper", "apply/consent", _ => "/apply/consent", Portal.OfficerDraft),
        Drafted("holder"),
        Drafted("address"),
        Drafted("representative"),
        Drafted("email"),
        new("apply-criterion", "apply/criteria/{code}", _ => "/apply/criteria/2", Portal.Draft),
        Drafted("score"),
        Drafted("evidence"),
        new("apply-evidence-criterion", "apply/evidence/{code}", _ => "/apply/evidence/1", Portal.Draft),
        new("apply-evidence-sending", "apply/evidence/{code}", _ => "/apply/evidence/1", Portal.Draft, Act: Files.SendOfflineAsync),
        new("apply-evidence-refused", "apply/evidence/{code}", _ => "/apply/evidence/1", Portal.Draft, Act: Files.SendRefusedAsync),
        Drafted("consent"),
        Drafted("check"),
        At("administration", "manage") with { As = "administrator" },
        At("people", "manage/people") with { As = "administrator" },
        At("people-several", "manage/people", "/manage/people?unit=nam+dien") with { As = "administrator" },
        At("person", "manage/people/{person}", Person) with { As = "administrator" },
        At("person-new", "manage/people/new") with { As = "administrator" },
        At("person-new-error", "manage/people/new") with { As = "administrator", Press = true },
        At("person-grant", "manage/people/{person}/grant", $"{Person}/grant") with { As = "administrator" },
        At("person-grant-error", "manage/people/{person}/grant", $"{Person}/grant") with { As = "administrator", Press = true },
        At("person-end", "manage/people/{person}/end/{authority:int}", $"{Person}/end/2") with { As = "administrator" },
        At("person-tie", "manage/people/{person}/ties", $"{Person}/ties") with { As = "administrator" },
        At("stuck", "manage/stuck") with { As = "administrator" },
        At("audit-ask", "manage/audit") with { As = "auditor-36" },
        new("audit", "manage/audit/{dossier}", portal => $"/manage/audit/{portal.Dossier}", As: "auditor-36"),
        At("reads", "manage/reads") with { As = "auditor-36" },
        At("deliveries", "manage/deliveries") with { As = "administrator" },
        At("deliveries-done", "manage/deliveries", "/manage/deliveries?again=3&skipped=1") with { As = "administrator" },
        At("deliveries-error", "manage/deliveries") with { As = "administrator", Press = true },
        At("queue", "review") with { As = Reviewer },
        new("queue-selected", "review", portal => $"/review?show=all&all=1&done=approved&of={portal.AtProvince}", As: Reviewer),
        At("queue-look-through", "review", "/review?show=all&all=1") with { As = Reviewer, Act = Steps.LookThroughAsync },
        At("queue-approved", "review") with { As = SamplePerson.ReviewerOf(Portal.QuietDistrict), Act = Steps.ApproveFirstAsync },
        At("queue-empty", "review", "/review?show=mine") with { As = SamplePerson.ReviewerOf("366") },
        At("queue-forbidden", "review") with { As = "somebody" },
        At("review-keys", "review/keys") with { As = Reviewer },
        Reviewed("review", ""),
        Reviewed("review-scores", "?fill=1"),
        Reviewed("review-readonly", "", SamplePerson.Auditor),
        AtProvince("review-province", ""),
        Reviewed("review-approve", "/approve"),
        AtProvince("review-approve-last", "/approve"),
        AtProvince("review-approve-error", "/approve") with { Press = true },
        Reviewed("review-correct", "/correct"),
        Reviewed("review-correct-check", "/correct") with { Act = Steps.AskAsync },
        Reviewed("review-correct-error", "/correct") with { Press = true },
        Reviewed("review-refuse", "/refuse"),
        Reviewed("review-refuse-check", "/refuse") with { Act = Steps.RefuseAsync },
        Reviewed("review-refuse-error", "/refuse") with { Press = true },
        Reviewed("review-conflict", "/conflict"),
        Reviewed("review-session-over", "/approve") with { Act = Steps.SendSignedOutAsync },
        Reviewed("review-conflict-error", "/conflict") with { Press = true },
    ];

    /// <summary>Functions of the portal that show no page, and why.</summary>
    public static IReadOnlyDictionary<string, string> Exempt { get; } = new Dictionary<string, string>
    {
        ["assets/{name}"] = "a file",
        ["apply/files/{sha256}"] = "a file",
        ["track/files/{sha256}"] = "a file",
        ["track/data/file"] = "a file",
        ["track/certificate"] = "the PDF, which has tests of its own",
        ["manage/people/{person}/ties/{tie:int}/remove"] = "the same page as that which ends an authority; no sample person belongs to anything",
    };

    private static PageUnderTest At(string name, string route, string? address = null) => new(name, route, _ => address ?? $"/{route}");

    private static string Reviewer => SamplePerson.ReviewerOf("361");

    private static PageUnderTest Reviewed(string name, string what, string? person = null) =>
        new(name, $"review/{{dossier}}{what.Split('?')[0]}", portal => $"/review/{portal.Waiting}{what}", As: person ?? Reviewer);

    private static PageUnderTest AtProvince(string name, string what) => new(name, $"review/{{dossier}}{what}", portal => $"/review/{portal.AtProvince}{what}", As: SamplePerson.Approver);

    private static PageUnderTest Drafted(string step) => new($"apply-{step}", $"apply/{step}", _ => $"/apply/{step}", Portal.Draft);
}

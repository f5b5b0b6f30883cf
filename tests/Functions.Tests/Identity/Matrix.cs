using System.Text.Json.Nodes;
using TitleCertification.Functions.Identity.People;
using TitleCertification.Testing;

namespace TitleCertification.Functions.Tests.Identity;

/// <summary>
/// What every function answers to everybody: one row a function, one answer a column of <see cref="MatrixPeople"/>. The case is at the district's stage. A function that changes
/// something is asked of a fresh case each time, so that no answer depends on another.
/// </summary>
internal static class Matrix
{
    /// <param name="Function">Name of the function.</param>
    /// <param name="Path"><c>{d}</c> is the dossier, <c>{u}</c> and <c>{r}</c> what the asker holds.</param>
    /// <param name="Answers">Anonymous, without authority; then own area, other area, conflicted for commune officer, district reviewer, provincial approver, auditor, administrator.</param>
    public sealed record Row(string Function, string Verb, string Path, string? Body, string Answers)
    {
        public IReadOnlyList<int> Expected { get; } = [.. Answers.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

        public bool NeedsCase => Path.Contains("{d}", StringComparison.Ordinal) || Body?.Contains("{d}", StringComparison.Ordinal) is true;
    }

    private static readonly string Sha256 = new('0', 64);
    private static readonly string Grantee = PeopleTable.KeyOf("grantee");

    /// <summary>Called by the runtime alone: no address leads to them.</summary>
    public static IReadOnlySet<string> Internal { get; } = new HashSet<string>
    {
        "CertifyTitle", "ReceiveApplication", "FollowApplication", "IssueCertificate", "SweepApplications", "PurgeFinished", "ExportHeads", "KeepNoLonger", "ExpireEvidence", "PurgeDrafts", "SendMessages", "WriteDigests",
    };

    public static IReadOnlyList<Row> Rows { get; } =
    [
        //                                                                                                     -   none   commune       district      province      auditor       administrator
        new("GetOpenApi", "GET", "openapi.json", null, Everybody(200)),
        new("GetHealth", "GET", "api/health", null, Everybody(200)),
        new("ShowStart", "GET", "", null, Everybody(200)),
        new("ShowHelp", "GET", "help", null, Everybody(200)),
        new("ZzShowMissing", "GET", "nowhere", null, Everybody(404)),
        new("GetAsset", "GET", "assets/none.css", null, Everybody(404)),
        new("ShowVerification", "GET", "v/DVHT-36-2025-99999", null, Everybody(404)),
        new("VerifyCertificate", "GET", "api/certificates/DVHT-36-2025-99999", null, Everybody(404)),
        new("AskNumber", "GET", "verify", null, Everybody(200)),
        new("AskEligible", "GET", "eligible", null, Everybody(200)),
        new("ApplyStart", "GET", "apply", null, Everybody(200)),
        new("ApplyPhone", "GET", "apply/phone", null, Everybody(200)),
        new("ApplyResume", "GET", "apply/resume", null, Everybody(200)),
        new("AskCase", "GET", "track", null, Everybody(200)),
        new("LeaveCase", "POST", "track/leave", null, Everybody(400)),
        // Drafts and cases are opened by what an applicant shows; whoever has shown nothing, staff too, is led to the page that asks for it.
        new("ApplySubmit", "POST", "apply/submit", null, Everybody(200)),
        new("ApplyCode", "GET", "apply/code", null, Everybody(200)),
        new("ApplySave", "GET", "apply/save", null, Everybody(200)),
        new("ApplyDelete", "GET", "apply/delete", null, Everybody(200)),
        new("ApplyTasks", "GET", "apply/tasks", null, Everybody(200)),
        new("ApplyAssist", "GET", "apply/assist", null, "401 403 | 200 200 200 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403"),
        // On to the page before, by a client that does not say again who it is.
        new("ApplyNext", "GET", "apply/next", null, "401 403 | 401 401 401 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403"),
        new("ApplyTitle", "GET", "apply/title", null, Everybody(200)),
        new("ApplyLevel", "GET", "apply/level", null, Everybody(200)),
        new("ApplyYear", "GET", "apply/year", null, Everybody(200)),
        new("ApplyUnit", "GET", "apply/unit", null, Everybody(200)),
        new("ApplyHamlet", "GET", "apply/hamlet", null, Everybody(200)),
        new("ApplyKind", "GET", "apply/kind", null, Everybody(200)),
        new("ApplyHolder", "GET", "apply/holder", null, Everybody(200)),
        new("ApplyAddress", "GET", "apply/address", null, Everybody(200)),
        new("ApplyRepresentative", "GET", "apply/representative", null, Everybody(200)),
        new("ApplyEmail", "GET", "apply/email", null, Everybody(200)),
        new("ApplyScore", "GET", "apply/score", null, Everybody(200)),
        new("ApplyEvidence", "GET", "apply/evidence", null, Everybody(200)),
        new("ApplyCriterionEvidence", "GET", "apply/evidence/1", null, Everybody(200)),
        new("ApplyFile", "GET", $"apply/files/{Sha256}", null, Everybody(200)),
        new("ApplyTicket", "POST", "apply/ticket", null, Everybody(200)),
        new("ApplyConsent", "GET", "apply/consent", null, Everybody(200)),
        new("ApplyCheck", "GET", "apply/check", null, Everybody(200)),
        new("ApplyCriterion", "GET", "apply/criteria/1", null, Everybody(200)),
        new("ShowCase", "GET", "track/case", null, Everybody(200)),
        new("ShowOwnFile", "GET", $"track/files/{Sha256}", null, Everybody(200)),
        new("ShowReceipt", "GET", "track/receipt", null, Everybody(200)),
        new("CorrectCase", "GET", "track/correct", null, Everybody(200)),
        new("CorrectTicket", "POST", "track/ticket", null, Everybody(401)),
        new("WithdrawCase", "GET", "track/withdraw", null, Everybody(200)),
        new("FetchCertificate", "GET", "track/certificate", null, Everybody(200)),
        new("ShowConsents", "GET", "track/consents", null, Everybody(200)),
        new("ShowData", "GET", "track/data", null, Everybody(200)),
        new("FetchData", "GET", "track/data/file", null, Everybody(200)),
        new("FindUnits", "GET", "api/units?search=lieu", null, Everybody(200)),
        new("GetUnit", "GET", "api/units/361", null, Everybody(200)),
        new("GetCriteriaSets", "GET", "api/criteria-sets", null, Everybody(200)),
        new("GetCriteriaSet", "GET", "api/criteria-sets/DVHT-TT22-2020", null, Everybody(200)),
        new("ShowRules", "GET", "rules", null, Everybody(200)),
        new("ShowCriteriaSet", "GET", "rules/sets/DVHT-TT22-2020", null, Everybody(200)),
        new("ShowRoutes", "GET", "rules/routes", null, Everybody(200)),
        new("ShowCalendar", "GET", "rules/calendar/2026", null, Everybody(200)),
        new("GetRuleBook", "GET", "api/rulebook", null, Everybody(200)),
        new("GetRoutes", "GET", "api/routes", null, Everybody(200)),
        new("GetDeadlines", "GET", "api/deadlines", null, Everybody(200)),
        new("GetCalendarYear", "GET", "api/calendar/2026", null, Everybody(200)),
        new("PreviewScore", "POST", "api/preview", """{"criteriaSet":"DVHT-TT22-2020","level":"District"}""", Everybody(200)),
        // On to the provider and back, by a client that keeps no cookie: refused there, whoever it is.
        new("SignIn", "GET", "sign-in", null, Everybody(400)),
        new("SignInCallback", "GET", "sign-in/callback", null, Everybody(400)),
        new("SubmitApplication", "POST", "api/applications", "{}", Everybody(422)),
        new("TrackApplication", "POST", "api/track", """{"dossier":"{d}","phoneDigits":"5678"}""", Everybody(200)),
        new("SignOut", "POST", "sign-out", null, "401 204 | 204 204 204 | 204 204 204 | 204 204 204 | 204 204 204 | 204 204 204"),
        new("GetMyself", "GET", "api/me", null, "401 200 | 200 200 200 | 200 200 200 | 200 200 200 | 200 200 200 | 200 200 200"),
        new("GetMyApplications", "GET", "api/me/applications", null, "401 200 | 200 200 200 | 200 200 200 | 200 200 200 | 200 200 200 | 200 200 200"),
        new("ShowMine", "GET", "mine", null, "401 200 | 200 200 200 | 200 200 200 | 200 200 200 | 200 200 200 | 200 200 200"),
        new("GetApplication", "GET", "api/applications/{d}", null, "401 404 | 200 403 404 | 200 403 404 | 200 403 404 | 200 403 404 | 200 403 404"),
        new("GetHistory", "GET", "api/applications/{d}/history", null, "401 404 | 200 403 404 | 200 403 404 | 200 403 404 | 200 403 404 | 200 403 404"),
        // Not certified yet: whoever may open the case is told so, and is told the same as those who may not.
        new("DownloadCertificate", "GET", "api/applications/{d}/certificate", null, "401 404 | 404 403 404 | 404 403 404 | 404 403 404 | 404 403 404 | 404 403 404"),
        new("AnswerCorrection", "POST", "api/applications/{d}/corrections/answer", """{"answers":[]}""", Everybody(404)),
        new("WithdrawApplication", "POST", "api/applications/{d}/withdraw", "{}", Everybody(404)),
        new("ApproveStage", "POST", "api/applications/{d}/approve", """{"stage":"district"}""", "401 403 | 403 403 404 | 200 403 404 | 403 403 404 | 403 403 403 | 403 403 403"),
        new("ScoreApplication", "POST", "api/applications/{d}/score", """{"stage":"district","answers":[]}""", "401 403 | 403 403 404 | 422 403 404 | 403 403 404 | 403 403 403 | 403 403 403"),
        new("RefuseApplication", "POST", "api/applications/{d}/refuse", """{"stage":"district","reasons":["Thiếu minh chứng"]}""", "401 403 | 403 403 404 | 200 403 404 | 403 403 404 | 403 403 403 | 403 403 403"),
        new("RequestCorrection", "POST", "api/applications/{d}/corrections", """{"stage":"district","items":[{"item":"holder.name","reason":"Ghi đủ tên"}]}""",
            "401 403 | 403 403 404 | 200 403 404 | 403 403 404 | 403 403 403 | 403 403 403"),
        new("DeclareConflict", "POST", "api/applications/{d}/conflict", """{"kind":"Family","reason":"Em trai đứng đơn"}""", "401 403 | 204 403 404 | 204 403 404 | 204 403 404 | 204 403 404 | 204 403 404"),
        new("GetWaitingApplications", "GET", "api/queues/{r}/{u}", null, "401 403 | 200 200 200 | 200 200 200 | 200 200 200 | 200 200 200 | 200 200 200"),
        new("FindWaiting", "POST", "api/queue/search", "{}", Reviewers(200)),
        new("ClaimApplication", "POST", "api/applications/{d}/claim", null, "401 403 | 403 403 404 | 204 403 404 | 403 403 404 | 403 403 403 | 403 403 403"),
        new("ReleaseApplication", "POST", "api/applications/{d}/release", null, "401 403 | 403 403 404 | 204 403 404 | 403 403 404 | 403 403 403 | 403 403 403"),
        // Answers case by case; what came of each is in the body.
        new("ApproveApplications", "POST", "api/approvals", """{"stage":"district","applications":[{"dossier":"{d}"}]}""", Reviewers(200)),
        // Pages of reviewers. A case that is not theirs to decide is shown with a word of why (409); what changes something wants its own form (400).
        new("ShowWaiting", "GET", "review", null, Reviewers(200)),
        new("FilterWaiting", "POST", "review/filter", null, Reviewers(400)),
        new("MarkSelected", "POST", "review/selected", null, Reviewers(400)),
        new("ApproveSelected", "POST", "review/bulk", null, Reviewers(400)),
        new("ShowKeys", "GET", "review/keys", null, "401 403 | 200 200 200 | 200 200 200 | 200 200 200 | 200 200 200 | 200 200 200"),
        new("ShowReview", "GET", "review/{d}", null, "401 403 | 200 403 404 | 200 403 404 | 200 403 404 | 200 403 404 | 200 403 404"),
        new("SaveScore", "POST", "review/{d}/score", null, "401 403 | 409 403 404 | 400 403 404 | 409 403 404 | 403 403 403 | 403 403 403"),
        new("ConfirmApproval", "GET", "review/{d}/approve", null, "401 403 | 409 403 404 | 200 403 404 | 409 403 404 | 403 403 403 | 403 403 403"),
        new("AskCorrection", "GET", "review/{d}/correct", null, "401 403 | 409 403 404 | 200 403 404 | 409 403 404 | 403 403 403 | 403 403 403"),
        new("ConfirmRefusal", "GET", "review/{d}/refuse", null, "401 403 | 409 403 404 | 200 403 404 | 409 403 404 | 403 403 403 | 403 403 403"),
        new("AskConflict", "GET", "review/{d}/conflict", null, "401 403 | 200 403 404 | 200 403 404 | 200 403 404 | 200 403 404 | 200 403 404"),
        new("GetCaseAudit", "GET", "api/applications/{d}/audit", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 403 404 | 200 403 404"),
        new("EraseCase", "POST", "api/applications/{d}/erase", """{"ground":"PersonAsked","reason":"Theo đề nghị"}""", "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 409 403 404"),
        new("GetReads", "GET", "api/audit/reads", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 200 200 | 200 200 200"),
        new("GetPurposes", "GET", "api/privacy/purposes", null, Everybody(200)),
        new("WithdrawConsent", "POST", "api/applications/{d}/consents/withdraw", """{"purpose":"contact"}""", Everybody(404)),
        new("ExportPersonalData", "POST", "api/privacy/export", """{"dossier":"{d}","phoneDigits":"5678"}""", Everybody(200)),
        new("GetFailedNotifications", "GET", "api/notifications/failures", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 200 200"),
        new("RetryNotification", "POST", "api/notifications/none/retry", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 404 404 404"),
        new("GiveUpNotification", "POST", "api/notifications/none/give-up", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 404 404 404"),
        new("ManageDeliveries", "GET", "manage/deliveries", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 200 200"),
        new("GetMailbox", "GET", "api/mailbox", null, Everybody(200)),
        new("ShowMailbox", "GET", "mailbox", null, Everybody(200)),
        // Evidence is attached by whoever holds the ticket of its folder, whoever he is; these requests show none.
        new("OpenEvidence", "POST", "api/evidence", null, Everybody(201)),
        new("ListEvidence", "GET", "api/evidence/files", null, Everybody(404)),
        new("GetEvidence", "GET", $"api/evidence/files/{Sha256}", null, Everybody(404)),
        new("RemoveEvidence", "DELETE", $"api/evidence/files/{Sha256}", null, Everybody(404)),
        new("PostEvidence", "POST", "api/evidence/files", null, Everybody(400)),
        new("DescribeUploads", "OPTIONS", "api/evidence/uploads", null, Everybody(204)),
        new("CreateUpload", "POST", "api/evidence/uploads", null, Everybody(412)),
        new("AppendToUpload", "PATCH", "api/evidence/uploads/x", null, Everybody(412)),
        new("GetUpload", "GET", "api/evidence/uploads/x", null, Everybody(404)),
        new("CancelUpload", "DELETE", "api/evidence/uploads/x", null, Everybody(412)),
        new("OpenCaseEvidence", "POST", "api/applications/{d}/evidence", null, Everybody(404)),
        new("DownloadEvidence", "GET", "api/applications/{d}/evidence/" + Sha256, null, "401 404 | 404 403 404 | 404 403 404 | 404 403 404 | 404 403 404 | 404 403 404"),
        // Drafts likewise: by code and phone, in headers that these requests have not.
        new("BeginDraft", "POST", "api/drafts", "{}", Everybody(422)),
        new("GetDraft", "GET", "api/drafts", null, Everybody(404)),
        new("ChangeDraft", "PUT", "api/drafts", "{}", Everybody(404)),
        new("DeleteDraft", "DELETE", "api/drafts", null, Everybody(404)),
        new("OpenDraftEvidence", "POST", "api/drafts/evidence", null, Everybody(404)),
        new("SubmitDraft", "POST", "api/drafts/submit", null, Everybody(404)),
        new("GetStuckCases", "GET", "api/stuck", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 200 200 | 200 200 200"),
        new("ShowAdministration", "GET", "manage", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 200 200 | 200 200 200"),
        new("ShowPeople", "GET", "manage/people", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 200 200 | 200 200 200"),
        new("ShowPerson", "GET", $"manage/people/{Grantee}", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 200 200 | 200 200 200"),
        new("RegisterNewPerson", "GET", "manage/people/new", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 200 200"),
        new("GrantPersonAuthority", "GET", $"manage/people/{Grantee}/grant", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 200 200"),
        new("EndPersonAuthority", "GET", $"manage/people/{Grantee}/end/99", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 404 404 404"),
        new("AddPersonTie", "GET", $"manage/people/{Grantee}/ties", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 200 200"),
        new("RemovePersonTie", "GET", $"manage/people/{Grantee}/ties/99/remove", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 404 404 404"),
        new("EndPersonSessions", "POST", $"manage/people/{Grantee}/sign-out", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 400 400 400"),
        new("ShowStuckCases", "GET", "manage/stuck", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 200 200 | 200 200 200"),
        new("AskCaseAudit", "GET", "manage/audit", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 200 200 | 200 200 200"),
        new("ShowCaseAudit", "GET", "manage/audit/{d}", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 403 404 | 200 403 404"),
        new("ShowReads", "GET", "manage/reads", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 200 200 | 200 200 200"),
        new("GetPeople", "GET", "api/holders/DistrictReviewer/361", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 200 200 | 200 200 200"),
        new("GetPerson", "GET", $"api/people/{Grantee}", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 200 200 | 200 200 200"),
        new("RegisterPerson", "POST", "api/people", """{"id":"somebody","name":"Một người","position":"Chuyên viên","reason":"Tuyển dụng"}""", "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 200 200"),
        new("GrantAuthority", "POST", $"api/people/{Grantee}/authorities", """{"role":"Auditor","unit":"361","stage":"district","reason":"Phân công"}""",
            "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 403 200"),
        new("EndAuthority", "POST", $"api/people/{Grantee}/authorities/99/end", """{"reason":"Chuyển công tác"}""", "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 404 404 404"),
        new("RecordTie", "POST", $"api/people/{Grantee}/ties", """{"title":"Clan","unit":"361-tt-lieu-de","name":"Dòng họ Phạm","reason":"Khai báo"}""", "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 403 200"),
        new("RemoveTie", "POST", $"api/people/{Grantee}/ties/remove", """{"title":"Clan","unit":"361-tt-lieu-de","name":"Dòng họ Phạm","reason":"Khai nhầm"}""", "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 200 403 200"),
        new("SignOutPerson", "POST", $"api/people/{PeopleTable.KeyOf("spare")}/sign-out", null, "401 403 | 403 403 403 | 403 403 403 | 403 403 403 | 403 403 403 | 204 403 204"),
    ];

    public static async Task<Answer> AskAsync(ServiceApi api, Row row, string person, string dossier)
    {
        string Filled(string text) => text.Replace("{d}", dossier, StringComparison.Ordinal)
            .Replace("{u}", MatrixPeople.UnitOf(person), StringComparison.Ordinal).Replace("{r}", MatrixPeople.RoleOf(person), StringComparison.Ordinal);
        return await api.SendAsync(new(row.Verb), Filled(row.Path), row.Body is null ? null : JsonNode.Parse(Filled(row.Body)), person.Length == 0 ? null : person, key: Guid.NewGuid().ToString());
    }

    private static string Reviewers(int answer) => $"401 403 | {answer} {answer} {answer} | {answer} {answer} {answer} | {answer} {answer} {answer} | 403 403 403 | 403 403 403";

    public static string Everybody(int answer) => string.Join(' ', Enumerable.Repeat(answer, MatrixPeople.Columns.Count));
}

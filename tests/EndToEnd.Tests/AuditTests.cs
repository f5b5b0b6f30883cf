using System.Net;
using System.Text.Json.Nodes;
using TitleCertification.Domain.Calendar;
using TitleCertification.Storage;
using TitleCertification.Testing;

namespace TitleCertification.EndToEnd.Tests;

/// <summary>Audit, erasure and the command that verifies, on the running service and what it leaves on disk.</summary>
public class AuditTests
{
    private const string Administrator = "administrator";

    [Fact]
    public async Task Erase_WithdrawnCase_AnswersGoneAndItsChainStillVerifies()
    {
        using var data = new TemporaryDirectory();
        string dossier;
        await using (var service = await ServiceProcess.StartAsync(data.Path))
        {
            using var api = new ServiceApi(service.Address);
            dossier = (await api.SubmitAsync(SampleSubmission.Of())).Json["dossier"]!.GetValue<string>();
            var erasure = new JsonObject { ["ground"] = "PersonAsked", ["reason"] = "Theo đề nghị ngày 02/03/2026" };

            Assert.Equal("case_open", (await api.PostAsync($"api/applications/{dossier}/erase", erasure, Administrator)).Code);
            await api.PostAsync($"api/applications/{dossier}/withdraw", new JsonObject(), phoneDigits: SampleSubmission.PhoneDigits);
            Assert.Equal("invalid_input", (await api.PostAsync($"api/applications/{dossier}/erase", new JsonObject { ["ground"] = "1" }, Administrator)).Code);
            Assert.Equal("sign_in_needed", (await api.PostAsync($"api/applications/{dossier}/erase", erasure)).Code);
            Assert.NotEqual(HttpStatusCode.OK, (await api.PostAsync($"api/applications/{dossier}/erase", erasure, SamplePerson.Approver)).Status);
            Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"api/applications/{dossier}/erase", erasure, Administrator)).Status);
            Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"api/applications/{dossier}/erase", erasure, Administrator)).Status);

            var gone = await api.GetAsync($"api/applications/{dossier}", Administrator);
            Assert.Equal((HttpStatusCode.Gone, "erased"), (gone.Status, gone.Code));
            Assert.Equal("outside_area", (await api.GetAsync($"api/applications/{dossier}", SamplePerson.ReviewerOf("366"))).Code);
            Assert.Equal("unknown_dossier", (await api.PostAsync("api/track", new JsonObject { ["dossier"] = dossier, ["phoneDigits"] = SampleSubmission.PhoneDigits })).Code);
            Assert.Equal("sign_in_needed", (await api.GetAsync($"api/applications/{dossier}", phoneDigits: SampleSubmission.PhoneDigits)).Code);

            var audit = await api.GetAsync($"api/applications/{dossier}/audit", SamplePerson.Auditor);
            Assert.True(audit.Json["verified"]!.GetValue<bool>(), audit.Text);
            Assert.True(audit.Json["erased"]!.GetValue<bool>());
            Assert.Equal("CaseErased", audit.Json["facts"]!.AsArray()[^1]!["kind"]!.GetValue<string>());
            Assert.Equal(Administrator, audit.Json["facts"]!.AsArray()[^1]!["by"]!.GetValue<string>());
            Assert.DoesNotContain("Trường THCS Nghĩa Hưng", audit.Text, StringComparison.Ordinal);
        }

        await using var well = await ServiceProcess.RunToEndAsync(data.Path, "sqlite", null, "--VerifyAudit=true");
        Assert.Equal((0, true), (well.ExitCode, well.Output.Contains("1 hồ sơ", StringComparison.Ordinal)));
        Assert.DoesNotContain("Trường THCS Nghĩa Hưng", System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Path.Combine(data.Path, "storage.db"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_OfStaff_AreThereForTheAuditorAndNobodyElse()
    {
        using var data = new TemporaryDirectory();
        await using var service = await ServiceProcess.StartAsync(data.Path);
        using var api = new ServiceApi(service.Address);
        var (dossier, reviewer) = ((await api.SubmitAsync(SampleSubmission.Of())).Json["dossier"]!.GetValue<string>(), SamplePerson.ReviewerOf("361"));
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync($"api/applications/{dossier}", reviewer)).Status);
        await api.GetAsync($"api/applications/{dossier}", SamplePerson.ReviewerOf("366"));
        await api.GetAsync($"api/applications/{dossier}", phoneDigits: SampleSubmission.PhoneDigits);

        var read = Assert.Single((await api.GetAsync($"api/audit/reads?dossier={dossier}", SamplePerson.Auditor)).Json["reads"]!.AsArray())!;
        Assert.Equal((reviewer, $"/api/applications/{dossier}"), (read["person"]!.GetValue<string>(), read["what"]!.GetValue<string>()));
        var key = (await api.GetAsync("api/me", reviewer)).Json["key"]!.GetValue<string>();
        // The day it was read, which may be yesterday by now.
        var day = VietnamTime.DayOf(read["at"]!.GetValue<DateTimeOffset>());
        Assert.Single((await api.GetAsync($"api/audit/reads?person={key}&day={day:yyyy-MM-dd}", SamplePerson.Auditor)).Json["reads"]!.AsArray());
        Assert.Empty((await api.GetAsync("api/audit/reads?day=2020-01-01", SamplePerson.Auditor)).Json["reads"]!.AsArray());
        Assert.Equal(HttpStatusCode.Forbidden, (await api.GetAsync("api/audit/reads", reviewer)).Status);
    }

    [Fact]
    public async Task VerifyAudit_FactDropped_NamesItAndFails()
    {
        using var data = new TemporaryDirectory();
        string dossier;
        await using (var service = await ServiceProcess.StartAsync(data.Path))
        {
            using var api = new ServiceApi(service.Address);
            dossier = (await api.SubmitAsync(SampleSubmission.Of())).Json["dossier"]!.GetValue<string>();
            await api.PostAsync($"api/applications/{dossier}/withdraw", new JsonObject(), phoneDigits: SampleSubmission.PhoneDigits);
        }

        using (var storage = LocalFiles.Open(data.Path))
            await storage.Tables.CommitAsync("Applications", dossier, [new RowChange.Delete("fact:000001")]);

        await using var broken = await ServiceProcess.RunToEndAsync(data.Path, "sqlite", null, "--VerifyAudit=true", "--Language=en");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains($"Case {dossier}, fact 1: it is missing.", broken.Output, StringComparison.Ordinal);
    }
}

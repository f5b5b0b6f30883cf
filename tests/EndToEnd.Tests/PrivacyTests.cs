using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using TitleCertification.Testing;
using UglyToad.PdfPig;

namespace TitleCertification.EndToEnd.Tests;

/// <summary>What becomes of names, phones and addresses on the way.</summary>
public class PrivacyTests
{
    private static readonly string Reviewer = SamplePerson.ReviewerOf("361");

    /// <summary>Names planted along the whole path are found where they belong and nowhere else.</summary>
    [Fact]
    public async Task WholePath_PlantedNames_NeverAppearWhereTheyDoNotBelong()
    {
        string[] planted = ["Hoàng Yến", "Bạch Yến", "0987654321", "987654321", "chim.yen@", "Minh chứng Yến", "Lý do Yến"];
        using var data = new TemporaryDirectory();
        var said = new StringBuilder();
        byte[] pdf;
        await using (var service = await ServiceProcess.StartAsync(data.Path))
        {
            using var api = new ServiceApi(service.Address);
            var body = SampleSubmission.Of("Trường Chim Hoàng Yến");
            body["representative"] = JsonNode.Parse("""{"name":"Bạch Yến","position":"Hiệu trưởng","phone":"0987654321","email":"chim.yen@example.vn"}""");
            body["answers"]![0]!["evidence"] = "Minh chứng Yến";
            var key = $"Bạch Yến 0987654321".Replace(' ', '-').Replace("ạ", "a", StringComparison.Ordinal).Replace("ế", "e", StringComparison.Ordinal);
            var submitted = await api.SubmitAsync(body, key);
            Assert.Equal(HttpStatusCode.Created, submitted.Status);
            said.AppendLine(submitted.Location);
            var dossier = submitted.Json["dossier"]!.GetValue<string>();

            // What goes wrong must not say more than what goes right.
            await api.SubmitAsync(body, key);
            body["year"] = 1;
            await api.SubmitAsync(body);
            await api.SubmitAsync(JsonNode.Parse("""{"representative":"Bạch Yến 0987654321"}""")!);
            await api.PostAsync("api/track", new JsonObject { ["dossier"] = dossier, ["phoneDigits"] = "0987654321" });
            await api.PostAsync($"api/applications/{dossier}/refuse", JsonNode.Parse("""{"stage":"nowhere","reasons":["Lý do Yến"]}""")!, Reviewer);

            await UntilAsync(api, dossier, state => state["stage"]?.GetValue<string>() == "district");
            await api.PostAsync($"api/applications/{dossier}/corrections", JsonNode.Parse("""{"stage":"district","items":[{"item":"holder.name","reason":"Lý do Yến"}]}""")!, Reviewer);
            var answered = await api.PostAsync($"api/applications/{dossier}/corrections/answer", JsonNode.Parse("""{"answers":[{"item":"holder.name","text":"Trường Hoàng Yến"}]}""")!, phoneDigits: "4321");
            Assert.Equal(HttpStatusCode.OK, answered.Status);
            await api.PostAsync($"api/applications/{dossier}/approve", JsonNode.Parse("""{"stage":"district","note":"Minh chứng Yến đủ"}""")!, Reviewer);
            await api.PostAsync($"api/applications/{dossier}/approve",
                JsonNode.Parse("""{"stage":"province","decision":{"number":"1/QĐ-UBND","decidedOn":"2026-01-05"}}""")!, SamplePerson.Approver);
            await UntilAsync(api, dossier, state => state["status"]?.GetValue<string>() == "Certified");
            pdf = (await api.GetAsync($"api/applications/{dossier}/certificate", Reviewer)).Content;
            await Patience.UntilAsync(async () => !(await api.GetAsync("api/queues/ProvincialApprover/36", SamplePerson.Approver)).Text.Contains(dossier, StringComparison.Ordinal), () => "It stays in the queue.");
            said.AppendLine(service.Output);
        }

        AssertClean("log and addresses", said.ToString());
        using (var document = PdfDocument.Open(pdf))
        {
            // The test can fail: the name is on the certificate.
            Assert.Contains("Yến", document.GetPage(1).Text, StringComparison.Ordinal);
            AssertClean("properties of the PDF", $"{document.Information.Title} {document.Information.Author} {document.Information.Subject} {document.Information.Keywords}");
            if (document.TryGetXmpMetadata(out var xmp))
                AssertClean("XMP of the PDF", xmp.GetXDocument().ToString());
        }

        AssertClean("addresses of tables and blobs", Strings(data.Path, "SELECT tbl || ' ' || partition || ' ' || key FROM rows UNION ALL SELECT container || ' ' || name FROM blobs"));
        AssertClean("rows of closed cases", Strings(data.Path, "SELECT body FROM rows WHERE tbl <> 'Register'"));
        // Whoever has the certificate's number is shown the holder as printed, and nothing more of anybody.
        AssertClean("the register", Strings(data.Path, "SELECT body FROM rows WHERE tbl = 'Register'").Replace("Hoàng Yến", "", StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(data.Path, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith("storage.db", StringComparison.Ordinal)))
            AssertClean(file, Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file)));

        void AssertClean(string where, string text) =>
            Assert.All(planted, name => Assert.False(text.Contains(name, StringComparison.OrdinalIgnoreCase), $"“{name}” stands in {where}."));
    }

    [Fact]
    public async Task Applicant_ExportsHisDataAndTakesBackAConsent()
    {
        using var data = new TemporaryDirectory();
        await using var service = await ServiceProcess.StartAsync(data.Path);
        using var api = new ServiceApi(service.Address);
        var body = SampleSubmission.Of();
        body["consents"]![1]!["given"] = true;
        var dossier = (await api.SubmitAsync(body)).Json["dossier"]!.GetValue<string>();
        await api.GetAsync($"api/applications/{dossier}", Reviewer);

        var purposes = (await api.GetAsync("api/privacy/purposes")).Json["purposes"]!.AsArray();
        Assert.Equal(["review", "contact", "publish"], purposes.Select(purpose => purpose!["code"]!.GetValue<string>()));

        var withdrawal = new JsonObject { ["purpose"] = "contact" };
        Assert.Equal("unknown_dossier", (await api.PostAsync($"api/applications/{dossier}/consents/withdraw", withdrawal, phoneDigits: "0000")).Code);
        var withdrawn = await api.PostAsync($"api/applications/{dossier}/consents/withdraw", withdrawal, phoneDigits: SampleSubmission.PhoneDigits);
        Assert.Equal([true, false], withdrawn.Json["consents"]!.AsArray().Select(consent => consent!["given"]!.GetValue<bool>()));
        Assert.Equal("invalid_input", (await api.PostAsync(
            $"api/applications/{dossier}/consents/withdraw", new JsonObject { ["purpose"] = "review" }, phoneDigits: SampleSubmission.PhoneDigits)).Code);

        Assert.Equal("unknown_dossier", (await api.PostAsync("api/privacy/export", new JsonObject { ["dossier"] = dossier, ["phoneDigits"] = "0000" })).Code);
        var export = await api.PostAsync("api/privacy/export", new JsonObject { ["dossier"] = dossier, ["phoneDigits"] = SampleSubmission.PhoneDigits });
        Assert.Equal("0912345678", export.Json["submission"]!["representative"]!["phone"]!.GetValue<string>());
        Assert.Equal(
            "Phạm Thị Lan (mẫu), Chuyên viên Phòng Giáo dục và Đào tạo huyện Nghĩa Hưng", Assert.Single(export.Json["seenBy"]!.AsArray())!["person"]!.GetValue<string>());
        Assert.DoesNotContain($"\"{Reviewer}\"", export.Text, StringComparison.Ordinal);
        Assert.Contains(export.Json["facts"]!.AsArray(), fact => fact!["fact"]!["fact"]!.GetValue<string>() == "ConsentWithdrawn");
    }

    private static string Strings(string data, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "storage.db"), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var text = new StringBuilder();
        while (reader.Read())
            text.AppendLine(reader.GetString(0));
        Assert.True(text.Length > 100, "Nothing was read.");
        return text.ToString();
    }

    private static Task UntilAsync(ServiceApi api, string dossier, Func<JsonNode, bool> reached) => Patience.UntilAsync(
        async () => reached((await api.GetAsync($"api/applications/{dossier}", SamplePerson.Auditor)).Json), () => $"{dossier} does not get on");
}

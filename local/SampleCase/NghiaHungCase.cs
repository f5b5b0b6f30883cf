using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;

namespace TitleCertification.SampleCase;

/// <summary>
/// The school that the source article names (Báo Nam Định, 21/05/2025): what it says of the school is evidence here; people, numbers of documents and
/// points are made up. Every step checks its answer, so that the case ends well only when the whole path works.
/// </summary>
internal sealed class NghiaHungCase(Api api, SamplePeople people, Report report, string certificateFolder)
{
    private const string District = "361";
    private const string Province = "36";
    private const string Corrected = "indicator:1.3";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly SamplePerson _reviewer = people.With("DistrictReviewer", District);
    private readonly SamplePerson _approver = people.With("ProvincialApprover", Province);
    private readonly JsonNode _form = ReadForm();
    private string _dossier = "";

    private string PhoneDigits => _form["representative"]!["phone"]!.GetValue<string>()[^4..];

    public async Task RunAsync()
    {
        var watch = Stopwatch.StartNew();
        report.Heading(new(
            $"Hồ sơ mẫu: {_form["holder"]!["name"]}, thị trấn Liễu Đề, huyện Nghĩa Hưng · Đơn vị học tập năm {_form["year"]}",
            $"Sample case: {_form["holder"]!["name"]}, Liễu Đề town, Nghĩa Hưng district · Learning Unit {_form["year"]}"));

        await api.AskAsync<JsonNode>(new(HttpMethod.Get, "api/health"), HttpStatusCode.OK);
        await SubmitAsync();
        await TrackAsync();
        await SignInAsync();
        await AskForCorrectionAsync();
        await AnswerCorrectionAsync();
        await ApproveInDistrictAsync();
        await ApproveInProvinceAsync();
        await CollectCertificateAsync();

        var time = Report.Seconds(watch.Elapsed);
        report.End(new($"Từ nộp hồ sơ đến giấy chứng nhận: {time.Vi} giây.", $"From submission to certificate: {time.En} s."));
    }

    private async Task SubmitAsync()
    {
        var submission = new Request(HttpMethod.Post, "api/applications", _form) { Headers = [("Idempotency-Key", Guid.NewGuid().ToString())] };
        var submitted = await api.AskAsync<Application>(submission, HttpStatusCode.Created);
        _dossier = submitted.Dossier;
        report.Step(new("Nộp hồ sơ", "Submitted"), new(
            $"{_dossier} · tự chấm {submitted.Score.Total:0.##}/{submitted.Score.Max:0.##} điểm, xếp loại {submitted.Score.Grade.Name.Vi}",
            $"{_dossier} · self-assessment {submitted.Score.Total:0.##} of {submitted.Score.Max:0.##} points, {submitted.Score.Grade.Name.En}"));

        var again = await api.AskAsync<Application>(submission, HttpStatusCode.OK);
        Check(again.Dossier == _dossier, $"a repeated submission became {again.Dossier}, not {_dossier}");
        report.Step(new("Gửi lại lần nữa", "Sent once more"), new("vẫn là hồ sơ ấy, không sinh hồ sơ thứ hai", "the same dossier, no second one"));
    }

    private async Task TrackAsync()
    {
        await ReachAsync("district");
        var tracked = await api.AskAsync<Tracked>(new(HttpMethod.Post, "api/track", new { dossier = _dossier, phoneDigits = PhoneDigits }), HttpStatusCode.OK);
        var due = Report.Date(tracked.DueOn);
        report.Step(new("Tra cứu", "Tracked"), new(
            $"{tracked.NationalStatus.Vi} · {tracked.HeldBy.Unit.Name}, đến hạn {due.Vi} (bằng số hồ sơ và bốn số cuối điện thoại)",
            $"{tracked.NationalStatus.En} · {tracked.HeldBy.Unit.Name}, due {due.En} (by dossier number and last four digits of the phone)"));
    }

    private async Task SignInAsync()
    {
        await api.SignInAsync(_reviewer);
        await api.SignInAsync(_approver);
        report.Step(new("Cán bộ đăng nhập", "Staff signed in"), new(
            $"{_reviewer.Name}, {_approver.Name} · OpenID Connect, mã ủy quyền kèm PKCE", $"{_reviewer.Name}, {_approver.Name} · OpenID Connect, authorization code with PKCE"));
    }

    private async Task AskForCorrectionAsync()
    {
        await FindInQueueAsync(new("Hàng chờ cấp huyện", "District queue"), _reviewer, "DistrictReviewer", District);
        const string reason = "Phòng học bộ môn chưa được nghiệm thu; đề nghị chấm lại và nêu kinh phí trong năm.";
        await DecideAsync("corrections", _reviewer, new { stage = "district", items = new[] { new { item = Corrected, reason } } });
        report.Step(new("Yêu cầu bổ sung", "Correction requested"), new($"Chỉ số 1.3: {reason}", $"Indicator 1.3: {reason}"));
    }

    private async Task AnswerCorrectionAsync()
    {
        const string evidence = "Đã bổ sung: 180 triệu đồng cho thiết bị dạy học và bồi dưỡng giáo viên năm 2024 (quyết toán kèm theo); phòng học bộ môn đang hoàn thiện.";
        var answers = new { answers = new[] { new { item = Corrected, points = 9, evidence } } };
        var answered = await api.AskAsync<Application>(
            new Request(HttpMethod.Post, $"api/applications/{_dossier}/corrections/answer", answers).ByApplicant(PhoneDigits), HttpStatusCode.OK);
        report.Step(new("Người nộp bổ sung", "Applicant answered"), new(
            $"chỉ số 1.3 chấm lại 9 điểm · tổng {answered.Score.Total:0.##}/{answered.Score.Max:0.##}, {answered.Score.Grade.Name.Vi}",
            $"indicator 1.3 now 9 points · {answered.Score.Total:0.##} of {answered.Score.Max:0.##}, {answered.Score.Grade.Name.En}"));
    }

    private async Task ApproveInDistrictAsync()
    {
        await ReachAsync("district");
        await DecideAsync("approve", _reviewer, new { stage = "district", note = "Hồ sơ đầy đủ, minh chứng phù hợp." });
        report.Step(new("Cấp huyện thông qua", "District approved"), new(_reviewer.Name, _reviewer.Name));
    }

    private async Task ApproveInProvinceAsync()
    {
        await ReachAsync("province");
        await FindInQueueAsync(new("Hàng chờ cấp tỉnh", "Provincial queue"), _approver, "ProvincialApprover", Province);
        // The Vietnamese day, which is not yet over when the UTC day is.
        var decidedOn = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
        await DecideAsync("approve", _approver, new { stage = "province", decision = new { number = "1234/QĐ-UBND", decidedOn } });
        var day = Report.Date(decidedOn);
        report.Step(new("Cấp tỉnh công nhận", "Province approved"), new($"Quyết định 1234/QĐ-UBND ngày {day.Vi} · {_approver.Name}", $"decision 1234/QĐ-UBND of {day.En} · {_approver.Name}"));
    }

    private async Task CollectCertificateAsync()
    {
        var certified = await WaitAsync("Certified", a => a.Certificate is not null && a.Status is "Certified" or "Delivered");
        var number = certified.Certificate!.Number;
        report.Step(new("Vào sổ", "Registered"), new($"số {number}", $"number {number}"));

        var pdf = await api.DownloadAsync(new Request(HttpMethod.Get, $"api/applications/{_dossier}/certificate").ByApplicant(PhoneDigits), "application/pdf");
        Check(IsWholePdf(pdf), $"the certificate is {pdf.Length} bytes that are not a whole PDF");
        Directory.CreateDirectory(certificateFolder);
        var path = Path.GetFullPath(Path.Combine(certificateFolder, $"{Path.GetFileName(number)}.pdf"));
        await File.WriteAllBytesAsync(path, pdf);

        var delivered = await WaitAsync("Delivered", a => a.Status == "Delivered");
        report.Step(new("Trả kết quả", "Delivered"), new(
            $"{delivered.NationalStatus.Vi} · {pdf.Length / 1024.0:0} KB · {path}", $"{delivered.NationalStatus.En} · {pdf.Length / 1024.0:0} KB · {path}"));
    }

    private async Task FindInQueueAsync(Said name, SamplePerson person, string role, string unit)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            string? after = null;
            do
            {
                var page = await api.AskAsync<QueuePage>(
                    new Request(HttpMethod.Get, $"api/queues/{role}/{unit}?limit=100&after={Uri.EscapeDataString(after ?? "")}").By(person), HttpStatusCode.OK);
                if (page.Items.FirstOrDefault(i => i.Dossier == _dossier) is { } waiting)
                {
                    var due = Report.Date(waiting.DueOn);
                    report.Step(name, new($"{person.Name} thấy hồ sơ, đến hạn {due.Vi}", $"{person.Name} sees it, due {due.En}"));
                    return;
                }

                after = page.Next;
            }
            while (after is not null);

            Check(watch.Elapsed < Patience, $"{_dossier} is not in the queue {role}/{unit} after {Patience.TotalSeconds:0} s");
            await Task.Delay(Pause);
        }
    }

    private Task<Application> DecideAsync(string verb, SamplePerson person, object body) =>
        api.AskAsync<Application>(new Request(HttpMethod.Post, $"api/applications/{_dossier}/{verb}", body).By(person), HttpStatusCode.OK);

    private Task<Application> ReachAsync(string stage) => WaitAsync($"InReview, {stage}", a => a.Status == "InReview" && a.Stage == stage);

    private async Task<Application> WaitAsync(string awaited, Func<Application, bool> reached)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var now = await api.AskAsync<Application>(new Request(HttpMethod.Get, $"api/applications/{_dossier}").ByApplicant(PhoneDigits), HttpStatusCode.OK);
            if (reached(now))
                return now;
            Check(watch.Elapsed < Patience, $"{_dossier} is {now.Status} after {Patience.TotalSeconds:0} s; awaited: {awaited}");
            await Task.Delay(Pause);
        }
    }

    private static JsonNode ReadForm()
    {
        using var form = typeof(NghiaHungCase).Assembly.GetManifestResourceStream("nghia-hung.json")!;
        return JsonNode.Parse(form)!;
    }

    private static bool IsWholePdf(ReadOnlySpan<byte> bytes) => bytes.StartsWith("%PDF-"u8) && bytes.TrimEnd("\r\n"u8).EndsWith("%%EOF"u8);

    private static void Check(bool holds, string otherwise)
    {
        if (!holds)
            throw new UnexpectedAnswerException(otherwise);
    }

    private sealed record Tracked(Said NationalStatus, StageHolder HeldBy, DateOnly DueOn);

    private sealed record StageHolder(Unit Unit);

    private sealed record Unit(string Name);

    private sealed record QueuePage(IReadOnlyList<Waiting> Items, string? Next);

    private sealed record Waiting(string Dossier, DateOnly DueOn);
}

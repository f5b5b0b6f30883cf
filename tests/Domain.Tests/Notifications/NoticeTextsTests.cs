using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Notifications;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Tests.Notifications;

public class NoticeTextsTests
{
    private static readonly NoticeFacts Facts = new(
        DossierNumber.Parse("H40.361-260302-0001"), TitleInfo.Of(TitleKind.LearningUnit).Name, "Trường THCS Nghĩa Hưng", "Huyện Nghĩa Hưng",
        new("https://hoctap.namdinh.gov.vn/track"), new DateOnly(2026, 3, 16), [new("indicator:2.1", "Thiếu kế hoạch"), new("holder.name", "Sai tên")],
        ["Không thuộc địa bàn"], "DVHT-36-2025-00001", new("https://hoctap.namdinh.gov.vn/v/DVHT-36-2025-00001"));

    public static TheoryData<NoticeKind, string> All
    {
        get
        {
            var all = new TheoryData<NoticeKind, string>();
            foreach (var kind in NoticeTexts.Kinds)
                foreach (var language in LanguageCode.All)
                    all.Add(kind, language);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Of_EveryKind_NamesTheDossierAndHowToFollowIt(NoticeKind kind, string language)
    {
        var text = NoticeTexts.Of(kind, language, Facts);

        Assert.All((string[])[text.Subject, text.Body, text.Sms], part => Assert.Contains("H40.361-260302-0001", part, StringComparison.Ordinal));
        Assert.All((string[])[text.Body, text.Sms], part => Assert.Contains("https://hoctap.namdinh.gov.vn/track", part, StringComparison.Ordinal));
        Assert.InRange(text.Subject.Length, 10, NoticeLengths.Subject);
        // Read on a locked screen, by whoever holds the phone.
        Assert.DoesNotContain("Nghĩa Hưng", text.Sms, StringComparison.Ordinal);
        Assert.DoesNotContain("địa bàn", text.Sms, StringComparison.Ordinal);
        // A hole in the facts would show as two spaces or a stranded stop.
        Assert.DoesNotContain("  ", text.Body, StringComparison.Ordinal);
        Assert.Equal(VietnameseText.ToNfc(text.Body), text.Body);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Of_EveryKind_FitsThreeSegmentsInVietnameseAndTwoFolded(NoticeKind kind, string language)
    {
        var sms = NoticeTexts.Of(kind, language, Facts).Sms;

        Assert.InRange(SmsText.Segments(sms), 1, 3);
        Assert.InRange(SmsText.Segments(SmsText.Fold(sms)), 1, 2);
    }

    [Fact]
    public void Of_CorrectionRequested_ListsEveryItemWithItsReason()
    {
        var body = NoticeTexts.Of(NoticeKind.CorrectionRequested, "vi", Facts).Body;

        Assert.Contains("- Chỉ số 2.1: Thiếu kế hoạch\n- Tên ghi trên giấy chứng nhận: Sai tên", body, StringComparison.Ordinal);
        Assert.Contains("hết ngày 16/03/2026", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_StageMoved_NamesTheBodyAndTheDecreeIfThatIsWhy()
    {
        var decree = NoticeTexts.Of(NoticeKind.StageMoved, "vi", Facts with { Decree = "Nghị quyết 202/2025/QH15" }).Body;

        Assert.Contains("Huyện Nghĩa Hưng tiếp tục xem xét hồ sơ, vì cơ quan trước đó không còn theo Nghị quyết 202/2025/QH15.", decree, StringComparison.Ordinal);
        Assert.Contains("Hạn xem xét không đổi: hết ngày 16/03/2026.", decree, StringComparison.Ordinal);
        Assert.Contains("thay cho cơ quan trước đó.", NoticeTexts.Of(NoticeKind.StageMoved, "vi", Facts).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Refused_GivesEveryReason() =>
        Assert.Contains("- Một\n- Hai", NoticeTexts.Of(NoticeKind.Refused, "vi", Facts with { Reasons = ["Một", "Hai"] }).Body, StringComparison.Ordinal);

    [Fact]
    public void Of_ReasonsWithoutEnd_CutsTheBodyAndStillSaysWhereTheRestIs()
    {
        var body = NoticeTexts.Of(NoticeKind.Refused, "vi", Facts with { Reasons = [new string('x', 60_000)] }).Body;

        Assert.InRange(body.Length, NoticeLengths.Body / 2, NoticeLengths.Body + 200);
        Assert.EndsWith("https://hoctap.namdinh.gov.vn/track", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoDueDay_LeavesTheSentenceOut() =>
        Assert.DoesNotContain("Hạn xem xét", NoticeTexts.Of(NoticeKind.Received, "vi", Facts with { Due = null }).Body, StringComparison.Ordinal);

    [Fact]
    public void TooLong_LongAddress_NamesEveryTextThatCanBecomeTooLong()
    {
        var wide = Facts with { Track = new($"https://{new string('a', 60)}.{new string('b', 60)}.vn/track") };

        Assert.Empty(NoticeLengths.TooLong(Facts, 3, folded: false));
        Assert.NotEmpty(NoticeLengths.TooLong(Facts, 1, folded: false));
        Assert.Contains(NoticeLengths.TooLong(wide, 3, folded: false), sentence => sentence.StartsWith("Received (vi) takes 4 segments", StringComparison.Ordinal));
        Assert.Empty(NoticeLengths.TooLong(wide, 3, folded: true));
    }
}

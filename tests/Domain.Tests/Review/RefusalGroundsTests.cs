using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Tests.Applications;

namespace TitleCertification.Domain.Tests.Review;

public class RefusalGroundsTests
{
    [Fact]
    public void Refuse_WithGrounds_TellsEachInASentenceAndKeepsWhatCanBeCounted()
    {
        var fact = Assert.IsType<Fact.ApplicationRefused>(Assert.Single(Assert.IsType<Outcome.Accepted>(Refuse(
            [new(RefusalKind.EvidenceMissing, "2.1", " Chưa gửi danh sách. "), new(RefusalKind.WrongPlace), new(RefusalKind.Other, Text: "Đã giải thể.")], "Lý do tự ghi")).Facts));

        Assert.Equal(["Chỉ số 2.1: thiếu minh chứng. Chưa gửi danh sách.", "Không thuộc địa bàn.", "Đã giải thể.", "Lý do tự ghi"], fact.Reasons);
        Assert.Equal([RefusalKind.EvidenceMissing, RefusalKind.WrongPlace, RefusalKind.Other], fact.Grounds!.Select(ground => ground.Kind!.Value));
        Assert.Equal("Chưa gửi danh sách.", fact.Grounds![0].Text);
    }

    [Fact]
    public void Refuse_FreeReasonsOnly_RecordsNoGrounds() =>
        Assert.Null(Assert.IsType<Fact.ApplicationRefused>(Assert.IsType<Outcome.Accepted>(Refuse([], "Lý do")).Facts[0]).Grounds);

    [Fact]
    public void Refuse_WrongGrounds_NamesEveryFault()
    {
        var faults = Assert.IsType<Outcome.Refused>(Refuse(
            [null, new(null), new((RefusalKind)99), new(RefusalKind.Other, Text: "  "), new(RefusalKind.NotReached, "9.9"), new(RefusalKind.Other, Text: new('a', 2001))])).Refusal.Faults;

        Assert.Equal(
            [
                ("refusal_kind_missing", "/grounds/0/kind"), ("refusal_kind_missing", "/grounds/1/kind"), ("refusal_kind_missing", "/grounds/2/kind"), ("reason_missing", "/grounds/3/text"),
                ("unknown_item", "/grounds/4/indicator"), ("text_too_long", "/grounds/5/text"),
            ],
            faults.Select(fault => (fault.Code, fault.Pointer)));
    }

    [Fact]
    public void Refuse_NothingGiven_IsRefused() => Assert.Equal("/reasons", Assert.Single(Assert.IsType<Outcome.Refused>(Refuse([])).Refusal.Faults).Pointer);

    [Fact]
    public void Decide_OnAVersionThatHasGone_ChangesNothing()
    {
        var @case = ACase.InReview();
        var (seen, now) = (@case.State.Version, @case.Now);
        @case.Accept(Reviewing.Score(@case.State, new("district", [.. @case.State.Submission.Answers.Answers.Select(answer => new AnswerInput(answer.Indicator, answer.Points, null))]), ACase.Criteria, ACase.District), ACase.District);

        Assert.Equal(RefusalCodes.Changed, CodeOf(Reviewing.Approve(@case.State, new("district", Version: seen), ACase.Criteria, ACase.District, now, ACase.NoHolidays, ACase.Printable)));
        Assert.Equal(RefusalCodes.Changed, CodeOf(Reviewing.Refuse(@case.State, new("district", ["Lý do"], Version: seen), ACase.District)));
        Assert.Equal(RefusalCodes.Changed, CodeOf(Reviewing.RequestCorrection(@case.State, new("district", [new("holder.name", "Ghi đủ")], seen), ACase.District, now, ACase.NoHolidays)));
        Assert.IsType<Outcome.Accepted>(Reviewing.Approve(@case.State, new("district", Version: @case.State.Version), ACase.Criteria, ACase.District, now, ACase.NoHolidays, ACase.Printable));
    }

    /// <summary>Whoever sends an approval a second time is told that the stage is decided, not that the case has changed.</summary>
    [Fact]
    public void Approve_SentAgain_IsAlreadyDecidedWhateverWasSeen()
    {
        var @case = ACase.AtProvince();

        Assert.Equal(RefusalCodes.AlreadyDecided, CodeOf(Reviewing.Approve(@case.State, new("district", Version: 3), ACase.Criteria, ACase.District, @case.Now, ACase.NoHolidays, ACase.Printable)));
    }

    private static string CodeOf(Outcome outcome) => Assert.IsType<Outcome.Refused>(outcome).Refusal.Code;

    private static Outcome Refuse(IReadOnlyList<RefusalGround?> grounds, params string[] reasons) =>
        Reviewing.Refuse(ACase.InReview().State, new("district", reasons, grounds), ACase.District);
}

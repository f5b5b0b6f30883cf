using TitleCertification.Domain.Applications;

namespace TitleCertification.Domain.Tests.Applications;

public class ApplyingTests
{
    [Fact]
    public void AnswerCorrection_OtherItemsThanAsked_NamesEveryGround()
    {
        var @case = ACase.AwaitingCorrection("indicator:2.1", "holder.name");

        var outcome = Applying.AnswerCorrection(
            @case.State, new([new("indicator:1.1", 99, null, null), new("holder.name", null, null, " ")]), ACase.Criteria, @case.Now, ACase.NoHolidays, ACase.Printable);

        var refusal = Assert.IsType<Outcome.Refused>(outcome).Refusal;
        Assert.Equal(["answer_missing", "not_asked", "points_above_maximum", "text_missing"], refusal.Faults.Select(fault => fault.Code));
        Assert.Equal("/answers/0/points", refusal.Faults[2].Pointer);
    }

    [Fact]
    public void AnswerCorrection_Fields_ChangesThemAndNothingElse()
    {
        var @case = ACase.AwaitingCorrection("holder.name", "indicator:3.1");
        var before = @case.State.Submission;

        @case.Accept(Applying.AnswerCorrection(
            @case.State, new([new("holder.name", null, null, " Trường  Nghĩa Hưng "), new("indicator:3.1", 20, null, null)]),
            ACase.Criteria, @case.Now, ACase.NoHolidays, ACase.Printable), Domain.Review.Actor.Applicant);

        Assert.Equal("Trường Nghĩa Hưng", @case.State.Submission.Holder.Name);
        Assert.Equal(before.Holder.Address, @case.State.Submission.Holder.Address);
        var changed = @case.State.Submission.Answers.Answers.Zip(before.Answers.Answers).Where(pair => pair.First != pair.Second);
        Assert.Equal(20, Assert.Single(changed).First.Points);
        Assert.Equal(1, @case.State.CorrectionRounds);
        Assert.Null(@case.State.Correction);
    }

    [Fact]
    public void AnswerCorrection_WhatNoCertificateCanPrint_IsRefusedWhereItIsPrinted()
    {
        var @case = ACase.AwaitingCorrection("holder.name", "holder.address", "representative.name");

        var outcome = Applying.AnswerCorrection(
            @case.State, new([new("holder.name", null, null, "☃"), new("holder.address", null, null, "☃"), new("representative.name", null, null, "☃")]),
            ACase.Criteria, @case.Now, ACase.NoHolidays, text => text);

        Assert.Equal(
            [("text_unprintable", "/answers/0/text"), ("text_unprintable", "/answers/1/text")],
            Assert.IsType<Outcome.Refused>(outcome).Refusal.Faults.Select(fault => (fault.Code, fault.Pointer)));
    }

    [Fact]
    public void AnswerCorrection_NothingAsked_IsRefused()
    {
        var @case = ACase.InReview();

        var outcome = Applying.AnswerCorrection(@case.State, new([]), ACase.Criteria, @case.Now, ACase.NoHolidays, ACase.Printable);

        Assert.Equal(RefusalCodes.NotAwaitingCorrection, ACase.RefusedAs(outcome));
    }

    [Fact]
    public void Withdraw_Twice_IsDoneOnce()
    {
        var @case = ACase.InReview();
        @case.Accept(Applying.Withdraw(@case.State, new("đổi ý")), Domain.Review.Actor.Applicant);

        Assert.IsType<Outcome.AlreadyDone>(Applying.Withdraw(@case.State, new("đổi ý")));
        Assert.Equal(7, NationalStatus.Of(@case.State.Status).Code);
    }

    [Fact]
    public void Withdraw_AfterTheLastApproval_IsRefused() =>
        Assert.Equal(RefusalCodes.CannotWithdraw, ACase.RefusedAs(Applying.Withdraw(ACase.Approved().State, new(null))));
}

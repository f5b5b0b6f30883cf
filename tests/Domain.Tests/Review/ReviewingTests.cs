using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Tests.Applications;

namespace TitleCertification.Domain.Tests.Review;

public class ReviewingTests
{
    [Fact]
    public void Approve_FirstStage_OpensTheNextWithItsOwnDueDay()
    {
        var @case = ACase.AtProvince();

        Assert.Equal(ApplicationStatus.InReview, @case.State.Status);
        Assert.Equal("province", @case.State.Stage!.Rule.Code);
        Assert.Equal(new DateOnly(2026, 3, 16), @case.State.Stage.Due);
        Assert.Equal(StageOutcome.Approved, @case.State.Stages[0].Outcome);
        Assert.Equal("district-1", @case.State.Stages[0].DecidedBy);
    }

    [Fact]
    public void Approve_LastStage_EndsTheReviewWithTheDecision()
    {
        var @case = ACase.Approved();

        Assert.Equal(ApplicationStatus.Approved, @case.State.Status);
        Assert.Null(@case.State.Stage);
        Assert.Equal("1234/QĐ-UBND", @case.State.Decision!.Number);
        Assert.Equal(ACase.Province.Name, @case.State.Decision.SignatoryName);
    }

    [Fact]
    public void Approve_LastStageWithoutDecision_NamesEveryGround()
    {
        var @case = ACase.AtProvince();

        var outcome = Reviewing.Approve(@case.State, new("province"), ACase.Criteria, ACase.Province, @case.Now, ACase.NoHolidays, ACase.Printable);

        var refusal = Assert.IsType<Outcome.Refused>(outcome).Refusal;
        Assert.Equal(RefusalCodes.InvalidInput, refusal.Code);
        Assert.Equal(["decision_number_missing", "decision_date_missing"], refusal.Faults.Select(fault => fault.Code));
    }

    [Fact]
    public void Approve_DecisionOfTomorrow_IsRefused()
    {
        var @case = ACase.AtProvince();
        var tomorrow = VietnamTime.DayOf(@case.Now).AddDays(1);

        var outcome = Reviewing.Approve(@case.State, new("province", null, new("1/QĐ-UBND", tomorrow)), ACase.Criteria, ACase.Province, @case.Now, ACase.NoHolidays, ACase.Printable);

        Assert.Equal("decision_date_in_future", Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Refusal.Faults).Code);
    }

    [Theory]
    [InlineData("12\u200b34/QĐ\u202e-UBND ", "1234/QĐ-UBND")]
    [InlineData("7/QĐ-UBND\r\nBcc: x", "7/QĐ-UBND Bcc: x")]
    public void Approve_NumberWithWhatNobodySees_IsKeptWithoutIt(string typed, string kept)
    {
        var @case = ACase.AtProvince();

        @case.Accept(Reviewing.Approve(@case.State, new("province", null, new(typed, new(2026, 3, 1))), ACase.Criteria, ACase.Province, @case.Now, ACase.NoHolidays, ACase.Printable), ACase.Province);

        Assert.Equal(kept, @case.State.Decision!.Number);
    }

    [Fact]
    public void Approve_NumberOfNothingVisible_IsRefused()
    {
        var @case = ACase.AtProvince();

        var outcome = Reviewing.Approve(@case.State, new("province", null, new("\u200b", new(2026, 3, 1))), ACase.Criteria, ACase.Province, @case.Now, ACase.NoHolidays, ACase.Printable);

        Assert.Equal("decision_number_missing", Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Refusal.Faults).Code);
    }

    /// <summary>Granted, it would wait for its certificate for ever.</summary>
    [Fact]
    public void Approve_WhatNoCertificateCanPrint_IsRefused_AndSaysWhere()
    {
        var @case = ACase.AtProvince();
        foreach (var (of, pointer) in new[] { ("9/QĐ", "/decision/number"), (@case.State.Submission.Holder.Name, ""), (@case.State.Submission.Holder.Address, ""), (ACase.Province.Name, "") })
        {
            var outcome = Reviewing.Approve(
                @case.State, new("province", null, new("9/QĐ", new(2026, 3, 1))), ACase.Criteria, ACase.Province, @case.Now, ACase.NoHolidays, text => text.Contains(of, StringComparison.Ordinal) ? "☃" : "");

            var fault = Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Refusal.Faults);
            Assert.Equal(("text_unprintable", pointer), (fault.Code, fault.Pointer));
        }
    }

    [Fact]
    public void Approve_FirstStageWithDecisionNumber_IsRefused()
    {
        var @case = ACase.InReview();

        var outcome = Reviewing.Approve(
            @case.State, new("district", null, new("1/QĐ-UBND", new(2026, 3, 1))), ACase.Criteria, ACase.District, @case.Now, ACase.NoHolidays, ACase.Printable);

        Assert.Equal("decision_too_early", Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Refusal.Faults).Code);
    }

    [Fact]
    public void Approve_PointsCorrectedBelowTheLowestBand_ExplainsWhatIsMissing()
    {
        var @case = ACase.Submitted(submission => submission with
        {
            Answers = new([.. submission.Answers.Answers.Select(answer => answer with { Points = 0 })]),
        }).Received();

        var outcome = Reviewing.Approve(@case.State, new("district"), ACase.Criteria, ACase.District, @case.Now, ACase.NoHolidays, ACase.Printable);

        Assert.Equal(RefusalCodes.TitleNotReached, ACase.RefusedAs(outcome));
    }

    [Fact]
    public void Approve_StageDecidedBefore_SaysSo()
    {
        var @case = ACase.AtProvince();

        var again = Reviewing.Approve(@case.State, new("district"), ACase.Criteria, ACase.District, @case.Now, ACase.NoHolidays, ACase.Printable);

        Assert.Equal(RefusalCodes.AlreadyDecided, ACase.RefusedAs(again));
    }

    [Fact]
    public void Approve_AfterTheEnd_SaysDecided()
    {
        var @case = ACase.Approved();

        Assert.Equal(RefusalCodes.AlreadyDecided, ACase.RefusedAs(@case.ApproveFinally()));
    }

    [Fact]
    public void Approve_StageNotOpenedYet_IsTheWrongStage()
    {
        var @case = ACase.InReview();

        Assert.Equal(RefusalCodes.WrongStage, ACase.RefusedAs(@case.ApproveFinally()));
    }

    [Theory]
    [InlineData(Role.DistrictReviewer, "362")]
    [InlineData(Role.ProvincialApprover, "36")]
    [InlineData(Role.Administrator, "361")]
    public void Approve_RoleOrAreaOfAnother_IsRefused(Role role, string unit)
    {
        var @case = ACase.InReview();
        var stranger = new Actor("stranger", "", [new(role, unit)]);

        var outcome = Reviewing.Approve(@case.State, new("district"), ACase.Criteria, stranger, @case.Now, ACase.NoHolidays, ACase.Printable);

        Assert.Equal(RefusalCodes.NotYourStage, ACase.RefusedAs(outcome));
    }

    [Fact]
    public void Approve_ByWhoDecidedTheStageBefore_IsRefused()
    {
        var @case = ACase.AtProvince();
        var both = ACase.District with { Authorities = [new(Role.DistrictReviewer, "361"), new(Role.ProvincialApprover, "36")] };

        Assert.Equal(RefusalCodes.FourEyes, ACase.RefusedAs(@case.ApproveFinally(both)));
    }

    [Fact]
    public void Approve_ByWhoSubmitted_IsRefused()
    {
        var @case = ACase.Submitted(by: ACase.District.Id).Received();

        var outcome = Reviewing.Approve(@case.State, new("district"), ACase.Criteria, ACase.District, @case.Now, ACase.NoHolidays, ACase.Printable);

        Assert.Equal(RefusalCodes.FourEyes, ACase.RefusedAs(outcome));
    }

    [Fact]
    public void Approve_WhileTheApplicantCorrects_IsRefused()
    {
        var @case = ACase.AwaitingCorrection();

        var outcome = Reviewing.Approve(@case.State, new("district"), ACase.Criteria, ACase.District, @case.Now, ACase.NoHolidays, ACase.Printable);

        Assert.Equal(RefusalCodes.AwaitingCorrection, ACase.RefusedAs(outcome));
    }

    [Fact]
    public void Approve_Withdrawn_IsRefused()
    {
        var @case = ACase.InReview();
        @case.Accept(Applying.Withdraw(@case.State, new(null)), Actor.Applicant);

        var outcome = Reviewing.Approve(@case.State, new("district"), ACase.Criteria, ACase.District, @case.Now, ACase.NoHolidays, ACase.Printable);

        Assert.Equal(RefusalCodes.Withdrawn, ACase.RefusedAs(outcome));
    }

    [Fact]
    public void Refuse_WithoutReason_IsRefused()
    {
        var @case = ACase.InReview();

        Assert.Equal(RefusalCodes.InvalidInput, ACase.RefusedAs(Reviewing.Refuse(@case.State, new("district", [" "]), ACase.District)));
    }

    [Fact]
    public void Refuse_WithReasons_ClosesTheCase()
    {
        var @case = ACase.InReview();

        @case.Accept(Reviewing.Refuse(@case.State, new("district", ["Không thuộc địa bàn"]), ACase.District), ACase.District);

        Assert.Equal(ApplicationStatus.Refused, @case.State.Status);
        Assert.True(@case.State.IsClosed);
        Assert.Equal(StageOutcome.Refused, @case.State.Stages[0].Outcome);
        Assert.Equal(8, NationalStatus.Of(@case.State.Status).Code);
    }

    [Fact]
    public void RequestCorrection_UnknownItemWithoutReasonTwice_NamesEveryGround()
    {
        var @case = ACase.InReview();

        var outcome = Reviewing.RequestCorrection(
            @case.State, new("district", [new("indicator:9.9", ""), new("indicator:9.9", "x")]), ACase.District, @case.Now, ACase.NoHolidays);

        var refusal = Assert.IsType<Outcome.Refused>(outcome).Refusal;
        Assert.Equal(["unknown_item", "unknown_item", "reason_missing", "item_twice"], refusal.Faults.Select(fault => fault.Code));
        Assert.Equal("/items/0/reason", refusal.Faults[2].Pointer);
    }
}

using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Privacy;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Tests.Applications;

namespace TitleCertification.Domain.Tests.Privacy;

public class ConsentingTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly ConsentInput Informed = new("review", "2026-01", true);

    [Fact]
    public void Purposes_Shipped_AreSaidInBothLanguagesAndOnlyTheTaskOfTheLawIsNotOptional()
    {
        Assert.Equal(["review"], Purpose.All.Where(purpose => !purpose.IsOptional).Select(purpose => purpose.Code));
        Assert.All(Purpose.All, purpose =>
        {
            Assert.NotEmpty(purpose.LegalBasis);
            Assert.Equal(purpose.Versions.OrderBy(text => text.ValidFrom), purpose.Versions);
            Assert.All(purpose.Versions, text => Assert.NotEqual(text.Vi, text.En));
        });
    }

    [Fact]
    public void Check_Silence_IsNoConsent()
    {
        var (consents, faults) = Consenting.Check([Informed], Today);

        Assert.Empty(faults);
        Assert.DoesNotContain(consents, consent => consent.Purpose != "review");
    }

    [Fact]
    public void Check_OptionalRefused_IsTakenAsRefused()
    {
        var (consents, faults) = Consenting.Check([Informed, new("contact", "2026-01", false)], Today);

        Assert.Empty(faults);
        Assert.Equal(new Consent("contact", "2026-01", Given: false), consents[1]);
    }

    [Fact]
    public void Check_EverythingWrong_NamesEveryGround()
    {
        var (_, faults) = Consenting.Check([null, new("contact", "1", null), new("contact", "2026-01", true)], Today);

        Assert.Equal(
            ["information_not_confirmed", "unknown_purpose", "consent_unanswered", "consent_text_outdated", "consent_twice"], faults.Select(fault => fault.Code));
    }

    [Fact]
    public void Withdraw_AtAnyTime_IsRecordedOnce()
    {
        var @case = ACase.Submitted(submission => submission with { Consents = [new("review", "2026-01", true), new("contact", "2026-01", true)] });
        @case.Accept(Applying.Withdraw(@case.State, new(null)), Actor.Applicant);

        @case.Accept(Consenting.Withdraw(@case.State, new("contact")), Actor.Applicant);

        Assert.Equal([true, false], @case.State.Submission.Consents.Select(consent => consent.Given));
        Assert.Equal(ApplicationStatus.Withdrawn, @case.State.Status);
        Assert.IsType<Outcome.AlreadyDone>(Consenting.Withdraw(@case.State, new("contact")));
        Assert.IsType<Outcome.AlreadyDone>(Consenting.Withdraw(@case.State, new("publish")));
    }

    [Theory]
    [InlineData("review", "purpose_not_optional")]
    [InlineData("sell", "unknown_purpose")]
    [InlineData(null, "unknown_purpose")]
    public void Withdraw_WhatIsNoConsent_IsRefused(string? purpose, string code) =>
        Assert.Equal(code, Assert.IsType<Outcome.Refused>(Consenting.Withdraw(ACase.Submitted().State, new(purpose))).Refusal.Faults.Single().Code);

    /// <summary>Children appear as met or not met in an indicator, never by name or in a field of their own. A new field has to be thought about here.</summary>
    [Fact]
    public void SubmissionInput_Fields_AreTheseAndNoneIsAboutAChild()
    {
        Assert.Equal(
            ["Answers", "Assisted", "Consents", "CriteriaSet", "EvidenceTicket", "Holder", "LearningUnitKind", "Level", "Representative", "Title", "Unit", "Year"],
            typeof(SubmissionInput).GetProperties().Select(property => property.Name).Order());
        Assert.Equal(["ConsentedOn"], typeof(AssistedInput).GetProperties().Select(property => property.Name).Order());
        Assert.Equal(["Address", "Name"], typeof(HolderInput).GetProperties().Select(property => property.Name).Order());
        Assert.Equal(["Email", "Language", "Name", "Phone", "Position"], typeof(RepresentativeInput).GetProperties().Select(property => property.Name).Order());
    }

    [Fact]
    public void Retention_PeriodNobodyFound_IsNeverOver()
    {
        var @case = ACase.Submitted();
        @case.Accept(Applying.Withdraw(@case.State, new(null)), Actor.Applicant);
        var later = @case.State.ChangedAt.AddDays(30);
        IReadOnlyList<RetentionRule> thirty = [new("x", [ApplicationStatus.Withdrawn], 30, "", "")];

        Assert.False(RetentionRule.IsOver(RetentionRule.Shipped, @case.State, later.AddYears(100)));
        Assert.False(RetentionRule.IsOver(thirty, @case.State, later.AddTicks(-1)));
        Assert.True(RetentionRule.IsOver(thirty, @case.State, later));
        Assert.False(RetentionRule.IsOver(thirty, ACase.Submitted().State, later.AddYears(100)));
    }
}

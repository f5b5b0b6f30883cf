using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Tests.Applications;

namespace TitleCertification.Domain.Tests.Review;

public class ReroutingTests
{
    private static readonly ConflictInput Family = new(ConflictKind.Family, "Em trai đứng đơn");

    [Fact]
    public void MoveUp_SomebodyIsLeft_LeavesTheCase()
    {
        var @case = ACase.InReview();
        @case.Accept(Conflicts.Declare(@case.State, Family, ACase.District, isInArea: true), ACase.District);

        Assert.IsType<Outcome.AlreadyDone>(Rerouting.MoveUp(@case.State, [ACase.District, ACase.District with { Id = "district-2" }]));
    }

    [Fact]
    public void MoveUp_EverybodyIsBarred_GoesToTheBodyOfTheNextStage()
    {
        var @case = ACase.InReview();
        @case.Accept(Conflicts.Declare(@case.State, Family, ACase.District, isInArea: true), ACase.District);

        @case.Accept(Rerouting.MoveUp(@case.State, [ACase.District]), Actor.System);

        Assert.Equal(("district", Role.ProvincialApprover, "36"), (@case.State.Stage!.Rule.Code, @case.State.Stage.Rule.Role, @case.State.Stage.Rule.Unit));
        Assert.Equal(new Fact.StageMoved(0, Role.ProvincialApprover, "36", MoveReason.NobodyEligible, null), @case.Facts[^1].Fact);
        Assert.True(Rerouting.MayDecide(ACase.Province, @case.State));
    }

    [Fact]
    public void MoveUp_NobodyHoldsTheStage_Waits() => Assert.IsType<Outcome.AlreadyDone>(Rerouting.MoveUp(ACase.InReview().State, []));

    [Fact]
    public void MoveUp_AtTheTop_EscalatesOnce()
    {
        var @case = ACase.AtProvince();
        @case.Accept(Conflicts.Declare(@case.State, Family, ACase.Province, isInArea: true), ACase.Province);

        @case.Accept(Rerouting.MoveUp(@case.State, [ACase.Province]), Actor.System);

        Assert.Equal(new Fact.StageEscalated(1), @case.Facts[^1].Fact);
        Assert.IsType<Outcome.AlreadyDone>(Rerouting.MoveUp(@case.State, [ACase.Province]));
    }

    [Fact]
    public void MayDecide_AdministratorOrAuditorBesides_NeverDecides()
    {
        foreach (var role in new[] { Role.Administrator, Role.Auditor })
        {
            var both = ACase.District with { Authorities = [.. ACase.District.Authorities, new(role, "36")] };
            Assert.False(Rerouting.MayDecide(both, ACase.InReview().State));
            Assert.Equal(RefusalCodes.NotYourStage, CodeOf(Reviewing.Refuse(ACase.InReview().State, new("district", ["Không"]), both)));
        }
    }

    [Fact]
    public void Decide_Barred_IsToldNothing()
    {
        var @case = ACase.InReview();
        var submission = @case.State.Submission;
        var tied = ACase.District with { Ties = [new(submission.Title, submission.Unit, submission.Holder.Name.ToUpperInvariant())] };
        var phoned = ACase.District with { Phone = submission.Representative.Phone };

        foreach (var barred in new[] { tied, phoned })
        {
            Assert.Equal(RefusalCodes.ConflictOfInterest, CodeOf(Reviewing.Refuse(@case.State, new("district", ["Không"]), barred)));
            Assert.Equal(RefusalCodes.ConflictOfInterest, CodeOf(Conflicts.Declare(@case.State, Family, barred, isInArea: true)));
        }

        Assert.False(Conflicts.Bar(ACase.District with { Ties = [new(submission.Title, "361-xa-khac", submission.Holder.Name)] }, @case.State));
    }

    private static string CodeOf(Outcome outcome) => Assert.IsType<Outcome.Refused>(outcome).Refusal.Code;
}

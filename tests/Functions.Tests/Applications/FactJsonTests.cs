using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Privacy;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Certification;
using TitleCertification.Functions.Review;

namespace TitleCertification.Functions.Tests.Applications;

/// <summary>What is stored and what crosses activities comes back as it went.</summary>
public class FactJsonTests
{
    private static readonly DossierNumber Dossier = DossierNumber.Parse("H40.361-260302-0001");
    private static readonly RegisterNumber Number = RegisterNumber.Parse("DVHT-36-2025-00001");
    private static readonly CorrectionRule Correction = new(20, 5);
    private static readonly StageRule Stage = new("district", Role.DistrictReviewer, "361", 10, 2, Correction);

    private static readonly Submission Submission = new(
        TitleKind.LearningUnit, 2025, "DVHT-TT22-2020", "361-tt-lieu-de", new("Trường “Nghĩa Hưng” \\ <Ưỡ>", "Liễu Đề"),
        new("Nguyễn Văn An", "Hiệu trưởng", PhoneNumber.Parse("0912345678"), null), new([new("1.1", 10), new("1.2", 9, Evidence: "Kế hoạch số 1"), new("2.1", Met: true), new("2.2", Percent: 97.5m)]),
        HolderLevel.District, "THCS", Disadvantaged: true);

    public static TheoryData<Fact> Facts =>
    [
        new Fact.ApplicationSubmitted(Submission, [Stage], "00ff"),
        new Fact.ApplicationReceived(),
        new Fact.StageOpened(0, new(2026, 3, 16)),
        new Fact.ReviewerScored(0, new([new("1.1", 9, Evidence: "Đã xem"), new("2.1", Met: false), new("2.2", Percent: 0.5m)])),
        new Fact.StageApproved(0, "ghi chú"),
        new Fact.TitleApproved(new("77/QĐ-UBND", new(2026, 3, 1), "Trần Văn B", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"])),
        new Fact.CorrectionRequested(0, [new("indicator:1.1", "Thiếu")], new(2026, 3, 30), 6),
        new Fact.CorrectionAnswered(0, [new("indicator:1.1", 9, "Mới", null), new("indicator:1.2", null, null, null, true), new("indicator:1.3", null, null, null, null, 97.5m)], new(2026, 4, 1)),
        new Fact.ApplicationRefused(0, ["Không thuộc địa bàn"]),
        new Fact.ApplicationWithdrawn(null),
        new Fact.ReviewerReminded(0),
        new Fact.ApplicantReminded(0),
        new Fact.StageEscalated(0),
        new Fact.StageMoved(0, Role.CommuneOfficer, "13891", MoveReason.BodyAbolished, "Nghị quyết 203/2025/QH15"),
        new Fact.ApplicationLapsed(0),
        new Fact.TitleCertified(Number, new(2026, 3, 16), "00ff"),
        new Fact.CertificateDelivered("applicant"),
        new Fact.ConflictDeclared(ConflictKind.Family, "Chị gái đứng đơn"),
        new Fact.ConsentWithdrawn("contact"),
        new Fact.CaseErased(ErasureGround.PersonAsked, "Đề nghị ngày 02/03/2026"),
    ];

    [Theory]
    [MemberData(nameof(Facts))]
    public void Fact_StoredAndRead_IsTheSame(Fact fact)
    {
        var recorded = new RecordedFact(3, new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), "district-361", fact);
        var key = CaseKey.New();
        var (_, body) = FactChain.Append(FactChain.Start(Dossier), Dossier, recorded, key);
        var (_, plain) = FactChain.Append(FactChain.Start(Dossier), Dossier, recorded, key: null);

        Assert.Equivalent(recorded, FactChain.Read(Dossier, body, key), strict: true);
        Assert.Equivalent(recorded, FactChain.Read(Dossier, plain, key: null), strict: true);
    }

    [Fact]
    public void Fact_StoredBeforeLevelsAndOtherAnswersThanPoints_IsStillRead()
    {
        const string body = """
            {"sequence":1,"at":"2026-03-02T09:00:00+00:00","by":"applicant","fact":{"fact":"ApplicationSubmitted","submission":{"title":"LearningUnit","year":2025,"criteriaSet":"DVHT-TT22-2020",
            "unit":"361-tt-lieu-de","holder":{"name":"A","address":"B"},"representative":{"name":"C","position":"D","phone":"0912345678"},
            "answers":{"answers":[{"indicator":"1.1","points":10,"evidence":"x"}]}},"route":[]}}
            """;

        var submission = Assert.IsType<Fact.ApplicationSubmitted>(Json.Read<RecordedFact>(body).Fact).Submission;

        Assert.Equal(new IndicatorAnswer("1.1", 10, Evidence: "x"), Assert.Single(submission.Answers.Answers));
        Assert.Null(submission.Level);
        Assert.False(submission.Disadvantaged);
    }

    [Fact]
    public void Facts_EveryKind_IsTried() => Assert.Equal(
        typeof(Fact).GetNestedTypes().Select(type => type.Name).Order(), ((IEnumerable<object[]>)Facts).Select(row => row[0].GetType().Name).Order());

    [Fact]
    public void Situation_AcrossAnActivity_IsTheSame()
    {
        var situation = new Situation(4, ApplicationStatus.InReview, 1, new DateTime(2026, 3, 16, 17, 0, 0, DateTimeKind.Utc), [new QueueKey("DistrictReviewer:361", "2026-03-16:x")]);
        Assert.Equivalent(situation, Json.Read<Situation>(Json.Write(situation)), strict: true);

        var input = new FollowInput(Dossier, 3, situation.Queued);
        Assert.Equivalent(input, Json.Read<FollowInput>(Json.Write(input)), strict: true);
        Assert.Equal(new CaseAtVersion(Dossier, 3), Json.Read<CaseAtVersion>(Json.Write(new CaseAtVersion(Dossier, 3))));
        Assert.Equal(new CaseReference(Dossier), Json.Read<CaseReference>(Json.Write(new CaseReference(Dossier))));
    }

    [Fact]
    public void Chain_AnyBitOfAFact_ChangesTheHash()
    {
        var recorded = new RecordedFact(1, new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), "a", new Fact.ReviewerReminded(0));
        var start = FactChain.Start(Dossier);
        var hash = Hash(start, recorded);

        Assert.NotEqual(hash, Hash(start, recorded with { Sequence = 2 }));
        Assert.NotEqual(hash, Hash(start, recorded with { By = "b" }));
        Assert.NotEqual(hash, Hash(start, recorded with { At = recorded.At.AddTicks(1) }));
        Assert.NotEqual(hash, Hash(start, recorded with { Fact = new Fact.ReviewerReminded(1) }));
        Assert.NotEqual(hash, Hash(FactChain.Start(DossierNumber.Parse("H40.361-260302-0002")), recorded));

        // Unsealed, so that nothing but the fact differs.
        static string Hash(string start, RecordedFact recorded) => FactChain.Append(start, Dossier, recorded, key: null).Hash;
    }
}

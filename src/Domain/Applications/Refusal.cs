using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Applications;

/// <summary>Why a command is not carried out: a code of the catalogue in docs/errors.md, and every ground that was found.</summary>
public sealed record Refusal(string Code, IReadOnlyList<Fault> Faults)
{
    public Refusal(string code) : this(code, []) { }
}

/// <summary>One ground.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) to the part of the request it speaks of; "" for the whole.</param>
public sealed record Fault(string Code, string Pointer, LocalText Text)
{
    /// <summary>A ground of the scoring, pointed at the part of a submission it speaks of.</summary>
    public static Fault Of(Ground ground, SelfAssessment answers) => new(ground.Code, PointerOf(ground, answers), ground.Sentence());

    internal static IReadOnlyList<Fault> Of(IEnumerable<Ground> grounds, SelfAssessment answers) => [.. grounds.Select(ground => Of(ground, answers))];

    private static string PointerOf(Ground ground, SelfAssessment answers)
    {
        switch (ground.Code)
        {
            case GroundCodes.SetIncomplete: return "/criteriaSet";
            case GroundCodes.LevelNotOfSet: return "/level";
            case GroundCodes.KindMissing or GroundCodes.KindUnknown: return "/learningUnitKind";
        }

        var index = answers.Answers.Index().Where(answer => answer.Item.Indicator == ground.Indicator).Select(answer => (int?)answer.Index).FirstOrDefault();
        return index is null ? "/answers" : $"/answers/{index}";
    }
}

/// <summary>The answer of the domain to a command: facts to record, or a refusal. Nothing else comes of a command.</summary>
public abstract record Outcome
{
    private Outcome() { }

    public sealed record Accepted(IReadOnlyList<Fact> Facts) : Outcome;

    public sealed record Refused(Refusal Refusal) : Outcome;

    /// <summary>The command was carried out before; there is nothing left to do.</summary>
    public sealed record AlreadyDone : Outcome;

    internal static Outcome Of(params IReadOnlyList<Fact> facts) => new Accepted(facts);

    internal static Outcome Refuse(string code, params IReadOnlyList<Fault> faults) => new Refused(new(code, faults));
}

namespace TitleCertification.Domain.RuleBook;

/// <summary>How the files of the rule book write a <see cref="Certainty"/>.</summary>
internal static class CertaintyWords
{
    internal const string Vi = "FOUND, INFERRED, RECALLED, NOT_FOUND hoặc PROPOSAL";
    internal const string En = "FOUND, INFERRED, RECALLED, NOT_FOUND or PROPOSAL";

    internal static Certainty? Read(string word) => word switch
    {
        "FOUND" => Certainty.Found,
        "INFERRED" => Certainty.Inferred,
        "RECALLED" => Certainty.Recalled,
        "NOT_FOUND" => Certainty.NotFound,
        "PROPOSAL" => Certainty.Proposal,
        _ => null,
    };
}

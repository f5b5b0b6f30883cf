namespace TitleCertification.Functions.Storage;

/// <summary>The blob containers of the service, prepared when it starts.</summary>
public static class ContainerNames
{
    public const string Certificates = "certificates";
    public const string Evidence = "evidence";

    /// <summary>Pieces of uploads under way.</summary>
    public const string EvidenceParts = "evidence-parts";

    public const string Reports = "reports";
    public const string Keys = "keys";

    /// <summary>Editions of the rule book, by version.</summary>
    public const string RuleBooks = "rulebooks";

    public static IReadOnlyCollection<string> All { get; } = [Certificates, Evidence, EvidenceParts, Reports, Keys, RuleBooks];
}

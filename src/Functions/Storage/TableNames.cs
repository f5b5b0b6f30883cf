namespace TitleCertification.Functions.Storage;

/// <summary>The tables of the service, prepared when it starts. What each holds: DESIGN, section "Storage".</summary>
public static class TableNames
{
    public const string Applications = "Applications";
    public const string Dossiers = "Dossiers";
    public const string WorkQueue = "WorkQueue";
    public const string Register = "Register";
    public const string Drafts = "Drafts";
    public const string Evidence = "Evidence";
    public const string People = "People";
    public const string Attempts = "Attempts";
    public const string Reads = "Reads";
    public const string Messages = "Messages";
    public const string Mailbox = "Mailbox";
    public const string Stuck = "Stuck";
    public const string OwnApplications = "OwnApplications";

    public static IReadOnlyCollection<string> All { get; } = [Applications, Dossiers, WorkQueue, Register, Evidence, Drafts, People, Attempts, Reads, Messages, Mailbox, Stuck, OwnApplications];
}

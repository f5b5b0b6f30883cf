namespace TitleCertification.Functions.Storage;

/// <summary>The tables of the service, prepared when it starts.</summary>
public static class TableNames
{
    /// <summary>The record: a partition a case, with its facts, its state and its key.</summary>
    public const string Applications = "Applications";

    /// <summary>Dossier numbers and which cases are open, a partition an agency.</summary>
    public const string Dossiers = "Dossiers";

    /// <summary>A read model: what waits for whom.</summary>
    public const string WorkQueue = "WorkQueue";

    /// <summary>Register numbers and what they were given for.</summary>
    public const string Register = "Register";

    /// <summary>Applications that are being written in the portal, for thirty days.</summary>
    public const string Drafts = "Drafts";

    /// <summary>Folders of files until their application is sent, and uploads under way.</summary>
    public const string Evidence = "Evidence";

    /// <summary>Who may do what, since when and by whom.</summary>
    public const string People = "People";

    /// <summary>Wrong proofs of late, by case.</summary>
    public const string Attempts = "Attempts";

    /// <summary>What staff have read of whom.</summary>
    public const string Reads = "Reads";

    /// <summary>What has been told, what is to be sent and what could not be.</summary>
    public const string Messages = "Messages";

    /// <summary>Where messages land that go nowhere: on one machine only.</summary>
    public const string Mailbox = "Mailbox";

    /// <summary>A read model: the cases that the last sweep found stuck.</summary>
    public const string Stuck = "Stuck";

    /// <summary>Which cases somebody has filed who had signed in.</summary>
    public const string OwnApplications = "OwnApplications";

    public static IReadOnlyCollection<string> All { get; } = [Applications, Dossiers, WorkQueue, Register, Evidence, Drafts, People, Attempts, Reads, Messages, Mailbox, Stuck, OwnApplications];
}

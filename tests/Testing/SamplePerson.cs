namespace TitleCertification.Testing;

/// <summary>Ids of local/people.json.</summary>
public static class SamplePerson
{
    public const string Approver = "province-36";
    public const string SecondApprover = "province-36-2";
    public const string SecondReviewer = "district-361-2";
    public const string Auditor = "auditor-36";

    public static string ReviewerOf(string district) => $"district-{district}";
}

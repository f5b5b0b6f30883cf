using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Evidence;

/// <summary>The files that answers name, found among those the applicant has brought.</summary>
public static class ChosenFiles
{
    public const int MostFiles = 20;
    public const long MostBytes = 50L * 1024 * 1024;

    /// <returns>Null where none is named; those that are not there are left out, and are faults.</returns>
    public static IReadOnlyList<EvidenceFile>? Of(IReadOnlyList<string?>? named, IReadOnlyDictionary<string, EvidenceFile> brought) =>
        named is { Count: > 0 } ? [.. named.OfType<string>().Distinct().Where(brought.ContainsKey).Select(sha256 => brought[sha256])] : null;

    public static IEnumerable<Fault> Faults(IReadOnlyList<string?>? named, IReadOnlyDictionary<string, EvidenceFile> brought, string pointer) =>
        (named ?? []).Index().Where(file => file.Item is null || !brought.ContainsKey(file.Item)).Select(file => new Fault("unknown_file", $"{pointer}/{file.Index}",
            new("Không có tệp này trong vé tải tệp của hồ sơ.", "There is no such file under the evidence ticket.")));

    /// <summary>One file may stand behind several answers; it counts once.</summary>
    public static IEnumerable<Fault> TooMany(SelfAssessment answers)
    {
        var files = answers.Answers.SelectMany(answer => answer.Files ?? []).DistinctBy(file => (file.Folder, file.Sha256)).ToList();
        if (files.Count > MostFiles || files.Sum(file => file.Size) > MostBytes)
            yield return new("too_much_evidence", "/answers", new($"Hồ sơ có tối đa {MostFiles} tệp, tổng cộng 50 MB.", $"An application has up to {MostFiles} files, 50 MB together."));
    }
}

using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Titles;

/// <summary>A file of <c>rulebook/criteria</c>: either a set that keeps every promise of <see cref="CriteriaSet"/>, or all that is wrong with it.</summary>
/// <param name="Set">Null when there is any error.</param>
/// <param name="Errors">Sentences that name file, entry and reason; empty when the set is good.</param>
public sealed record CriteriaSetFile(string FileName, CriteriaSet? Set, IReadOnlyList<LocalText> Errors)
{
    /// <exception cref="RuleBookException">The file has errors; the exception holds them all.</exception>
    public CriteriaSet SetOrThrow() => Set ?? throw new RuleBookException(Errors);

    /// <summary>Reads UTF-8 JSON, with or without byte order mark. Never throws for what the file holds.</summary>
    public static CriteriaSetFile Parse(ReadOnlyMemory<byte> json, string fileName)
    {
        var errors = new List<LocalText>();
        var set = EntryFile.Read(json, fileName, Place.Set, errors, CriteriaSetReader.Read);
        if (set is not null)
            errors.AddRange(CriteriaSetChecks.Of(set).Select(error => Place.Of(fileName).Error(error.Vi, error.En)));
        return new(fileName, errors.Count == 0 ? set : null, errors);
    }
}

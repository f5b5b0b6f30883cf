using TitleCertification.Functions.RuleBook;
using TitleCertification.Storage;

namespace TitleCertification.Testing;

/// <summary>The rules of the demonstration province.</summary>
public static class SampleRules
{
    public static Domain.RuleBook.RuleBook Book { get; } = Rules.Read(Repository.SampleProvince);

    public static Rules Over(IBlobs blobs) => new(Book, new Uri("https://title-certification.example"), blobs);
}

using TitleCertification.Domain.Review;
using TitleCertification.Functions.Audit.Reads;

namespace TitleCertification.Functions.Review;

internal static class ListedCases
{
    /// <summary>Records who is about to see these rows, queue by queue.</summary>
    public static async Task ListedAsync(this ReadLog reads, Actor person, IReadOnlyList<WaitingCase> cases, CancellationToken cancellationToken)
    {
        foreach (var queue in cases.GroupBy(waiting => (waiting.Role, waiting.Unit)))
            await reads.ListedAsync(person, queue.Key.Role, queue.Key.Unit, [.. queue.Select(waiting => waiting.Item.Dossier)], cancellationToken);
    }
}

using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Mine;

/// <param name="IsFirst">The page of the newest.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record MineModel(IReadOnlyList<MineCase> Cases, bool IsFirst, string? Next);

/// <param name="Status">Where the case stands, in one sentence.</param>
/// <param name="IsForOthers">He is an officer who has filed it for somebody.</param>
/// <param name="NeedsAnswer">A correction is waited for.</param>
public sealed record MineCase(string Dossier, LocalText Title, string Holder, LocalText Status, LocalText SubmittedOn, bool IsForOthers, bool NeedsAnswer);

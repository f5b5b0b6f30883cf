using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Mine;

/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record MineModel(IReadOnlyList<MineCase> Cases, string? Next);

/// <param name="Headline">Where the case stands, in one sentence.</param>
public sealed record MineCase(string Dossier, LocalText Title, string Holder, LocalText Headline, LocalText SubmittedOn);

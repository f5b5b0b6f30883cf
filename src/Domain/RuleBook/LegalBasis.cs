using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.RuleBook;

/// <summary>Where a rule comes from: for example "Thông tư 22/2020/TT-BGDĐT", "Điều 5", 6 August 2020.</summary>
public sealed record LegalBasis(string Document, string? Provision, DateOnly? IssuedOn, Certainty Certainty);

/// <summary>What a reader must know about one field of an entry, for example that the end of its validity is recalled and not found.</summary>
/// <param name="About">The field, as it is called in the file.</param>
public sealed record Note(string About, Certainty Certainty, LocalText Text);

using TitleCertification.Domain.Text;

namespace TitleCertification.Portal.Pages.Verify;

/// <param name="IsWrong">What was typed is no register number.</param>
public sealed record VerifyModel(string Given, bool IsWrong);

/// <param name="Title">Null where the register does not hold the number.</param>
public sealed record VerifiedModel(string Number, VerifiedTitle? Title);

/// <param name="Holder">As printed; null where it was erased.</param>
public sealed record VerifiedTitle(
    LocalText Title, string? Holder, string Unit, int Year, LocalText? Grade, string IssuingBody, string Decision, DateOnly DecidedOn, bool Sample);

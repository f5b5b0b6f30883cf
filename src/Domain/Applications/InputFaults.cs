namespace TitleCertification.Domain.Applications;

/// <summary>Faults that are found in more than one place, so that each says the same everywhere.</summary>
public static class InputFaults
{
    /// <param name="longest">Characters.</param>
    public static Fault TooLong(string pointer, int longest) => new("text_too_long", pointer, new($"Tối đa {longest} ký tự.", $"Up to {longest} characters."));

    /// <param name="characters">Those that the certificate's font cannot print.</param>
    public static Fault Unprintable(string pointer, string characters) =>
        new("text_unprintable", pointer, new($"Không in được các ký tự: {characters}", $"These characters cannot be printed: {characters}"));

    public static Fault PhoneInvalid(string pointer) =>
        new("phone_invalid", pointer, new("Cần số điện thoại Việt Nam 10 chữ số.", "A Vietnamese phone number of 10 digits is needed."));

    public static Fault EmailInvalid(string pointer) => new("email_invalid", pointer, new("Địa chỉ thư điện tử không đúng.", "The e-mail address is not valid."));

    public static Fault UnknownLanguage(string pointer) => new("unknown_language", pointer, new("Ngôn ngữ là “vi” hoặc “en”.", "The language is “vi” or “en”."));

    public static Fault PaperConsentInFuture(string pointer) =>
        new("paper_consent_in_future", pointer, new("Ngày ký phiếu đồng ý không được sau hôm nay.", "The day of the consent on paper must not be after today."));
}

using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Review;

/// <summary>What is wrong with the decision that grants a title: every ground at once.</summary>
internal static class DecisionFaults
{
    private const int LongestNumber = 40;

    /// <param name="unprintable">The characters of a text that a certificate cannot print, or "".</param>
    public static IEnumerable<Fault> Of(DecisionInput? decision, Submission submission, Actor signatory, DateTimeOffset now, Func<string, string> unprintable)
    {
        var number = VietnameseText.Clean(decision?.Number);
        if (number.Length is 0 or > LongestNumber)
            yield return new("decision_number_missing", "/decision/number", new("Cần số quyết định công nhận, tối đa 40 ký tự, ví dụ 1234/QĐ-UBND.", "The number of the decision is needed, up to 40 characters, for example 1234/QĐ-UBND."));
        if (decision?.DecidedOn is null)
            yield return new("decision_date_missing", "/decision/decidedOn", new("Cần ngày ký quyết định.", "The day of the decision is needed."));
        else if (decision.DecidedOn > VietnamTime.DayOf(now))
            yield return new("decision_date_in_future", "/decision/decidedOn", new("Ngày ký quyết định không được ở tương lai.", "The day of the decision must not be in the future."));

        // A title that was granted and cannot be written down would wait for its certificate for ever.
        if (unprintable(number) is { Length: > 0 } characters)
            yield return InputFaults.Unprintable("/decision/number", characters);
        if (unprintable($"{submission.Holder.Name} {submission.Holder.Address}") is { Length: > 0 } ofHolder)
            yield return new("text_unprintable", "", new($"Tên hoặc địa chỉ của người được công nhận có ký tự không in được: {ofHolder}", $"The holder’s name or address has characters that cannot be printed: {ofHolder}"));
        if (unprintable(string.Join(' ', [signatory.Name, .. signatory.SignatoryCapacity ?? []])) is { Length: > 0 } ofSignatory)
            yield return new("text_unprintable", "", new($"Tên hoặc chức danh của người ký có ký tự không in được: {ofSignatory}", $"The signatory’s name or capacity has characters that cannot be printed: {ofSignatory}"));
    }
}

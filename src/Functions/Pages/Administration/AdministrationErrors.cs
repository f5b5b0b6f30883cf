using TitleCertification.Domain.Text;
using TitleCertification.Portal.Forms;

namespace TitleCertification.Functions.Pages.Administration;

/// <summary>What can be wrong with the forms of administration before the domain is asked.</summary>
internal static class AdministrationErrors
{
    public static readonly LocalText NoUnit = new("Không có đơn vị nào như vậy.", "There is no such unit.");
    public static readonly LocalText SeveralUnits = new("Có nhiều đơn vị như vậy: hãy chọn một.", "There are several such units: choose one.");
    public static readonly LocalText UnknownId = new("Chưa có người nào với mã này.", "Nobody is registered with this id.");
    public static readonly LocalText UnknownDossier = new("Không tìm thấy hồ sơ này trong khu vực của bạn.", "No such application was found in your area.");
    private static readonly LocalText DayWrong = new("Hãy ghi ngày, tháng, năm, ví dụ 31/01/2026.", "Write day, month and year, for example 31/01/2026.");

    /// <returns>The day, null where none was given; what is wrong with it goes to <paramref name="errors"/>.</returns>
    public static DateOnly? Day(string text, string field, List<FieldError> errors)
    {
        var day = TypedDay.Of(text);
        if (day is null && text.Length > 0)
            errors.Add(new(field, DayWrong));
        return day;
    }
}

using TitleCertification.Domain.Text;

namespace TitleCertification.Functions.Pages.Review;

internal static class StageWords
{
    /// <summary>The stages that routes of the shipped rule books have; a province's own stage is called by its code.</summary>
    public static LocalText Name(string code) => code switch
    {
        "commune" => new("Cấp xã", "Commune"),
        "district" => new("Cấp huyện", "District"),
        "province" => new("Cấp tỉnh", "Province"),
        _ => new(code, code),
    };
}

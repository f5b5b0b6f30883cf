using System.Text.Json.Nodes;

namespace TitleCertification.Testing;

/// <summary>A submission that passes, for a school; tests change what they are about.</summary>
public static class SampleSubmission
{
    public const string PhoneDigits = "5678";

    private static readonly (string Code, int Points)[] Full =
    [
        ("1.1", 10), ("1.2", 10), ("1.3", 9), ("2.1", 10), ("2.2", 5), ("2.3", 10), ("2.4", 4), ("3.1", 23), ("3.2", 10), ("3.3", 5),
    ];

    public static JsonObject Of(string holder = "Trường THCS Nghĩa Hưng", string unit = "361-tt-lieu-de") => new()
    {
        ["title"] = "LearningUnit",
        ["year"] = 2025,
        ["criteriaSet"] = "DVHT-TT22-2020",
        ["level"] = "District",
        ["unit"] = unit,
        ["holder"] = new JsonObject { ["name"] = holder, ["address"] = "Thị trấn Liễu Đề, huyện Nghĩa Hưng, tỉnh Nam Định" },
        ["representative"] = new JsonObject { ["name"] = "Nguyễn Văn An", ["position"] = "Hiệu trưởng", ["phone"] = "0912345678" },
        ["consents"] = new JsonArray(Consent("review", true), Consent("contact", false)),
        ["answers"] = new JsonArray([.. Full.Select(answer => (JsonNode)new JsonObject
        {
            ["indicator"] = answer.Code,
            ["points"] = answer.Points,
            ["evidence"] = $"Minh chứng của chỉ số {answer.Code}",
        })]),
    };

    private static JsonObject Consent(string purpose, bool given) => new() { ["purpose"] = purpose, ["version"] = "2026-01", ["given"] = given };
}

using System.Text.Json.Nodes;

namespace TitleCertification.Functions.Tests.Identity;

/// <summary>Everybody who asks in the authorisation matrix: nobody, somebody without authority, and every role in the area of the case, in another, and in the area but belonging to the holder.</summary>
internal static class MatrixPeople
{
    public const string Holder = "Trường THCS Nghĩa Hưng";
    public const string Unit = "361-tt-lieu-de";

    private static readonly (string Role, string Own, string Other)[] Roles =
    [
        ("CommuneOfficer", Unit, "366-tt-con"), ("DistrictReviewer", "361", "366"), ("ProvincialApprover", "36", "37"), ("Auditor", "36", "366"), ("Administrator", "36", "366"),
    ];

    /// <summary>In the order of a row's answers. The first asks without a token.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["", "nobody", .. Roles.SelectMany(role => (string[])[$"{role.Role}-own", $"{role.Role}-other", $"{role.Role}-tied"])];

    /// <summary>The unit that the person of a column holds authority in.</summary>
    public static string UnitOf(string column) =>
        Roles.Where(role => column.StartsWith(role.Role, StringComparison.Ordinal)).Select(role => column.EndsWith("-other", StringComparison.Ordinal) ? role.Other : role.Own).FirstOrDefault("361");

    public static string RoleOf(string column) => column.Contains('-', StringComparison.Ordinal) ? column.Split('-')[0] : "DistrictReviewer";

    /// <summary>A file for the setting SamplePeople.</summary>
    public static string Write(string directory)
    {
        var people = new JsonArray([.. Columns.Skip(2).Select(column => (JsonNode)Person(column, RoleOf(column), UnitOf(column))), Person("grantee", "Auditor", "361"), Person("spare", "DistrictReviewer", "361")]);
        var file = Path.Combine(directory, "people.json");
        File.WriteAllText(file, people.ToJsonString());
        return file;
    }

    private static JsonObject Person(string id, string role, string unit) => new()
    {
        ["id"] = id,
        ["name"] = $"Người {id}",
        ["roles"] = new JsonArray(new JsonObject { ["role"] = role, ["unit"] = unit }),
        // As people write their own: without the diacritics, in capitals.
        ["ties"] = id.EndsWith("-tied", StringComparison.Ordinal)
            ? new JsonArray(new JsonObject { ["title"] = "LearningUnit", ["unit"] = Unit, ["name"] = "TRUONG THCS  Nghia Hung" }) : new JsonArray(),
    };
}

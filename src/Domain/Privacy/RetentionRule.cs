using System.Text.Json;
using System.Text.Json.Serialization;
using TitleCertification.Domain.Applications;

namespace TitleCertification.Domain.Privacy;

/// <summary>How long a closed case is kept with what it says of persons (retention.json). A period nobody has found is null, and nothing goes by itself.</summary>
/// <param name="Statuses">How the case ended.</param>
/// <param name="KeepDays">Days from its last change; null: kept until somebody decides.</param>
public sealed record RetentionRule(string Code, IReadOnlyList<ApplicationStatus> Statuses, int? KeepDays, string Source, string Certainty)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    public static IReadOnlyList<RetentionRule> Shipped { get; } = Load();

    /// <summary>Has the period of a case passed?</summary>
    public static bool IsOver(IReadOnlyList<RetentionRule> rules, Application state, DateTimeOffset now) =>
        rules.FirstOrDefault(rule => rule.Statuses.Contains(state.Status))?.KeepDays is { } days && state.ChangedAt.AddDays(days) <= now;

    private static IReadOnlyList<RetentionRule> Load()
    {
        using var file = typeof(RetentionRule).Assembly.GetManifestResourceStream("retention.json")!;
        return JsonSerializer.Deserialize<IReadOnlyList<RetentionRule>>(file, Json)!;
    }
}

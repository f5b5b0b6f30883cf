using System.Text.Json;
using System.Text.Json.Serialization;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.Review;

/// <summary>The stages a title passes, as the rule book prescribes them; <see cref="For"/> binds them to the bodies of one place.</summary>
/// <param name="Certainty">How certain the days are: no text seen gives them for two stages (law-and-practice 4.1), so the shipped route is a sample.</param>
public sealed record ReviewRoute(string Id, LocalText Name, string Basis, string Certainty, IReadOnlyList<RouteStage> Stages)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="RuleBookException">With a sentence that names file and reason.</exception>
    public static ReviewRoute Parse(ReadOnlySpan<byte> json, string fileName)
    {
        try
        {
            var route = JsonSerializer.Deserialize<ReviewRoute>(json, Json) ?? throw new RuleBookException([$"{fileName}: the file is empty."]);
            return route.Stages.Count > 0 ? route : throw new RuleBookException([$"{fileName}: route {route.Id} has no stage."]);
        }
        catch (JsonException e)
        {
            throw new RuleBookException([$"{fileName}: {e.Message}"]);
        }
    }

    /// <summary>The stages for a holder in this unit: each is decided by the unit itself or by the one above it of the stage's level.</summary>
    /// <exception cref="InvalidOperationException">No unit of that level stands above: the rule book and the units do not fit together.</exception>
    public IReadOnlyList<StageRule> For(string unit, UnitMap map) =>
        [.. Stages.Select(stage => new StageRule(
            stage.Code, stage.Role, Body(stage, unit, map).Code, stage.WorkingDays, stage.ReminderDays, stage.Correction))];

    private AdministrativeUnit Body(RouteStage stage, string unit, UnitMap map) =>
        map.Above(unit, stage.Level)
        ?? throw new InvalidOperationException($"Route {Id}, stage {stage.Code}: {unit} has no unit of level {stage.Level} above it on {map.Day:yyyy-MM-dd}.");
}

public sealed record RouteStage(string Code, Role Role, UnitKind Level, int WorkingDays, int ReminderDays, CorrectionRule Correction);

using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Review;

/// <summary>The stages one application passes: the route of the rule book, bound to the bodies of the place.</summary>
public static class Routing
{
    /// <param name="unit">Code of the administrative unit the holder belongs to.</param>
    /// <param name="day">The day of submission; what follows later does not change the route of the case.</param>
    /// <returns>Exactly one of stages and refusal.</returns>
    public static (IReadOnlyList<StageRule>? Stages, Refusal? Refusal) Of(RuleBook.RuleBook rules, TitleKind title, HolderLevel level, string unit, DateOnly day)
    {
        if (rules.RouteFor(title, level, day) is not { } route)
            return Incomplete(new Fault("route_missing", "/title",
                new("Tỉnh chưa có quy trình xét danh hiệu này ở cấp này.", "The province has no route for this title at this level yet.")));

        var faults = route.Stages.Where(stage => !stage.IsComplete).Select(stage => new Fault("stage_incomplete", "/title", new(
            $"Quy trình {route.Id}: tỉnh chưa quy định thời hạn của bước “{stage.Name.Vi}”.",
            $"Route {route.Id}: the province has not given the days of the stage “{stage.Name.En}”."))).ToList();
        if (rules.WordingFor(title, level, day) is null)
            faults.Add(new("wording_missing", "/title", new("Tỉnh chưa có mẫu giấy chứng nhận cho danh hiệu này.", "The province has no certificate wording yet for this title.")));
        var map = rules.Units.On(day);
        var bodies = route.Stages.Select(stage => (Stage: stage, Unit: map.Above(unit, stage.Level))).ToList();
        faults.AddRange(bodies.Where(body => body.Unit is null).Select(body => new Fault("body_missing", "/unit", new(
            $"Đơn vị “{unit}” không thuộc cơ quan nào của bước “{body.Stage.Name.Vi}”.", $"No body of the stage “{body.Stage.Name.En}” stands above the unit “{unit}”."))));
        return faults.Count > 0 ? Incomplete(faults) : ([.. bodies.Select(body => Bind(body.Stage, body.Unit!.Code))], null);
    }

    private static StageRule Bind(RouteStage stage, string unit) => new(
        stage.Code, stage.Role, unit, stage.WorkingDays!.Value, stage.ReminderDays!.Value, new(stage.AnswerDays!.Value, stage.AnswerReminderDays!.Value));

    private static (IReadOnlyList<StageRule>?, Refusal?) Incomplete(params IReadOnlyList<Fault> faults) => (null, new(RefusalCodes.RulesIncomplete, faults));
}

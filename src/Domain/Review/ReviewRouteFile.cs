using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.Review;

/// <summary>Reads a file of <c>rulebook/routes</c>.</summary>
internal static class ReviewRouteFile
{
    /// <returns>Null when there is any error; all of them are in <paramref name="errors"/>.</returns>
    internal static ReviewRoute? Parse(ReadOnlyMemory<byte> json, string fileName, List<LocalText> errors)
    {
        var before = errors.Count;
        var route = EntryFile.Read(json, fileName, Place.Route, errors, Read);
        return errors.Count == before ? route : null;
    }

    private static ReviewRoute? Read(EntryReader file)
    {
        var (id, name, validity, basis) = (file.Id("id"), file.Local("name"), Validity.Read(file), file.Basis("basis"));
        var stages = file.List("stages", Place.Stage).Select(ReadStage).ToList();
        var notes = file.Notes();
        if (stages.Count == 0)
            file.Error("không có bước nào.", "it has no stage.");
        foreach (var twice in stages.OfType<RouteStage>().GroupBy(stage => stage.Code).Where(same => same.Count() > 1))
            file.Error($"mã bước \"{twice.Key}\" được dùng nhiều lần.", $"the code of stage \"{twice.Key}\" is used more than once.");
        return id is null || name is null || validity is null || basis is null || stages.Contains(null)
            ? null
            : new(id, name, validity, basis, stages!) { Notes = notes };
    }

    private static RouteStage? ReadStage(EntryReader entry)
    {
        var (code, name, role, level) = (entry.Id("code"), entry.Local("name"), entry.Choice<Role>("role"), entry.Choice<UnitKind>("level"));
        var (days, reminder) = (entry.Number("workingDays", optional: true), entry.Number("reminderDays", optional: true));
        var (answer, answerReminder) = (entry.Number("answerDays", optional: true), entry.Number("answerReminderDays", optional: true));
        var certainty = entry.Certainty();
        entry.RefuseUnknown();
        if (days == 0 || answer == 0)
            entry.Error("0 ngày thì không ai kịp làm gì.", "0 days give nobody the time to act.");
        if (reminder >= days)
            entry.Error(
                $"nhắc trước {reminder} ngày làm việc trong khi thời hạn là {days} ngày: sẽ nhắc trước khi bước này bắt đầu.",
                $"the reminder {reminder} working days before the end of {days} would come before the stage is opened.");
        if (answerReminder >= answer)
            entry.Error(
                $"nhắc trước {answerReminder} ngày làm việc trong khi thời hạn bổ sung là {answer} ngày: sẽ nhắc trước khi yêu cầu bổ sung.",
                $"the reminder {answerReminder} working days before the end of {answer} would come before the correction is asked for.");
        if (role is { } given && level is { } at && !Decides(given, at))
            DoesNotDecide(entry, given, at);
        return code is null || name is null || role is null || level is null || certainty is null
            ? null
            : new(code, name, role.Value, level.Value, days, reminder, answer, answerReminder, certainty.Value);
    }

    internal static void DoesNotDecide(EntryReader entry, Role role, UnitKind level) =>
        entry.Error($"vai trò {role} không quyết định ở cấp {level}.", $"{role} is not a role that decides at the level {level}.");

    internal static bool Decides(Role role, UnitKind level) => (role, level) is
        (Role.CommuneOfficer, UnitKind.Commune) or (Role.DistrictReviewer, UnitKind.District) or (Role.ProvincialApprover, UnitKind.Province);
}

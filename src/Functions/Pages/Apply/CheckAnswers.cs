using System.Globalization;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Drafts;
using TitleCertification.Functions.Evidence;
using TitleCertification.Portal;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages;
using TitleCertification.Portal.Pages.Apply;

namespace TitleCertification.Functions.Pages.Apply;

/// <summary>Everything that was answered, on one page, each with the way to change it.</summary>
public sealed class CheckAnswers(PageWriter pages, ApplyPath path)
{
    public IResult Show(HttpRequest request, Draft draft, FolderContent evidence, FieldErrors errors)
    {
        var set = path.SetOf(draft)!;
        return pages.Show<CheckPage, CheckModel>(
            request, new([About(draft, set), Who(draft), .. set.Criteria.Select(criterion => Answers(draft, criterion)), Files(draft, set, evidence), Consent(draft)], DraftScore.Of(path, draft, set), errors),
            errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private CheckGroup About(Draft draft, CriteriaSet set) => new(new("Danh hiệu", "Title"),
    [
        new(new("Danh hiệu", "Title"), TitleInfo.Of(draft.Title!.Value).Name, "/apply/title"),
        .. path.Levels(draft).Count > 1 ? [new CheckRow(new("Cấp", "Level"), TitleWords.Level(draft.Title, draft.Level!.Value), "/apply/level")] : Array.Empty<CheckRow>(),
        new(new("Năm đánh giá", "Assessed year"), Same(draft.Year!.Value.ToString(CultureInfo.InvariantCulture)), "/apply/year"),
        new(new("Nơi đăng ký", "Place"), Same(path.Units.PathName(path.UnitOf(draft))), path.Hamlets(draft).Count > 0 ? "/apply/hamlet" : "/apply/unit"),
        .. set.LearningUnitKinds.Where(kind => kind.Code == draft.LearningUnitKind).Select(kind => new CheckRow(new("Loại đơn vị", "Kind of unit"), kind.Name, "/apply/kind")),
        new(new("Bộ tiêu chí", "Criteria"), set.Name, "/apply/year"),
    ]);

    private static CheckGroup Who(Draft draft) => new(new("Tên, địa chỉ và liên hệ", "Name, address and contact"),
    [
        new(new("Tên trên giấy chứng nhận", "Name on the certificate"), Same(draft.HolderName), "/apply/holder"),
        new(new("Địa chỉ", "Address"), Same(draft.HolderAddress), "/apply/address"),
        new(new("Người đại diện", "Representative"), Same($"{draft.RepresentativeName}, {draft.RepresentativePosition}"), "/apply/representative"),
        new(new("Thư điện tử", "E-mail"), draft.Email is { Length: > 0 } email ? Same(email) : new("Không có", "None"), "/apply/email"),
    ]);

    private CheckGroup Answers(Draft draft, Criterion criterion) =>
        new(criterion.Name, [.. path.Asked(draft, criterion).Select(indicator => new CheckRow(
            new($"{indicator.Code} {indicator.Name.Vi}", $"{indicator.Code} {indicator.Name.En}"), Answer(indicator, draft.Answers.GetValueOrDefault(indicator.Code)), $"/apply/criteria/{criterion.Code}",
            draft.Answers.GetValueOrDefault(indicator.Code)?.Evidence))]);

    private CheckGroup Files(Draft draft, CriteriaSet set, FolderContent evidence)
    {
        var rows = set.Criteria
            .SelectMany(criterion => path.Asked(draft, criterion), (criterion, indicator) => (Criterion: criterion, Indicator: indicator, Files: FileRows.For(evidence, indicator.Code, "/apply/files")))
            .Where(entry => entry.Files.Count > 0)
            .Select(entry => new CheckRow(
                new($"{entry.Indicator.Code} {entry.Indicator.Name.Vi}", $"{entry.Indicator.Code} {entry.Indicator.Name.En}"), null, $"{ApplyPath.Evidence}/{entry.Criterion.Code}") { Files = entry.Files })
            .ToList();
        return new(new("Tệp minh chứng", "Evidence files"), rows.Count > 0 ? rows : [new(new("Tệp", "Files"), new("Không có", "None"), ApplyPath.Evidence)]);
    }

    private static LocalText Answer(Indicator indicator, IndicatorAnswer? answer) => answer switch
    {
        null => Same(""),
        { Points: { } points } => new($"{points}/{indicator.Max} điểm", $"{points} of {indicator.Max} points"),
        { Percent: { } percent } => new($"{Number(percent).Replace('.', ',')}%", $"{Number(percent)}%"),
        _ => answer.Met is true ? new("Đạt", "Met") : new("Chưa đạt", "Not met"),
    };

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private CheckGroup Consent(Draft draft) => new(new("Sử dụng dữ liệu", "Use of the data"),
        [.. path.Purposes.Select(purpose => new CheckRow(purpose.Text, Consented(purpose, draft.Consents!.Contains(purpose.Code)), "/apply/consent")),
            .. draft.PaperOn is { } day ? [new CheckRow(new("Ngày ký phiếu đồng ý", "Consent signed on"), DateWords.Short(day), "/apply/consent")] : Array.Empty<CheckRow>()]);

    /// <summary>What the law demands is taken note of, not consented to.</summary>
    private static LocalText Consented(ConsentPurpose purpose, bool ticked) =>
        !ticked ? new("Không đồng ý", "No") : purpose.Needed ? new("Đã được thông báo", "Informed") : new("Đồng ý", "Yes");

    private static LocalText Same(string? text) => new(text ?? "", text ?? "");
}

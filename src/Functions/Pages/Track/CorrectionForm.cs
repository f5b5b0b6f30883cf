using System.Globalization;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Evidence;
using TitleCertification.Portal.Forms;
using TitleCertification.Portal.Pages.Track;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>The fields of a correction, item by item.</summary>
internal static class CorrectionForm
{
    private const string Prefix = "item-";

    public static string Field(int index) => $"{Prefix}{index.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>"/answers/2/text" is the field "item-2".</summary>
    public static string? FieldOf(string pointer) => pointer.Split('/') is [_, "answers", var index, ..] ? $"{Prefix}{index}" : null;

    /// <summary>The fields for files, and the indicator each is for.</summary>
    public static IReadOnlyDictionary<string, string> Indicators(CorrectionRequest asked) => asked.Items.Index()
        .Where(entry => Correcting.IndicatorOf(entry.Item.Item) is not null)
        .ToDictionary(entry => FilesField(Field(entry.Index)), entry => Correcting.IndicatorOf(entry.Item.Item)!);

    public static CorrectItem Question(CorrectionItem item, string field, Submission submission, CriteriaSet set, IFormCollection? form, FolderContent brought)
    {
        if (Correcting.IndicatorOf(item.Item) is { } code && set.Find(code) is { } indicator)
        {
            var given = submission.Answers.Answers.FirstOrDefault(answer => answer.Indicator == code);
            return new(field, indicator.Name, item.Reason, IndicatorForm.Question(field, indicator, given, form), null)
            {
                Files = new(FilesField(field), code, indicator.Name, FileRows.For(brought, code, "/track/files")),
                Before = [.. (given?.Files ?? []).Select(file => FileRows.Of(file, "/track/files"))],
            };
        }

        var (name, now) = item.Item switch
        {
            Correcting.HolderAddress => (new LocalText("Địa chỉ", "Address"), submission.Holder.Address),
            Correcting.RepresentativeName => (new LocalText("Họ tên người đại diện", "Representative’s name"), submission.Representative.Name),
            _ => (new LocalText("Tên ghi trên giấy chứng nhận", "Name on the certificate"), submission.Holder.Name),
        };
        return new(field, name, item.Reason, null, form?.Text(field) ?? now);
    }

    public static (CorrectionAnswerInput Answer, IReadOnlyList<FieldError> Errors) Answer(CorrectionItem item, string field, IFormCollection form, CriteriaSet set, FolderContent brought)
    {
        if (Correcting.IndicatorOf(item.Item) is not { } code || set.Find(code) is not { } indicator)
            return (new(item.Item, null, null, form.Text(field)), []);
        var (answer, error) = IndicatorForm.Read(field, indicator, form);
        return (new(item.Item, answer.Points, answer.Evidence, null, answer.Met, answer.Percent, brought.For(code) is { Count: > 0 } files ? [.. files.Select(file => file.Sha256)] : null), error is null ? [] : [new(field, error)]);
    }

    private static string FilesField(string field) => $"{field}-files";
}

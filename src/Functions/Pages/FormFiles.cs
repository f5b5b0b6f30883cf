using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Text;
using TitleCertification.Functions.Evidence;
using TitleCertification.Functions.Evidence.Examination;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Forms;

namespace TitleCertification.Functions.Pages;

/// <summary>Takes the files of a form into a folder: what is good is kept, what is not is told beside the field it came from, file by file.</summary>
public sealed class FormFiles(EvidenceFolders folders, Uploads uploads)
{
    /// <summary>"indicator/sha256", of the button beside a file.</summary>
    public const string Remove = "remove";

    /// <summary>Has anything been chosen, or asked to be removed?</summary>
    public static bool Any(IFormCollection form) => form.ContainsKey(Remove) || Chosen(form).Any();

    /// <param name="indicators">By name of the field: the code of the indicator its files are evidence of. What comes in other fields is left alone.</param>
    /// <returns>What is wrong with the files that were not kept.</returns>
    public async Task<IReadOnlyList<FieldError>> TakeAsync(EvidenceFolder folder, IFormCollection form, IReadOnlyDictionary<string, string> indicators, CancellationToken cancellationToken)
    {
        if (form.Text(Remove).Split('/') is [var from, var sha256] && indicators.Values.Contains(from))
            await folders.RemoveAsync(folder, sha256, from, cancellationToken);
        var errors = new List<FieldError>();
        foreach (var file in Chosen(form).Where(file => indicators.ContainsKey(file.Name)))
        {
            if (await RefusedAsync(folder, file, indicators[file.Name], cancellationToken) is { } reason)
                errors.Add(new(file.Name, new($"“{file.FileName}”: {reason.Vi}", $"“{file.FileName}”: {reason.En}")));
        }

        return errors;
    }

    // A field in which nothing was chosen comes as a file without a name.
    private static IEnumerable<IFormFile> Chosen(IFormCollection form) => form.Files.Where(file => file.FileName.Length > 0);

    /// <returns>Null when it was kept.</returns>
    private async Task<LocalText?> RefusedAsync(EvidenceFolder folder, IFormFile file, string indicator, CancellationToken cancellationToken)
    {
        if (file.Length > EvidenceLimits.FileBytes)
            return EvidenceProblems.FileTooLarge.Title;
        try
        {
            await using var content = file.OpenReadStream();
            return await uploads.AddAsync(folder, file.FileName, content, (int)file.Length, indicator, cancellationToken) switch
            {
                Appended.Advanced => null,
                Appended.Refused { Refusal: var refusal } => Together([EvidenceProblems.Of(refusal).Title, .. refusal.Faults.Select(fault => fault.Text)]),
                _ => Problems.Contended.Title,
            };
        }
        catch (ScannerUnavailableException)
        {
            return new("Chưa quét được vi-rút. Xin chọn lại tệp này và thử lại sau ít phút.", "The virus scanner does not answer. Please choose this file again in a few minutes.");
        }
    }

    private static LocalText Together(IReadOnlyList<LocalText> sentences) =>
        new(string.Join(' ', sentences.Select(sentence => sentence.Vi)), string.Join(' ', sentences.Select(sentence => sentence.En)));
}

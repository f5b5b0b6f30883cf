using TitleCertification.Domain.Text;
using TitleCertification.Portal.Forms;

namespace TitleCertification.Portal.Pages.Apply;

/// <summary>One question with a few answers to choose from.</summary>
public sealed record ChoiceModel(string Action, string Back, LocalText Question, LocalText? Hint, string Name, IReadOnlyList<ChoiceOption> Options, string? Value, FieldErrors Errors);

public sealed record ChoiceOption(string Value, LocalText Label, LocalText? Hint = null);

/// <summary>One question that is answered in words; where there is one field, the question is its label.</summary>
public sealed record WordsModel(string Action, string? Back, LocalText Question, LocalText? Hint, IReadOnlyList<WordsField> Fields, FieldErrors Errors)
{
    public LocalText Button { get; init; } = new("Tiếp tục", "Continue");

    /// <summary>There is a draft to come back to.</summary>
    public bool CanSave { get; init; } = true;
}

public sealed record WordsField(
    string Name, LocalText Label, LocalText? Hint, string? Value, string? Width = "w20", int Longest = 200, string? InputMode = null, string? Autocomplete = null, string Type = "text");

/// <param name="Searched">What was looked for; null before the first search.</param>
/// <param name="Found">Communes of that name.</param>
/// <param name="More">There are others of that name.</param>
public sealed record UnitModel(string Back, string? Searched, IReadOnlyList<UnitOption> Found, bool More, string? Value, string? ValueName, FieldErrors Errors);

/// <param name="Place">What the unit lies in.</param>
public sealed record UnitOption(string Code, string Name, string Place);

/// <param name="Phone">As typed.</param>
/// <param name="Filed">What was filed just now; null at the beginning.</param>
public sealed record AssistModel(string Phone, FiledModel? Filed, FieldErrors Errors);

/// <param name="Kept">What the next application has in common with it.</param>
public sealed record FiledModel(string Dossier, IReadOnlyList<LocalText> Kept);

/// <param name="Number">Which of how many criteria.</param>
/// <param name="Others">The answers of the other criteria, for the score that is shown while typing.</param>
public sealed record CriterionModel(
    string Action, string Back, LocalText Name, int Number, int Count, IReadOnlyList<IndicatorQuestion> Questions, ScoreModel Score, string Others, FieldErrors Errors);

/// <param name="Total">Points, or indicators met.</param>
/// <param name="Needed">The least total that gives the title; null where it is not counted so.</param>
/// <param name="Answered">Indicators that have an answer.</param>
/// <param name="Missing">Why the title is not reached, as far as answers show.</param>
/// <param name="Result">The result in one sentence, once everything is answered.</param>
public sealed record ScoreModel(bool IsPoints, int Total, int? Max, int? Needed, int Answered, int Asked, IReadOnlyList<LocalText> Missing, LocalText? Result, bool Passes);

public sealed record ScorePageModel(string Back, string Next, ScoreModel Score, IReadOnlyList<CriterionResult> Criteria, LocalText? NextGrade, IReadOnlyList<LocalText> NextMissing);

public sealed record CriterionResult(string Address, LocalText Name, int Score, int? Max);

public sealed record ConsentModel(string Back, IReadOnlyList<ConsentPurpose> Purposes, IReadOnlyList<string> Given, FieldErrors Errors)
{
    /// <summary>The day of the consent on paper, as typed; null where the applicant answers himself.</summary>
    public string? PaperOn { get; init; }
}

/// <param name="Needed">Without it the application cannot be processed.</param>
public sealed record ConsentPurpose(string Code, LocalText Text, bool Needed);

public sealed record CheckModel(IReadOnlyList<CheckGroup> Groups, ScoreModel Score, FieldErrors Errors);

public sealed record CheckGroup(LocalText Name, IReadOnlyList<CheckRow> Rows);

/// <param name="Change">Where the answer can be changed.</param>
/// <param name="Evidence">In the applicant's own words.</param>
public sealed record CheckRow(LocalText Name, LocalText? Value, string Change, string? Evidence = null)
{
    public IReadOnlyList<FileRow> Files { get; init; } = [];
}

/// <param name="Count">Files of the whole application, and their bytes together.</param>
public sealed record EvidenceModel(string Back, IReadOnlyList<EvidenceCriterion> Criteria, int Count, long Size, UploadModel Upload);

public sealed record EvidenceCriterion(string Address, LocalText Name, int Count);

/// <param name="Number">Which of how many criteria.</param>
public sealed record CriterionEvidenceModel(
    string Action, LocalText Name, int Number, int Count, IReadOnlyList<FilesQuestion> Questions, UploadModel Upload, FieldErrors Errors);

public sealed record TasksModel(string Code, DateOnly KeptUntil, IReadOnlyList<TaskRow> Tasks, string Next, bool AllDone);

public sealed record TaskRow(string Address, LocalText Name, bool Done, bool Open);

/// <param name="Again">Where another one is begun.</param>
public sealed record DeleteModel(string Again, bool Deleted);

public sealed record CodeModel(string Code, DateOnly KeptUntil, string Next, bool Leaving);

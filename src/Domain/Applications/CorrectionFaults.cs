using TitleCertification.Domain.Evidence;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Applications;

/// <summary>What is wrong with a correction request, or with its answer: every ground at once.</summary>
internal static class CorrectionFaults
{
    public static IReadOnlyList<Fault> Of(CorrectionRequestInput command, Submission submission)
    {
        var items = (command.Items ?? []).Select(item => item ?? new("", "")).ToList();
        if (items.Count == 0)
            return [new("items_missing", "/items", new("Cần nêu ít nhất một mục phải bổ sung.", "At least one item to correct is needed."))];
        return
        [
            .. items.Index().Where(i => !Correcting.IsItem(i.Item.Item ?? "", submission)).Select(i => Unknown($"/items/{i.Index}/item")),
            .. items.Index().Where(i => FreeText.Of(i.Item.Reason) is null).Select(i => new Fault("reason_missing", $"/items/{i.Index}/reason",
                new("Cần nêu lý do cho từng mục.", "Each item needs its reason."))),
            .. items.Index().SelectMany(i => FreeText.Faults(i.Item.Reason, $"/items/{i.Index}/reason")),
            .. Twice(items.Select(item => item.Item), "/items"),
        ];
    }

    /// <summary>Exactly the items that were asked for, no more and no less.</summary>
    public static IReadOnlyList<Fault> Of(
        CorrectionAnswersInput command, CorrectionRequest asked, CriteriaSet criteria, IReadOnlyDictionary<string, EvidenceFile> brought, Func<string, string> unprintable)
    {
        var answers = (command.Answers ?? []).Select(answer => answer ?? new("", null, null, null)).ToList();
        return
        [
            .. asked.Items.Where(item => answers.All(answer => answer.Item != item.Item)).Select(item => new Fault("answer_missing", "/answers",
                new($"Chưa trả lời mục {item.Item}.", $"Item {item.Item} is not answered."))),
            .. answers.Index().Where(i => asked.Items.All(item => item.Item != i.Item.Item)).Select(i => new Fault("not_asked", $"/answers/{i.Index}/item",
                new("Mục này không được yêu cầu bổ sung.", "This item was not asked for."))),
            .. answers.Index().SelectMany(i => Faults(i.Item, $"/answers/{i.Index}", criteria, unprintable)),
            .. answers.Index().SelectMany(i => ChosenFiles.Faults(i.Item.Files, brought, $"/answers/{i.Index}/files")),
            .. Twice(answers.Select(answer => answer.Item), "/answers"),
        ];
    }

    private static IEnumerable<Fault> Faults(CorrectionAnswerInput answer, string pointer, CriteriaSet criteria, Func<string, string> unprintable)
    {
        if (answer.Item is null || Correcting.IndicatorOf(answer.Item) is not { } code)
        {
            if (VietnameseText.Clean(answer.Text) is not { Length: > 0 and <= 200 })
                yield return new("text_missing", $"{pointer}/text", new("Cần nội dung mới, tối đa 200 ký tự.", "The new text is needed, up to 200 characters."));
            else if (answer.Item is not Correcting.RepresentativeName && unprintable(answer.Text!) is { Length: > 0 } characters)
                yield return InputFaults.Unprintable($"{pointer}/text", characters);
            yield break;
        }

        var value = new IndicatorAnswer(code, answer.Points, answer.Met, answer.Percent);
        var indicator = criteria.Find(code);
        var answered = indicator?.Measure switch { Measure.Met => answer.Met is not null, Measure.Percent => answer.Percent is not null, _ => answer.Points is not null };
        if (!answered && string.IsNullOrWhiteSpace(answer.Evidence) && answer.Files is not { Count: > 0 })
            yield return new("answer_empty", pointer, new("Cần kết quả chấm mới hoặc minh chứng mới.", "A new result or new evidence is needed."));
        foreach (var fault in FreeText.Faults(answer.Evidence, $"{pointer}/evidence"))
            yield return fault;
        if (answered && indicator is not null && Scoring.Unusable(indicator, value) is { } ground)
            yield return new(ground.Code, $"{pointer}/{(indicator.Measure is Measure.Percent ? "percent" : "points")}", ground.Sentence());
    }

    private static Fault Unknown(string pointer) => new("unknown_item", pointer, new("Hồ sơ không có mục này.", "The application has no such item."));

    private static IEnumerable<Fault> Twice(IEnumerable<string> items, string pointer) =>
        items.GroupBy(item => item).Where(same => same.Count() > 1).Select(same => new Fault("item_twice", pointer,
            new($"Mục {same.Key} được nêu hai lần.", $"Item {same.Key} is named twice.")));
}

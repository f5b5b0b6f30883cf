using TitleCertification.Domain.Applications;

namespace TitleCertification.Domain.Privacy;

/// <summary>
/// Consent, one purpose at a time. Silence is none, and nothing is given in advance (Law 91/2025/QH15): a purpose that is not answered is not
/// consented to. What a task of the law needs is not asked for but told, and the applicant says that he was told.
/// </summary>
public static class Consenting
{
    /// <returns>What was answered, and every reason why it cannot be taken so.</returns>
    public static (IReadOnlyList<Consent> Consents, IReadOnlyList<Fault> Faults) Check(IReadOnlyList<ConsentInput?>? given, DateOnly today)
    {
        var answers = (given ?? []).Select(answer => answer ?? new(null, null, null)).ToList();
        List<Fault> faults =
        [
            .. Purpose.All.Where(purpose => !purpose.IsOptional && !answers.Any(answer => answer.Purpose == purpose.Code && answer.Given == true)).Select(purpose => new Fault(
                "information_not_confirmed", "/consents", new($"Cần xác nhận đã được thông báo về mục đích “{purpose.Code}”.", $"It must be confirmed that the applicant was informed of the purpose “{purpose.Code}”."))),
            .. Faults(answers, today),
        ];
        return (faults.Count > 0 ? [] : [.. answers.Select(answer => new Consent(answer.Purpose!, answer.Version!, answer.Given!.Value))], faults);
    }

    /// <summary>What is wrong with answers, whether or not all that must be confirmed is among them.</summary>
    public static IEnumerable<Fault> Faults(IReadOnlyList<ConsentInput?> given, DateOnly today)
    {
        var answers = given.Select(answer => answer ?? new(null, null, null)).ToList();
        return answers.Index().SelectMany(answer => Faults(answer.Item, $"/consents/{answer.Index}", today))
            .Concat(answers.GroupBy(answer => answer.Purpose).Where(same => same.Key is not null && same.Count() > 1).Select(same => new Fault(
                "consent_twice", "/consents", new($"Mục đích “{same.Key}” được trả lời hai lần.", $"The purpose “{same.Key}” is answered twice."))));
    }

    /// <summary>Takes back one consent, at any time, whatever has become of the case.</summary>
    public static Outcome Withdraw(Application state, ConsentWithdrawalInput command)
    {
        if (Purpose.Find(command.Purpose) is not { } purpose)
            return Outcome.Refuse(RefusalCodes.InvalidInput, Unknown(command.Purpose, "/purpose"));
        if (!purpose.IsOptional)
            return Outcome.Refuse(RefusalCodes.InvalidInput, new Fault("purpose_not_optional", "/purpose",
                new("Mục đích này do pháp luật quy định, không dựa trên sự đồng ý.", "The law itself demands this purpose; it does not rest on consent.")));
        return state.Submission.Consents.Any(consent => consent.Purpose == purpose.Code && consent.Given)
            ? Outcome.Of(new Fact.ConsentWithdrawn(purpose.Code))
            : new Outcome.AlreadyDone();
    }

    internal static Submission Without(this Submission submission, string purpose) => submission with
    {
        Consents = [.. submission.Consents.Select(consent => consent.Purpose == purpose ? consent with { Given = false } : consent)],
    };

    private static IEnumerable<Fault> Faults(ConsentInput answer, string pointer, DateOnly today)
    {
        if (Purpose.Find(answer.Purpose) is not { } purpose)
        {
            yield return Unknown(answer.Purpose, $"{pointer}/purpose");
            yield break;
        }

        if (answer.Given is null)
            yield return new("consent_unanswered", $"{pointer}/given", new("Cần trả lời đồng ý hay không.", "It must be said whether consent is given."));
        if (answer.Version != purpose.On(today).Version)
            yield return new("consent_text_outdated", $"{pointer}/version", new(
                $"Nội dung đã thay đổi, cần đọc lại (bản {purpose.On(today).Version}).", $"The text has changed and must be read again (version {purpose.On(today).Version})."));
    }

    private static Fault Unknown(string? purpose, string pointer) =>
        new("unknown_purpose", pointer, new($"Không có mục đích “{purpose}”.", $"There is no purpose “{purpose}”."));
}

/// <summary>What the applicant has said to one purpose, and to which words.</summary>
/// <param name="Given">For a task of the law: that he was informed.</param>
public sealed record Consent(string Purpose, string Version, bool Given);

public sealed record ConsentInput(string? Purpose, string? Version, bool? Given);

public sealed record ConsentWithdrawalInput(string? Purpose);

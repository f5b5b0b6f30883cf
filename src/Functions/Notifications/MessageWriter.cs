using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Notifications;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Notifications;

/// <summary>Writes a message from the record, and looks up where it goes.</summary>
public sealed class MessageWriter(ApplicationTable applications, StaffContacts contacts, DigestWriter digests, NotificationSettings settings, Rules rules)
{
    // As long as the form of a dossier number allows.
    private const string LongestAgency = "H99.999.999.999";

    /// <returns>The message, or why there is none to send; exactly one of both.</returns>
    public async Task<(OutgoingMessage? Message, SendResult? Result)> WriteAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var notice = delivery.Notice;
        if (delivery.Dossier is not { } dossier)
            return await WriteDigestAsync(delivery, cancellationToken);
        // What has just been recorded is at hand; whether a reminder still holds has to be asked.
        var state = Reminds(notice.Kind)
            ? await applications.ReadAsync(dossier, cancellationToken)
            : await applications.ReadAsync(dossier, notice.Sequence, cancellationToken);
        if (state is null)
            return (null, new SendResult.Permanent(FailureReason.RecordGone));
        if (!Notifying.StillHolds(notice, state))
            return (null, new SendResult.Obsolete());

        var (channel, addresses) = notice.To.IsApplicant ? Applicant(state.Submission.Representative) : (Channel.Email, contacts.Of(notice.To.Role, notice.To.Unit!));
        if (!settings.LocalMailbox && addresses.Count == 0)
            return (null, new SendResult.Permanent(FailureReason.NoAddress));
        var language = notice.To.IsApplicant ? state.Submission.Representative.Language : LanguageCode.Vietnamese;
        var fact = notice.Kind is NoticeKind.CorrectionRequested or NoticeKind.Refused or NoticeKind.StageMoved ? await FactAsync(dossier, notice.Sequence, cancellationToken) : null;
        return (new(delivery.Id, notice.Kind, notice.At, channel, addresses, language, NoticeTexts.Of(notice.Kind, language, Facts(notice.Kind, state, fact))), null);
    }

    private async Task<(OutgoingMessage? Message, SendResult? Result)> WriteDigestAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var office = delivery.Notice.To;
        var addresses = contacts.Of(office.Role, office.Unit!);
        // Its letter box has been taken away since: nothing is owed without one.
        if (addresses.Count == 0 || await digests.WriteAsync(office, cancellationToken) is not { IsWorthTelling: true } digest)
            return (null, new SendResult.Obsolete());
        return (new(delivery.Id, NoticeKind.QueueDigest, delivery.Notice.At, Channel.Email, addresses, LanguageCode.Vietnamese, digest.Text(LanguageCode.Vietnamese)), null);
    }

    /// <summary>The longest that the parts of a text message can become here.</summary>
    public static NoticeFacts Longest(Rules rules)
    {
        var number = Domain.Certificates.RegisterNumber.Create(TitleKind.LearningUnit, rules.Units.All.MaxBy(unit => unit.Code.Length)!.Code, 2025, 9_999_999);
        return new(DossierNumber.Create(LongestAgency, new(2026, 12, 31), DossierNumber.HighestOrder), new("", ""), "", "", Track(rules), Register: number.ToString());
    }

    private static bool Reminds(NoticeKind kind) => kind is NoticeKind.CorrectionReminder or NoticeKind.ReviewReminder or NoticeKind.StageOverdue;

    /// <summary>E-mail where it was given and can be sent, otherwise the phone where it can be written to.</summary>
    private (Channel Channel, IReadOnlyList<string> Addresses) Applicant(Representative representative)
    {
        IReadOnlyList<string> phones = representative.Phone.IsMobile ? [representative.Phone.ToInternational()] : [];
        return representative.Email is { } email && (settings.LocalMailbox || settings.Smtp is not null || settings.Sms is null || phones.Count == 0)
            ? (Channel.Email, [email])
            : (Channel.Sms, phones);
    }

    private async Task<Fact> FactAsync(DossierNumber dossier, int sequence, CancellationToken cancellationToken) =>
        (await applications.ReadFactsAsync(dossier, cancellationToken)).Single(fact => fact.Sequence == sequence).Fact;

    private NoticeFacts Facts(NoticeKind kind, Application state, Fact? fact)
    {
        var (stage, due) = (fact, kind, state) switch
        {
            (Fact.CorrectionRequested asked, _, _) => (asked.Stage, asked.AnswerBy),
            (Fact.StageMoved moved, _, _) => (moved.Stage, state.Stages[moved.Stage].Due),
            (Fact.ApplicationRefused refused, _, _) => (refused.Stage, (DateOnly?)null),
            (_, NoticeKind.Received, _) => (0, state.Stages[0].Due),
            (_, NoticeKind.CorrectionReminder, { Correction: { } correction }) => (state.CurrentStage!.Value, correction.AnswerBy),
            _ => (state.CurrentStage ?? 0, state.Stage?.Due),
        };
        var body = state.Stages[stage].Rule;
        var register = state.Certificate?.Number;
        return new(
            state.Dossier, TitleInfo.Of(state.Submission.Title).Name, state.Submission.Holder.Name, rules.Units.Nearest(body.Unit, body.BoundOn ?? rules.MapDay(state.SubmittedAt))?.FullName ?? body.Unit, Track(rules), due,
            (fact as Fact.CorrectionRequested)?.Items, (fact as Fact.ApplicationRefused)?.Reasons, register?.ToString(),
            register is { } number ? rules.VerificationAddress(number) : null, (fact as Fact.StageMoved)?.Decree);
    }

    private static Uri Track(Rules rules) => new(rules.PublicBaseUrl, "/track");
}

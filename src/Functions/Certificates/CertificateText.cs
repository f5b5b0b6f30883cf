using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Certificates;
using TitleCertification.Domain.Titles;
using TitleCertification.Functions.RuleBook;

namespace TitleCertification.Functions.Certificates;

/// <summary>Puts the words of a case on its certificate. The wording is that of the rule book the case was submitted under.</summary>
public static class CertificateText
{
    /// <summary>The characters of a text that the certificate cannot print, or "".</summary>
    public static string Unprintable(string text) => string.Concat(CertificateRenderer.Unprintable(text));

    /// <exception cref="InvalidOperationException">The title has not been approved.</exception>
    public static CertificateContent Of(Application state, RegisterNumber number, DateOnly issuedOn, Rules rules)
    {
        var decision = state.Decision ?? throw new InvalidOperationException($"{state.Dossier} has no decision.");
        // A certificate keeps the units of the day of its decision.
        var day = rules.MapDay(decision.DecidedOn);
        var issuer = rules.Units.Nearest(state.Stages[^1].Rule.Unit, day)!;
        var set = rules.CriteriaOf(state);
        var verdict = Scoring.Judge(set, state.Submission.Answers, state.Submission.AssessedUnder(set));
        var wording = rules.WordingOf(state, issuedOn);
        return new(
            wording.IssuingBodyOf(issuer.FullName), wording.IssuerCapacityOf(issuer.FullName), wording.Heading, wording.Certifies, wording.HolderPrefix,
            state.Submission.Holder.Name, wording.AddressLabel, Address(state, rules, day), wording.Awards, TitleInfo.Of(state.Submission.Title).Name.Vi,
            wording.StandingOf(set.Mode, verdict.Grade?.Name.Vi, state.Submission.Year), decision.Number, decision.DecidedOn, number.ToString(), Place: issuer.Name, issuedOn,
            decision.SignatoryCapacity, decision.SignatoryName, rules.VerificationAddress(number), rules.Of(state).IsSample || rules.IsSample || set.Sample);
    }

    private static string Address(Application state, Rules rules, DateOnly day)
    {
        if (state.Submission.Holder.Address is { Length: > 0 } given)
            return given;
        var unit = rules.UnitOf(state);
        // Where the unit was split meanwhile nothing says in which part the holder lies: then it stays as it was submitted.
        return rules.Units.AsOf(unit, day) is [var then] ? rules.Units.On(day).PathName(then.Code) : rules.Units.On(rules.MapDay(state.SubmittedAt)).PathName(unit.Code);
    }
}

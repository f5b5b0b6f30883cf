using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.People;

/// <summary>What administrators do with the authority of others. Never with their own.</summary>
public static class Granting
{
    private const int MostGrants = 50;

    /// <param name="person">The person whose authority it is.</param>
    public static PersonOutcome Grant(Person person, GrantInput input, Actor by, UnitMap map, DateTimeOffset now)
    {
        // In the order in which the form asks.
        var (faults, today) = (new List<Fault>(), VietnamTime.DayOf(now));
        if (input.Role is not { } role || !Enum.IsDefined(role) || role is Role.Applicant)
            faults.Add(new("unknown_role", "/role", new("Hãy chọn một vai trò.", "Choose a role.")));
        PersonInput.UnitFaults(input.Unit, map, faults);
        if (input.Stage is { } stage && (stage.Length is 0 or > 40 || !stage.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')))
            faults.Add(new("unknown_stage", "/stage", new("Mã bước xét không đúng.", "This cannot be the code of a stage.")));
        var from = input.From ?? today;
        if (input.To < from || input.To < today)
            faults.Add(new("period_ends_before_it_begins", "/to", new("Ngày kết thúc phải sau ngày bắt đầu và chưa qua.", "The last day must not be before the first, nor have passed.")));
        faults.AddRange(PersonInput.ReasonFaults(input.Reason));
        if (faults.Count > 0)
            return new PersonOutcome.Refused(new(RefusalCodes.InvalidInput, faults));
        if (NotHis(person, input.Unit!, by, map) is { } refused)
            return refused;

        var authority = new Authority(input.Role!.Value, input.Unit!, input.Stage);
        var open = person.Grants.Where(grant => grant.IsOpenAt(now)).ToList();
        if (open.Any(grant => grant.Authority == authority && grant.From == from && grant.To == input.To))
            return new PersonOutcome.AlreadyDone();
        if (open.Any(grant => Watches(grant.Authority.Role) != Watches(authority.Role)))
            return new PersonOutcome.Refused(new(RefusalCodes.RolesIncompatible));
        if (open.Count >= MostGrants)
            return new PersonOutcome.Refused(new(RefusalCodes.InvalidInput, [new("too_many_authorities", "", new($"Tối đa {MostGrants} thẩm quyền một người.", $"Up to {MostGrants} authorities a person."))]));
        return new PersonOutcome.Accepted([new PersonFact.AuthorityGranted(authority, from, input.To, PersonInput.Text(input.Reason)!)]);
    }

    public static PersonOutcome End(Person person, int grant, ReasonInput input, Actor by, UnitMap map)
    {
        if (person.Grants.FirstOrDefault(g => g.Id == grant) is not { } found)
            return new PersonOutcome.Refused(new(RefusalCodes.UnknownGrant));
        if (PersonInput.ReasonFaults(input.Reason) is { Count: > 0 } faults)
            return new PersonOutcome.Refused(new(RefusalCodes.InvalidInput, faults));
        if (NotHis(person, found.Authority.Unit, by, map) is { } refused)
            return refused;
        return found.EndedAt is not null
            ? new PersonOutcome.AlreadyDone()
            : new PersonOutcome.Accepted([new PersonFact.AuthorityEnded(grant, PersonInput.Text(input.Reason)!)]);
    }

    /// <summary>Administrators and auditors watch over those who decide; nobody does both.</summary>
    private static bool Watches(Role role) => role is Role.Administrator or Role.Auditor;

    private static PersonOutcome.Refused? NotHis(Person person, string unit, Actor by, UnitMap map)
    {
        if (!Registering.Administers(by, unit, map))
            return new(new(RefusalCodes.OutsideArea));
        return person.Id == by.Id ? new(new(RefusalCodes.OwnAuthority)) : null;
    }
}

/// <param name="Stage">The only stage it is for; every stage of the role where it is missing.</param>
/// <param name="From">The first Vietnamese day; today where it is missing.</param>
public sealed record GrantInput(Role? Role, string? Unit, string? Stage, DateOnly? From, DateOnly? To, string? Reason);

public sealed record ReasonInput(string? Reason);

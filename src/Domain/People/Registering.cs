using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;
using TitleCertification.Domain.Units;

namespace TitleCertification.Domain.People;

/// <summary>Who somebody is, and what he belongs to.</summary>
public static class Registering
{
    private const int MostTies = 50;

    /// <summary>
    /// Makes a stranger known, or corrects somebody the administrator answers for: name and capacity go on certificates, and the phone tells which cases are his own, so nobody
    /// changes them in another area, nor his own phone.
    /// </summary>
    public static PersonOutcome Register(Person? person, RegistrationInput input, Actor by, UnitMap map, DateTimeOffset now)
    {
        var faults = PersonInput.ReasonFaults(input.Reason);
        PersonInput.TextFaults(input.Name, "/name", 200, faults);
        PersonInput.TextFaults(input.Position, "/position", 200, faults);
        if (input.Id is not { Length: > 0 and <= 255 } || !input.Id.All(c => c is > ' ' and <= '~') || Actor.IsReserved(input.Id))
            faults.Add(new("id_invalid", "/id", new("Cần mã người dùng như nhà cung cấp định danh cấp (1 đến 255 ký tự ASCII).", "The id as the identity provider gives it is needed (1 to 255 ASCII characters).")));
        if (PhoneNumber.TryParse(input.Phone, out var phone) is var known && !known && !string.IsNullOrEmpty(input.Phone))
            faults.Add(InputFaults.PhoneInvalid("/phone"));
        var capacity = (input.SignatoryCapacity ?? []).Select(line => VietnameseText.Clean(line)).ToList();
        if (capacity.Count > 5 || capacity.Any(line => line.Length is 0 or > 100))
            faults.Add(new("capacity_invalid", "/signatoryCapacity", new("Tối đa 5 dòng chức danh, mỗi dòng tối đa 100 ký tự.", "Up to 5 lines of up to 100 characters.")));
        if (faults.Count > 0)
            return new PersonOutcome.Refused(new(RefusalCodes.InvalidInput, faults));
        if (person is not null && !AnswersFor(by, person, map, now))
            return new PersonOutcome.Refused(new(RefusalCodes.OutsideArea));
        if (person?.Phone is { } before && person.Id == by.Id && before != phone)
            return new PersonOutcome.Refused(new(RefusalCodes.OwnAuthority));

        var registered = new PersonFact.Registered(
            input.Id!, PersonInput.Text(input.Name)!, PersonInput.Text(input.Position)!, capacity, known ? phone : null, PersonInput.Text(input.Reason)!);
        return person is not null && Same(person, registered) ? new PersonOutcome.AlreadyDone() : new PersonOutcome.Accepted([registered]);
    }

    /// <summary>By the person himself or by an administrator of the unit.</summary>
    public static PersonOutcome RecordTie(Person person, TieInput input, Actor by, UnitMap map)
    {
        var faults = PersonInput.ReasonFaults(input.Reason);
        PersonInput.TextFaults(input.Name, "/name", 200, faults);
        if (!Enum.TryParse<TitleKind>(input.Title, out var title) || title.ToString() != input.Title)
            faults.Add(new("unknown_title", "/title", new($"Không có danh hiệu “{input.Title}”.", $"There is no title “{input.Title}”.")));
        PersonInput.UnitFaults(input.Unit, map, faults);
        if (person.Ties.Count >= MostTies)
            faults.Add(new("too_many_ties", "", new($"Tối đa {MostTies} mục.", $"Up to {MostTies} entries.")));
        if (faults.Count > 0)
            return new PersonOutcome.Refused(new(RefusalCodes.InvalidInput, faults));
        if (person.Id != by.Id && !Administers(by, input.Unit!, map))
            return new PersonOutcome.Refused(new(RefusalCodes.OutsideArea));
        var tie = new Tie(title, input.Unit!, PersonInput.Text(input.Name)!);
        return person.Ties.Contains(tie) ? new PersonOutcome.AlreadyDone() : new PersonOutcome.Accepted([new PersonFact.TieRecorded(tie, PersonInput.Text(input.Reason)!)]);
    }

    /// <summary>By an administrator alone: a reviewer who takes back what he belongs to would give himself the case.</summary>
    public static PersonOutcome RemoveTie(Person person, TieInput input, Actor by, UnitMap map)
    {
        if (PersonInput.ReasonFaults(input.Reason) is { Count: > 0 } faults)
            return new PersonOutcome.Refused(new(RefusalCodes.InvalidInput, faults));
        if (!Administers(by, input.Unit ?? "", map))
            return new PersonOutcome.Refused(new(RefusalCodes.OutsideArea));
        if (person.Id == by.Id)
            return new PersonOutcome.Refused(new(RefusalCodes.OwnAuthority));
        return person.Ties.FirstOrDefault(tie => tie.Title.ToString() == input.Title && tie.Unit == input.Unit && tie.Name == PersonInput.Text(input.Name)) is { } found
            ? new PersonOutcome.Accepted([new PersonFact.TieRemoved(found, PersonInput.Text(input.Reason)!)])
            : new PersonOutcome.AlreadyDone();
    }

    /// <summary>Is the unit one that this administrator answers for?</summary>
    public static bool Administers(Actor by, string unit, UnitMap map) => Watches(by, unit, map, Role.Administrator);

    private static bool Watches(Actor by, string unit, UnitMap map, params ReadOnlySpan<Role> roles)
    {
        if (map.Directory.Nearest(unit, map.Day) is not { } nearest)
            return false;
        foreach (var authority in by.Authorities)
            if (roles.Contains(authority.Role) && (map.Directory.LiesIn(nearest, authority.Unit, map.Day) || map.Directory.On(nearest.End).IsWithin(unit, authority.Unit)))
                return true;
        return false;
    }

    /// <summary>Does the administrator answer for everything the person may do, now or later? For somebody who may do nothing every administrator does.</summary>
    public static bool AnswersFor(Actor by, Person person, UnitMap map, DateTimeOffset now) =>
        person.Grants.Where(grant => grant.IsOpenAt(now)).All(grant => Administers(by, grant.Authority.Unit, map));

    /// <summary>May this administrator or auditor see the person's phone and what he belongs to? Of those who have only held authority elsewhere he sees no more than who they are and what they may do.</summary>
    public static bool MayKnow(Actor by, Person person, UnitMap map) =>
        by.Id == person.Id || person.Grants.Count == 0 || person.Grants.Any(grant => Watches(by, grant.Authority.Unit, map, Role.Administrator, Role.Auditor));

    private static bool Same(Person person, PersonFact.Registered fact) =>
        (person.Name, person.Position, person.Phone) == (fact.Name, fact.Position, fact.Phone) && person.SignatoryCapacity.SequenceEqual(fact.SignatoryCapacity);
}

public sealed record RegistrationInput(string? Id, string? Name, string? Position, string? Phone, IReadOnlyList<string?>? SignatoryCapacity, string? Reason);

public sealed record TieInput(string? Title, string? Unit, string? Name, string? Reason);

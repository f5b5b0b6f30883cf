using TitleCertification.Domain.Privacy;
using TitleCertification.Domain.Review;

namespace TitleCertification.Domain.Applications;

/// <summary>
/// An officer of the commune files for people who cannot or will not do it themselves. What they are asked about their data they have answered on paper, to him; he enters what
/// stands there. He is the one who has submitted, so that he decides no stage of it (<see cref="Conflicts.HasHandled"/>).
/// </summary>
public static class Assisting
{
    /// <param name="isOfficer">The actor is commune officer where the application belongs.</param>
    /// <returns>Null for an application that nobody has helped with, and where there are faults.</returns>
    public static (Assistance? Assistance, IReadOnlyList<Fault> Faults) Check(AssistedInput? input, Actor actor, bool isOfficer, DateOnly today)
    {
        if (input is null)
            return (null, []);
        List<Fault> faults = [];
        if (!isOfficer)
            faults.Add(new("assisted_by_no_officer", "/assisted", new("Chỉ cán bộ xã, phường, thị trấn nơi đăng ký mới nộp giúp người khác.", "Only an officer of the commune in which the application is filed files for others.")));
        // A consent is to words: those in force today, and no older ones.
        var since = Purpose.All.Max(purpose => purpose.On(today).ValidFrom);
        if (input.ConsentedOn is not { } on)
            faults.Add(new("paper_consent_missing", "/assisted/consentedOn", new("Cần ngày người nộp ký phiếu đồng ý trên giấy.", "The day is needed on which the applicant signed the consent on paper.")));
        else if (on > today)
            faults.Add(InputFaults.PaperConsentInFuture("/assisted/consentedOn"));
        else if (on < since)
            faults.Add(new("paper_consent_outdated", "/assisted/consentedOn", new($"Phiếu đồng ý ký trước {since:dd/MM/yyyy} là theo mẫu cũ, cần ký lại.", $"A consent signed before {since:dd/MM/yyyy} is to older words and must be given anew.")));
        return (faults.Count > 0 ? null : new(actor.Id, actor.Name, input.ConsentedOn!.Value), faults);
    }
}

/// <summary>Who has filed for the applicant.</summary>
/// <param name="ConsentedOn">The day on which the applicant answered on paper what is asked about his data.</param>
public sealed record Assistance(string Officer, string Name, DateOnly ConsentedOn);

public sealed record AssistedInput(DateOnly? ConsentedOn);

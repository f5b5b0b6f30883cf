using System.Text.Json.Serialization;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Notifications;

namespace TitleCertification.Functions.Notifications;

/// <summary>One message on its way: of which fact of which case, to whom. Names and addresses are looked up when it is sent, and stored nowhere else than in the record.</summary>
/// <param name="Attempts">How often sending was begun.</param>
public sealed record Delivery(DossierNumber Dossier, Notice Notice, int Attempts = 0)
{
    /// <summary>The same for the same fact and audience, whatever happens: what tells a repetition from another message, here and at the provider.</summary>
    [JsonIgnore]
    public string Id => $"{Dossier}.{Notice.Sequence}.{Notice.To}";

    /// <summary>Can the text be an id? What callers send is not trusted to be a key.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= 200 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
}

/// <summary>A delivery that this process sends now and nobody else, until the lease ends.</summary>
/// <param name="Key">Of its row.</param>
public sealed record Claim(Delivery Delivery, string Key);

/// <summary>A delivery that somebody has to look at.</summary>
/// <param name="Status">What the provider answered: an SMTP or HTTP status.</param>
public sealed record Failure(Delivery Delivery, FailureReason Reason, int? Status, DateTimeOffset FailedAt);

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Drafts;

/// <summary>Who may open a draft: whoever has its code and knows the phone number that was given first; of one that an officer makes for others, he alone.</summary>
public sealed class DraftAccess(DraftTable drafts, ApplicationTable applications, WhoAsks whoAsks)
{
    public const string CodeHeader = "X-Draft-Code";
    public const string PhoneHeader = "X-Draft-Phone";

    /// <summary>For callers of the API, who show both in headers: addresses are written down in too many places.</summary>
    /// <returns>The draft, which may have been filed, or the problem to answer with. No draft and another's are one answer.</returns>
    public async Task<(StoredDraft? Stored, IResult? Problem)> OpenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        if (DraftCode.Parse(request.Headers[CodeHeader]) is not { } code || await FindAsync(code, request.Headers[PhoneHeader], cancellationToken) is not { } stored)
            return (null, Problems.From(Problems.UnknownDraft));
        return OfAnother(request, stored.Draft) is { } problem ? (null, problem) : (stored, null);
    }

    /// <summary>The same, for what can only be done to a draft that is not filed yet.</summary>
    public async Task<(StoredDraft? Stored, IResult? Problem)> OpenUnfiledAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (stored, problem) = await OpenAsync(request, cancellationToken);
        return stored?.Draft.Dossier is { } dossier ? (null, Filed(dossier)) : (stored, problem);
    }

    /// <returns>Null where there is no such draft, or the phone is not its own.</returns>
    public async Task<StoredDraft?> FindAsync(DraftCode code, string? phone, CancellationToken cancellationToken)
    {
        if (!PhoneNumber.TryParse(phone, out var number) || await drafts.ReadAsync(code, cancellationToken) is not { } stored)
            return null;
        // A filed draft has forgotten its phone; its case has not.
        var own = stored.Draft.Dossier is { } dossier
            ? (await applications.ReadAsync(DossierNumber.Parse(dossier), cancellationToken))?.Submission.Representative.Phone.ToString()
            : stored.Draft.Phone;
        return own is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(number.ToString()), Encoding.ASCII.GetBytes(own)) ? stored : null;
    }

    /// <summary>What an officer writes down of a family is for him alone, signed in now: not for whoever finds his browser open.</summary>
    public IResult? OfAnother(HttpRequest request, Draft draft)
    {
        if (draft.Officer is not { } officer || whoAsks.Person(request)?.Id == officer)
            return null;
        return Problems.From(whoAsks.Person(request) is null ? Problems.SignInNeeded : Problems.NoAuthority);
    }

    private static IResult Filed(string dossier) =>
        Problems.From(Problems.DraftFiled, [new("filed_as", "", new($"Mã hồ sơ: {dossier}.", $"Its dossier number is {dossier}."))]);
}

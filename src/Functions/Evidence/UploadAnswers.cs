using Microsoft.AspNetCore.Http;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Evidence;

/// <summary>How callers are told of an upload.</summary>
internal static class UploadAnswers
{
    public static string AddressOf(string id) => $"/api/evidence/uploads/{id}";

    public static bool IsId(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);

    public static bool IsSha256(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The problem of a state that is one; null for progress.</summary>
    public static IResult? Problem(Appended state, HttpResponse response)
    {
        switch (state)
        {
            case Appended.Refused refused:
                return Problems.From(EvidenceProblems.Of(refused.Refusal), refused.Refusal.Faults);
            case Appended.Unknown:
                return Problems.From(EvidenceProblems.UploadUnknown);
            case Appended.WrongLength:
                return Problems.From(EvidenceProblems.PieceWrong);
            case Appended.Contended:
                return Problems.From(Problems.Contended);
            case Appended.WrongOffset wrong:
                response.Headers[Tus.UploadOffset] = Tus.Text(wrong.Offset);
                return Problems.From(EvidenceProblems.OffsetWrong);
            default:
                return null;
        }
    }

    public static void Offset(HttpResponse response, Appended.Advanced state)
    {
        response.Headers[Tus.UploadOffset] = Tus.Text(state.Offset);
        if (state.File is { } file)
            response.Headers["Evidence-Sha256"] = file.Sha256;
    }
}

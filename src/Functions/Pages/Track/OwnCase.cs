using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Applications;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Applications;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Requests;

namespace TitleCertification.Functions.Pages.Track;

/// <summary>The case that is open in the browser, proven anew for every page.</summary>
public sealed class OwnCase(CaseAccess access, CaseCookie cookie)
{
    /// <returns>The case, or the way back to the question for number and digits, or why to wait.</returns>
    public async Task<(Application? State, IResult? Elsewhere)> OpenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (cookie.Read(request) is not { } proof)
            return (null, Closed(request));
        var (state, problem) = await TryAsync(request, proof, cancellationToken);
        if (state is null)
            return (null, IsUnknown(problem) ? Closed(request) : problem);
        OpenedFile.Is(request, state.Dossier.ToString());
        return (state, null);
    }

    /// <summary>Whoever has sent something is told that it is closed, so that what he typed is not lost; the others are asked for the proof.</summary>
    private static IResult Closed(HttpRequest request) => HttpMethods.IsGet(request.Method) ? See.Other("/track") : Problems.BeginAgain(Problems.CaseClosed, "/track");

    /// <returns>The case or the problem: one and the same for an unknown number and for wrong digits, another for somebody who has guessed too often.</returns>
    public Task<(Application? State, IResult? Problem)> TryAsync(HttpRequest request, TrackInput proof, CancellationToken cancellationToken) =>
        access.OpenOwnAsync(request, proof.PhoneDigits, proof.Dossier, cancellationToken);

    /// <summary>Who acts, as the record names him.</summary>
    public Actor ActorFor(HttpRequest request, Application state) => access.ActorFor(request, state);

    public static bool IsUnknown(IResult? problem) => problem is Problems.ProblemResult { Problem.Code: "unknown_dossier" };
}

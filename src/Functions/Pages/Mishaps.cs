using Microsoft.AspNetCore.Http;
using TitleCertification.Functions.Requests;
using TitleCertification.Portal.Pages.Mishaps;

namespace TitleCertification.Functions.Pages;

/// <summary>What is answered when a page cannot be shown: in the portal's own design to a browser, as problem+json to a program.</summary>
public static class Mishaps
{
    /// <summary>There is nothing at the address.</summary>
    public static IResult Missing(this PageWriter pages, HttpRequest request) =>
        request.WantsPage() ? pages.Show<MissingPage>(request, StatusCodes.Status404NotFound) : Problems.From(Problems.UnknownAddress);

    /// <summary>A problem of the catalogue.</summary>
    public static IResult Trouble(this PageWriter pages, HttpRequest request, Problems.Problem problem) => request.WantsPage()
        ? pages.Show<TroublePage, TroubleModel>(request, new(problem.Title, problem.Status >= StatusCodes.Status500InternalServerError), problem.Status)
        : Problems.From(problem);
}

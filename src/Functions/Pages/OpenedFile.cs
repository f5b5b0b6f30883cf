using Microsoft.AspNetCore.Http;

namespace TitleCertification.Functions.Pages;

/// <summary>
/// Which draft or case a page is about. The browser has one of each open, whatever its windows show: a form says which one it was made for, so that nobody withdraws, corrects or fills in
/// another than the one he has before him.
/// </summary>
internal sealed record OpenedFile(string Id)
{
    public const string Field = "of";

    /// <returns>Null on pages that are about neither.</returns>
    public static string? Of(HttpRequest request) => request.HttpContext.Features.Get<OpenedFile>()?.Id;

    public static void Is(HttpRequest request, string id) => request.HttpContext.Features.Set(new OpenedFile(id));
}

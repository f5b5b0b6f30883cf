using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using TitleCertification.Functions.Identity;
using TitleCertification.Functions.Notifications;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Portal;

namespace TitleCertification.Functions.Pages;

/// <summary>Makes the answer that shows a page.</summary>
public sealed class PageWriter(Rules rules, NotificationSettings notifications, AssetFiles assets, IAntiforgery antiforgery, WhoAsks whoAsks)
{
    public IResult Show<TPage, TModel>(HttpRequest request, TModel model, int status = StatusCodes.Status200OK)
        where TPage : Page<TModel> =>
        new PageResult<TPage, TModel>(Frame(request), model, status);

    public IResult Show<TPage>(HttpRequest request, int status = StatusCodes.Status200OK)
        where TPage : Page<NoModel> =>
        Show<TPage, NoModel>(request, NoModel.None, status);

    private Frame Frame(HttpRequest request)
    {
        var preferences = Preferences.Of(request);
        return new(
            preferences.Language, preferences.LargeText, rules.IsSample, notifications.LocalMailbox, rules.ProvinceUnit.FullName, request.PageAddress(),
            whoAsks.Person(request)?.Name, StaffAreas.Of(whoAsks.Staff(request)), request.HttpContext.Features.Get<Helping>(), assets.Addresses, () => Token(request.HttpContext))
        { Opened = OpenedFile.Of(request) };
    }

    private FormToken Token(HttpContext http)
    {
        // It forbids keeping the page by itself, and where somebody else has done so in other words it writes a warning into the log, for every page (PageResult has the last word).
        http.Response.Headers.Remove("Cache-Control");
        var tokens = antiforgery.GetAndStoreTokens(http);
        return new(tokens.FormFieldName, tokens.RequestToken!);
    }
}

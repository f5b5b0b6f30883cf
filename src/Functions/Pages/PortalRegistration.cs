using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TitleCertification.Functions.Pages.Administration;
using TitleCertification.Functions.Pages.Apply;
using TitleCertification.Functions.Pages.Review;
using TitleCertification.Functions.Pages.Track;
using TitleCertification.Portal;

namespace TitleCertification.Functions.Pages;

/// <summary>What the pages need.</summary>
public static class PortalRegistration
{
    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        // Vietnamese letters stay letters: as entities a page would be half as large again.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = PageForms.TokenField;
            options.Cookie.Name = "form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<AssetFiles>();
        services.AddSingleton<PageWriter>();
        services.AddSingleton<PageForms>();
        services.AddSingleton<PeoplePages>();
        services.AddSingleton<CaseCookie>();
        services.AddSingleton<OwnCase>();
        services.AddSingleton<CorrectionFiles>();
        services.AddSingleton<DraftPages>();
        services.AddSingleton<AssistedDrafts>();
        services.AddSingleton<FormFiles>();
        services.AddSingleton<CheckAnswers>();
        services.AddSingleton<StaffCookies>();
        services.AddSingleton<FilterCookie>();
        services.AddSingleton<PickedCookie>();
        services.AddSingleton<DecisionCookie>();
        services.AddSingleton<ReviewedCase>();
        services.AddSingleton<SelectedCases>();
        return services;
    }
}

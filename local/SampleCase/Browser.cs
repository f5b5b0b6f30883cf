using System.Net;
using System.Text.RegularExpressions;

namespace TitleCertification.SampleCase;

/// <summary>Signs a person in as his browser would: to the service, on to the identity provider, through its form, and back with a session cookie.</summary>
internal static partial class Browser
{
    private const int MostRedirects = 12;

    /// <returns>A client that keeps the session of this person.</returns>
    public static async Task<HttpClient> SignInAsync(Uri service, SamplePerson person)
    {
        // Not to be disposed here: the client goes on with it.
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = service, Timeout = TimeSpan.FromSeconds(30) };
        // What every browser adds to requests that a page of the same site makes.
        http.DefaultRequestHeaders.Add("Origin", service.GetLeftPart(UriPartial.Authority));
        var address = new Uri(service, "/sign-in");
        var answer = await http.GetAsync(address);
        for (var step = 0; step < MostRedirects; step++)
        {
            if (answer.Headers.Location is { } next)
            {
                address = new Uri(address, next);
                answer.Dispose();
                if (address.Authority == service.Authority && address.AbsolutePath == "/")
                    return http;
                answer = await http.GetAsync(address);
            }
            else if (answer.IsSuccessStatusCode && Choice().IsMatch(await answer.Content.ReadAsStringAsync()))
            {
                answer.Dispose();
                answer = await http.PostAsync(address, new FormUrlEncodedContent([new("person", person.Id)]));
            }
            else
            {
                break;
            }
        }

        throw new UnexpectedAnswerException($"{person.Name} could not sign in: {(int)answer.StatusCode} from {address.GetLeftPart(UriPartial.Path)}");
    }

    [GeneratedRegex("name=\"person\"")]
    private static partial Regex Choice();
}

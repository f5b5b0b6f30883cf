using System.Net;
using System.Text.RegularExpressions;
using TitleCertification.Functions.Tests.Certification;
using TitleCertification.Functions.Tests.Identity;
using TitleCertification.Testing.Identity;

namespace TitleCertification.Functions.Tests.Pages;

/// <summary>
/// Every form of every page, found by opening the pages as everybody who uses them: none is taken without its token, nor with the token of somebody else's browser. A new
/// function that takes forms is found by itself; one whose form no page shows fails the test.
/// </summary>
public sealed partial class FormsTests : IAsyncLifetime, IDisposable
{
    private readonly TestIssuer issuer = new();
    private App app = null!;

    public async Task InitializeAsync()
    {
        app = await App.StartAsync([.. issuer.Settings.Select(setting => (setting.Key, setting.Value))]);
        (issuer.Clock, app.Api.Issuer) = (app.Clock, issuer);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => issuer.Dispose();

    [Fact]
    public async Task EveryForm_WithoutItsTokenOrWithAnothers_IsRefusedAndChangesNothing()
    {
        var everybody = await Visitors.OfAsync(app, issuer);
        await UntilQuietAsync();
        var stranger = await TokenOfStrangerAsync();
        var (wrong, tried) = (new List<string>(), new HashSet<string>());
        foreach (var visitor in everybody)
        {
            foreach (var (page, form) in visitor.Seen.SelectMany(page => page.Forms.Select(form => (page, form))))
            {
                var target = page.TargetOf(form);
                if (PageFunction.Posted.FirstOrDefault(function => function.Answers(target)) is not { } function)
                    wrong.Add($"{page.Address}: nothing takes what is sent to {target}");
                else if (!form.Fields.ContainsKey(PageForm.Token))
                    wrong.Add($"{page.Address}: the form for {target} has no token");
                else if (tried.Add($"{function.Name} {visitor.Browser.Cookies.ContainsKey("session")}"))
                    wrong.AddRange(await TryAsync(visitor.Browser, target, form, stranger));
            }
        }

        // Functions whose form is shown in situations that are not here are asked all the same, by everybody.
        foreach (var function in PageFunction.Posted.Where(function => !function.Route.Contains('{') && tried.All(entry => entry.Split(' ')[0] != function.Name)).ToList())
        {
            foreach (var visitor in everybody)
            {
                var refused = await TryAsync(visitor.Browser, function.Route, new("", new Dictionary<string, string> { ["x"] = "" }), stranger);
                if (refused.Count == 0)
                    tried.Add($"{function.Name} by its address");
                wrong.AddRange(refused.Where(line => !OtherRefusals.Any(answer => line.Contains($" {answer} ", StringComparison.Ordinal))));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(PageFunction.Posted.Select(function => function.Name).Except(tried.Select(entry => entry.Split(' ')[0])).Except(Unreached));
    }

    /// <summary>Shown to an officer once he has filed for somebody, which nobody here has.</summary>
    private static IReadOnlyList<string> Unreached { get; } = ["ApplyNext"];

    /// <summary>Of those whom the function is not for, or not now.</summary>
    private static IReadOnlyList<HttpStatusCode> OtherRefusals { get; } = [HttpStatusCode.SeeOther, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.Conflict, HttpStatusCode.NotFound];

    private async Task<IReadOnlyList<string>> TryAsync(Browser browser, string target, PageForm form, string stranger)
    {
        var wrong = new List<string>();
        var before = Stored();
        foreach (var (how, fields) in new (string, IEnumerable<KeyValuePair<string, string>>)[]
        {
            ("without a token", form.Fields.Where(field => field.Key != PageForm.Token)),
            ("with an empty one", form.With((PageForm.Token, ""))),
            ("with another's", form.With((PageForm.Token, stranger))),
        })
        {
            var answer = await browser.PostFormAsync(target, fields);
            if (answer.Status is not HttpStatusCode.BadRequest || !answer.Text.Contains("<code>form_expired</code>", StringComparison.Ordinal))
                wrong.Add($"{target} {how}: {answer.Status} {answer.Location}");
            else if (await browser.GetAsync(Again().Match(answer.Text).Groups[1].Value.TrimStart('/')) is { Status: HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed } again)
                wrong.Add($"{target} {how}, and the page to open again: {again.Status} {Again().Match(answer.Text).Value}");
        }

        if (Stored().Except(before).ToList() is { Count: > 0 } changed)
            wrong.Add($"{target} has changed {changed[0][..Math.Min(200, changed[0].Length)]}");
        return wrong;
    }

    [GeneratedRegex("class=\"button\" href=\"([^\"]+)\"")]
    private static partial Regex Again();

    /// <summary>What the visitors have set going is over: what is stored changes no more, and so what changes afterwards was changed by a form.</summary>
    private async Task UntilQuietAsync()
    {
        var (last, same) = (Stored(), 0);
        await app.UntilAsync(() =>
        {
            var now = Stored();
            (last, same) = (now, now.SequenceEqual(last) ? same + 1 : 0);
            return Task.FromResult(same == 10);
        }, "something goes on changing");
    }

    /// <summary>A good token, of a browser that nobody here uses.</summary>
    private async Task<string> TokenOfStrangerAsync()
    {
        using var browser = new Browser(app.Api.Address);
        return PageForm.Parse((await browser.GetAsync("track")).Text).Single().Fields[PageForm.Token];
    }

    // That somebody of the staff has looked is written down, whatever comes of it.
    private List<string> Stored() => [.. app.Stored().Where(line => !line.StartsWith("Reads ", StringComparison.Ordinal))];
}

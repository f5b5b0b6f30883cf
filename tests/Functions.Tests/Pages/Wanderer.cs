using System.Net;
using System.Text.RegularExpressions;
using TitleCertification.Functions.Tests.Identity;

namespace TitleCertification.Functions.Tests.Pages;

/// <summary>Opens every page that it is told of and every one that a link or a redirect leads to, and remembers what each held.</summary>
internal sealed class Wanderer(Browser browser)
{
    private readonly Dictionary<string, SeenPage> seen = [];

    public Browser Browser => browser;

    public IReadOnlyCollection<SeenPage> Seen => seen.Values;

    public async Task<Wanderer> WanderAsync(params IEnumerable<string> addresses)
    {
        browser.Headers["Accept"] = "text/html";
        var next = new Queue<string>(addresses);
        while (next.TryDequeue(out var address))
        {
            if (seen.ContainsKey(address) || !IsPage(address))
                continue;
            var answer = await browser.GetAsync(address.TrimStart('/'));
            var page = seen[address] = new(address, answer.Status, answer.Location, answer.Text);
            foreach (var link in page.Links)
                next.Enqueue(link);
        }

        return this;
    }

    // What only changes language or text size shows the same page again, and signing in leads away from here.
    private static bool IsPage(string address) => address.StartsWith('/') && !address.StartsWith("/assets/", StringComparison.Ordinal) && !address.StartsWith("/api/", StringComparison.Ordinal)
        && !address.StartsWith("/sign-in", StringComparison.Ordinal) && !Regex.IsMatch(address, @"[?&](lang|text)=");
}

internal sealed partial record SeenPage(string Address, HttpStatusCode Status, string? Location, string Text)
{
    public IReadOnlyList<PageForm> Forms { get; } = PageForm.Parse(Text);

    /// <summary>Where its links lead, and where it sends the browser.</summary>
    public IReadOnlyList<string> Links { get; } =
        [.. Anchors().Matches(Text).Select(anchor => PageForm.Attribute(anchor.Groups[1].Value, "href")).OfType<string>().Select(link => link.Split('#')[0]), .. Location is null ? [] : (string[])[Location]];

    /// <summary>The address that a form of this page is sent to.</summary>
    public string TargetOf(PageForm form) => (form.Action.Length == 0 ? Address : form.Action).TrimStart('/');

    [GeneratedRegex("<a([^>]*)>")]
    private static partial Regex Anchors();
}

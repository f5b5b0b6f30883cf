using Microsoft.Playwright;

namespace TitleCertification.Browser.Tests;

/// <summary>Whoever has no mouse: goes from one thing to the next with Tab, and sees where he is.</summary>
internal static class Keyboard
{
    private const int MostSteps = 400;

    /// <summary>What a screen reader would call the thing that has the focus; and whether it can be seen that it has it.</summary>
    private const string Focused =
        """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return ['', true];
          const name = e.getAttribute('aria-label') ?? (e.labels?.[0] ?? e).innerText ?? '';
          const style = getComputedStyle(e);
          const box = e.getBoundingClientRect();
          const above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          const covered = !above || !(e.contains(above) || above.contains(e));
          const seen = style.outlineStyle !== 'none' && box.width > 0 && box.bottom > 0 && box.top < innerHeight && !covered;
          return [name.replace(/\s+/g, ' ').replace(/ :/g, ':').trim(), seen];
        }
        """;

    /// <summary>Goes on to what begins with these words. Everything on the way can be seen to have the focus.</summary>
    public static async Task TabToAsync(this IPage page, string words)
    {
        var passed = new List<string>();
        for (var step = 0; step < MostSteps; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = await page.EvaluateAsync<System.Text.Json.JsonElement>(Focused);
            var name = focused[0].GetString()!;
            Assert.True(focused[1].GetBoolean(), $"The focus on “{name}” cannot be seen.");
            if (name.StartsWith(words, StringComparison.Ordinal))
                return;
            passed.Add(name);
        }

        Assert.Fail($"Tab does not lead to “{words}” but to: {string.Join(" | ", passed.Distinct())}");
    }

    /// <param name="navigates">False where a script does it on the page.</param>
    public static async Task EnterAsync(this IPage page, string words, bool navigates = true)
    {
        await page.TabToAsync(words);
        var arrived = new TaskCompletionSource();
        page.FrameNavigated += OnNavigated;
        await page.Keyboard.PressAsync("Enter");
        if (navigates)
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        page.FrameNavigated -= OnNavigated;
        await page.WaitForLoadStateAsync(LoadState.Load);

        void OnNavigated(object? sender, IFrame frame) => arrived.TrySetResult();
    }

    public static async Task WriteIntoAsync(this IPage page, string label, string text)
    {
        await page.TabToAsync(label);
        await page.Keyboard.InsertTextAsync(text);
    }

    public static async Task SpaceAsync(this IPage page, string words)
    {
        await page.TabToAsync(words);
        await page.Keyboard.PressAsync("Space");
    }
}

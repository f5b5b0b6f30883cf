using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>The decision that an approver has last approved under: he signs many cases under one, and writes its number once. On the next day he writes it again.</summary>
public sealed class DecisionCookie(StaffCookies cookies, TimeProvider clock)
{
    private const string Name = "decision";

    public DecisionInput? Read(HttpRequest request, Actor person) =>
        cookies.Read<Kept>(request, person, Name) is { } kept && kept.On == Today ? kept.Decision : null;

    public void Write(HttpRequest request, Actor person, DecisionInput decision) => cookies.Write(request, person, Name, new Kept(decision, Today));

    private DateOnly Today => VietnamTime.DayOf(clock.GetUtcNow());

    /// <param name="On">The day of the approval.</param>
    private sealed record Kept(DecisionInput Decision, DateOnly On);
}

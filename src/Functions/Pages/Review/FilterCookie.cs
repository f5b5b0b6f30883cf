using Microsoft.AspNetCore.Http;
using TitleCertification.Domain.Review;
using TitleCertification.Functions.Review;

namespace TitleCertification.Functions.Pages.Review;

/// <summary>How one of the staff has filtered his queue, so that he comes back to the same list after each case.</summary>
public sealed class FilterCookie(StaffCookies cookies)
{
    private const string Name = "queue";

    public QueueFilter Read(HttpRequest request, Actor person) => cookies.Read<QueueFilter>(request, person, Name) ?? QueueFilter.All;

    public void Write(HttpRequest request, Actor person, QueueFilter filter) => cookies.Write(request, person, Name, filter);
}

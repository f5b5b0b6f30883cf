using Microsoft.AspNetCore.Http;

namespace TitleCertification.Functions.Pages;

/// <summary>After a form has been taken, the browser is sent on with a GET (303): reloading then sends nothing twice.</summary>
public static class See
{
    public static IResult Other(string address) => new SeeOther(address);

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            httpContext.Response.Headers.CacheControl = "private, no-store";
            return Task.CompletedTask;
        }
    }
}

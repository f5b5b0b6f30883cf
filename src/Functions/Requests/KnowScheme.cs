using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using TitleCertification.Functions.Identity.OpenId;

namespace TitleCertification.Functions.Requests;

/// <summary>
/// Before anything else: a request that came over https to where people use the service is one over https here, too. All that depends on it (which
/// cookies are secure, what they are named, where a sign-in comes back to) asks the request and nothing else.
/// </summary>
public sealed class KnowScheme(FrontEnds frontEnds, SignInOptions signIn) : IFunctionsWorkerMiddleware
{
    private readonly bool siteIsHttps = signIn.OpenId?.SiteUrl?.Scheme == Uri.UriSchemeHttps;

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { Request: var request } && (siteIsHttps || frontEnds.SayHttps(request)))
            request.Scheme = Uri.UriSchemeHttps;
        return next(context);
    }
}

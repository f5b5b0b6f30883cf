using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using TitleCertification.Functions.Pages;

namespace TitleCertification.Browser.Tests;

public sealed class PageListTests
{
    [Fact]
    public void All_OfThePortal_HoldsEveryRouteThatShowsAPage()
    {
        var routes = typeof(PageWriter).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith(typeof(PageWriter).Namespace!, StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetMethods().Where(method => method.IsDefined(typeof(FunctionAttribute))))
            .Select(method => method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().SingleOrDefault())
            .OfType<HttpTriggerAttribute>()
            .Where(trigger => trigger.Methods is null or [] || trigger.Methods.Contains("get"))
            .Select(trigger => trigger.Route!)
            .ToHashSet();
        var listed = PageList.All.Select(page => page.Route).Concat(PageList.Exempt.Keys).ToHashSet();

        Assert.NotEmpty(routes);
        Assert.Equal(routes.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TitleCertification.Functions.Storage;
using TitleCertification.Testing;

namespace TitleCertification.EndToEnd.Tests;

public sealed partial class InfraTests(InfraTemplate infra) : IClassFixture<InfraTemplate>
{
    [InfraFact]
    public void Build_Main_CompilesWithoutAWarning()
    {
        Assert.Equal("", infra.Main.Complaints);
        Assert.Equal(0, infra.Main.ExitCode);
    }

    [InfraFact]
    public void Build_ExampleParameters_FitTheTemplate()
    {
        Assert.Equal("", infra.Example.Complaints);
        Assert.Equal(0, infra.Example.ExitCode);
    }

    [InfraFact]
    public void Storage_Always_RefusesKeysPlainHttpAndAnonymousReaders()
    {
        var properties = infra.Resource("Microsoft.Storage/storageAccounts")["properties"]!;

        Assert.False((bool)properties["allowSharedKeyAccess"]!);
        Assert.False((bool)properties["allowBlobPublicAccess"]!);
        Assert.True((bool)properties["supportsHttpsTrafficOnly"]!);
        Assert.Equal("TLS1_2", (string)properties["minimumTlsVersion"]!);
        Assert.All(
            infra.Resources("Microsoft.Storage/storageAccounts/blobServices/containers"),
            container => Assert.Equal("None", (string)container["properties"]!["publicAccess"]!));
    }

    [InfraFact]
    public void Storage_DeletedBlob_CanBeHadBack()
    {
        var properties = infra.Resource("Microsoft.Storage/storageAccounts/blobServices")["properties"]!;

        Assert.True((bool)properties["isVersioningEnabled"]!);
        Assert.True((bool)properties["deleteRetentionPolicy"]!["enabled"]!);
        Assert.True((bool)properties["containerDeleteRetentionPolicy"]!["enabled"]!);
    }

    [InfraFact]
    public void App_Always_IsHttpsOnlyUnderAnIdentityOfItsOwn()
    {
        var app = infra.Resource("Microsoft.Web/sites");

        Assert.True((bool)app["properties"]!["httpsOnly"]!);
        Assert.Equal("1.2", (string)app["properties"]!["siteConfig"]!["minTlsVersion"]!);
        Assert.Equal("UserAssigned", (string)app["identity"]!["type"]!);
        Assert.Equal("UserAssignedIdentity", (string)app["properties"]!["functionAppConfig"]!["deployment"]!["storage"]!["authentication"]!["type"]!);
        Assert.All(
            infra.Resources("Microsoft.Web/sites/basicPublishingCredentialsPolicies"),
            policy => Assert.False((bool)policy["properties"]!["allow"]!));
    }

    [InfraFact]
    public void App_Runtime_IsDotnetIsolatedOfThisSolution()
    {
        var runtime = infra.Resource("Microsoft.Web/sites")["properties"]!["functionAppConfig"]!["runtime"]!;

        Assert.Equal("dotnet-isolated", (string)runtime["name"]!);
        Assert.Equal($"{Environment.Version.Major}.0", (string)runtime["version"]!);
    }

    [InfraFact]
    public void App_Settings_TurnTheHostsWelcomePageOff()
    {
        // "/" is a page of the app; the host would answer it first.
        var settings = (string)infra.Resource("Microsoft.Web/sites/config")["properties"]!;

        Assert.Contains("'AzureWebJobsDisableHomepage', 'true'", settings, StringComparison.Ordinal);
        Assert.Contains("'AzureWebJobsStorage__accountName'", settings, StringComparison.Ordinal);
        Assert.Contains("'PublicBaseUrl'", settings, StringComparison.Ordinal);
    }

    [InfraFact]
    public void App_Settings_AreThoseThatTheReadmeExplains()
    {
        var given = infra.Resources("Microsoft.Resources/deployments").Select(module => (JsonObject?)module["properties"]!["parameters"]!["signIn"]).Single(p => p is not null)!;
        var names = ((JsonObject)given["value"]!).Select(setting => setting.Key)
            .Concat(SettingName().Matches((string)infra.Resource("Microsoft.Web/sites/config")["properties"]!).Select(match => match.Groups["name"].Value))
            .Where(name => !name.StartsWith("AzureWebJobs", StringComparison.Ordinal) && !name.StartsWith("APPLICATIONINSIGHTS_", StringComparison.Ordinal))
            .ToList();
        var explained = File.ReadLines(Path.Combine(Repository.Root, "README.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();

        Assert.Contains("PublicBaseUrl", names);
        Assert.Contains("Oidc__SiteUrl", names);
        // A setting that is misspelt here would be read by nobody, and missed by nobody until it matters.
        Assert.All(names, name => Assert.Contains(explained, line => line.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    [InfraFact]
    public void App_KeyVaultReferences_AreReadUnderTheIdentityItHas() =>
        Assert.Contains("userAssignedIdentities", (string)infra.Resource("Microsoft.Web/sites")["properties"]!["keyVaultReferenceIdentity"]!, StringComparison.Ordinal);

    [InfraFact]
    public void Storage_Account_IsLockedAgainstDeletion()
    {
        var locked = infra.Resource("Microsoft.Authorization/locks");

        Assert.Equal("CanNotDelete", (string)locked["properties"]!["level"]!);
        Assert.Contains("Microsoft.Storage/storageAccounts", (string)locked["scope"]!, StringComparison.Ordinal);
    }

    [InfraFact]
    public void App_Secrets_AreSecureParametersAllTheWay()
    {
        var parameters = infra.Main.Json["parameters"]!;
        var module = infra.Resources("Microsoft.Resources/deployments").Select(m => m["properties"]!["template"]!["parameters"]!["secretAppSettings"]).Single(p => p is not null)!;

        Assert.Equal("securestring", ((string)parameters["smtpPassword"]!["type"]!).ToLowerInvariant());
        Assert.Equal("securestring", ((string)parameters["smsKey"]!["type"]!).ToLowerInvariant());
        Assert.Equal("secureobject", ((string)module["type"]!).ToLowerInvariant());
    }

    [InfraFact]
    public void Template_Anywhere_AsksForNoKey()
    {
        Assert.DoesNotContain("listKeys", infra.Main.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("AccountKey", infra.Main.Output, StringComparison.OrdinalIgnoreCase);
    }

    [InfraFact]
    public void Identity_Roles_AreThoseTheRuntimeNeedsAndNoMore()
    {
        string[] needed =
        [
            "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", // Storage Table Data Contributor
            "3913510d-42f4-4e42-8a64-420c390055eb", // Monitoring Metrics Publisher
            "974c5e8b-45b9-4653-ba55-5f855dd0fb88", // Storage Queue Data Contributor
            "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", // Storage Blob Data Owner
        ];

        var given = infra.Resources("Microsoft.Resources/deployments")
            .SelectMany(module => Strings(module["properties"]!["template"]!["variables"]))
            .Where(value => Guid.TryParse(value, out _))
            .Order(StringComparer.Ordinal);

        Assert.Equal(needed, given);
        Assert.All(infra.Resources("Microsoft.Authorization/roleAssignments"), assignment => Assert.NotNull(assignment["scope"]));
    }

    [InfraFact]
    public void Storage_TablesAndContainers_AreThoseOfTheService()
    {
        var variables = infra.Resources("Microsoft.Resources/deployments").Select(module => module["properties"]!["template"]!["variables"]).Single(v => v?["tables"] is not null)!;

        Assert.Equal(TableNames.All.Order(StringComparer.Ordinal), Strings(variables["tables"]).Order(StringComparer.Ordinal));
        Assert.Equal(ContainerNames.All.Order(StringComparer.Ordinal), Strings(variables["containers"]).Where(name => name[0] != '[').Order(StringComparer.Ordinal));
    }

    [InfraFact]
    public void Alerts_HealthTest_AsksTheHealthAddress()
    {
        var alerts = infra.Resources("Microsoft.Resources/deployments").Single(m => m["properties"]!["parameters"]!["healthUrl"] is not null);

        Assert.Contains("/api/health'", (string)alerts["properties"]!["parameters"]!["healthUrl"]!["value"]!, StringComparison.Ordinal);
        Assert.True((bool)infra.Resource("Microsoft.Insights/webtests")["properties"]!["Enabled"]!);
    }

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => Strings(m.Value)),
        JsonArray items => items.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    [GeneratedRegex("'(?<name>[A-Z][A-Za-z]+(__[A-Za-z]+)?)'")]
    private static partial Regex SettingName();
}

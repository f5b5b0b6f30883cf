using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions;
using TitleCertification.Functions.Notifications;
using TitleCertification.Functions.RuleBook;
using TitleCertification.Testing;
using TitleCertification.Testing.Storage;

if (args is [RowWriter.Command, var file, var acknowledgements])
{
    await RowWriter.RunAsync(file, int.Parse(acknowledgements, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}

if (CheckRules.Run(args, VietnamTime.DayOf(TimeProvider.System.GetUtcNow()), Console.Out) is { } code)
    return code;

// The service as src/Functions composes it, with storage that can be told to fail or to kill the process.
GetCounters.Start();
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseTitleCertification();
// What a killed process had claimed comes back sooner than in ten minutes.
if (int.TryParse(Environment.GetEnvironmentVariable("TEST_LEASE_SECONDS"), out var lease))
    builder.Services.AddSingleton(PostTimes.Usual with { Lease = TimeSpan.FromSeconds(lease) });
builder.Services.AddTitleCertification(builder.Configuration);
builder.Services.AddFaults();
return await builder.Build().RunTitleCertificationAsync(builder.Configuration);

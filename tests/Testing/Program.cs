using Microsoft.Azure.Functions.Worker.Builder;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions;
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
builder.Services.AddTitleCertification(builder.Configuration);
builder.Services.AddFaults();
return await builder.Build().RunTitleCertificationAsync(builder.Configuration);

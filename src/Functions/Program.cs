using Microsoft.Azure.Functions.Worker.Builder;
using TitleCertification.Domain.Calendar;
using TitleCertification.Functions;
using TitleCertification.Functions.RuleBook;

if (CheckRules.Run(args, VietnamTime.DayOf(TimeProvider.System.GetUtcNow()), Console.Out) is { } code)
    return code;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseTitleCertification();
builder.Services.AddTitleCertification(builder.Configuration);
return await builder.Build().RunTitleCertificationAsync(builder.Configuration);

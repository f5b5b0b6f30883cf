using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using TitleCertification.Functions;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseTitleCertification();
builder.Services.AddTitleCertification(builder.Configuration);
await builder.Build().RunAsync();

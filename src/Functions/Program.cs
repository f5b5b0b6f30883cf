using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using TitleCertification.Functions;
using TitleCertification.Functions.Requests;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<AnswerOutages>();
builder.Services.AddTitleCertification(builder.Configuration);
await builder.Build().RunAsync();

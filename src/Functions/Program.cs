using Microsoft.Azure.Functions.Worker.Builder;
using TitleCertification.Functions;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseTitleCertification();
builder.Services.AddTitleCertification(builder.Configuration);
return await builder.Build().RunTitleCertificationAsync(builder.Configuration);

using Azure.Core.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TitleCertification.LocalRuntime.Hosting;

// The converters every app has, asked in this order: a value that has the type already, GUIDs, dates, and JSON for the rest. A number or a truth value in
// a route is therefore read as JSON ("true", not "True"), as the real worker does.
internal sealed class SameTypeConverter : IInputConverter
{
    public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) =>
        new(context.TargetType.IsInstanceOfType(context.Source) ? ConversionResult.Success(context.Source) : ConversionResult.Unhandled());
}

internal sealed class GuidConverter : IInputConverter
{
    public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) => new(
        (Nullable.GetUnderlyingType(context.TargetType) ?? context.TargetType) == typeof(Guid) && Guid.TryParse(context.Source as string, out var guid)
            ? ConversionResult.Success(guid)
            : ConversionResult.Unhandled());
}

internal sealed class DateConverter : IInputConverter
{
    public ValueTask<ConversionResult> ConvertAsync(ConverterContext context)
    {
        var target = Nullable.GetUnderlyingType(context.TargetType) ?? context.TargetType;
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        if (target == typeof(DateTimeOffset) && DateTimeOffset.TryParse(context.Source as string, culture, out var offset))
            return new(ConversionResult.Success(offset));
        if (target == typeof(DateTime) && DateTime.TryParse(context.Source as string, culture, out var date))
            return new(ConversionResult.Success(date));
        return new(ConversionResult.Unhandled());
    }
}

internal sealed class JsonConverter(IOptions<WorkerOptions> options) : IInputConverter
{
    private readonly ObjectSerializer _serializer = options.Value.Serializer!;

    public async ValueTask<ConversionResult> ConvertAsync(ConverterContext context)
    {
        if (context.TargetType == typeof(string) || context.Source is not string text) return ConversionResult.Unhandled();
        try
        {
            using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
            return ConversionResult.Success(await _serializer.DeserializeAsync(stream, context.TargetType, context.FunctionContext.CancellationToken));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return ConversionResult.Failed(e);
        }
    }
}

/// <summary>Reads the request's body with the app's JSON options of MVC, as the real worker does.</summary>
internal sealed class FromBodyConverter : IInputConverter
{
    public async ValueTask<ConversionResult> ConvertAsync(ConverterContext context)
    {
        if (context.FunctionContext.GetHttpContext() is not { } http) return ConversionResult.Unhandled();
        var options = context.FunctionContext.InstanceServices.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;
        try
        {
            var value = await System.Text.Json.JsonSerializer.DeserializeAsync(http.Request.Body, context.TargetType, options, http.RequestAborted);
            return ConversionResult.Success(value);
        }
        catch (System.Text.Json.JsonException e)
        {
            return ConversionResult.Failed(e);
        }
    }
}

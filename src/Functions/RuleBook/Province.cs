using System.Text.Json;
using TitleCertification.Domain.RuleBook;

namespace TitleCertification.Functions.RuleBook;

/// <summary>province.json: which province this rule book is for, and which of its files hold.</summary>
internal sealed record Province(string Unit, string NationalCode, string NationalCodeCertainty, string Route, bool Sample, string Note)
{
    private static readonly JsonSerializerOptions Strict = new(Json.Requests) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public static Province Load(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Province>(File.ReadAllBytes(file), Strict) ?? throw new RuleBookException([$"{file}: the file is empty."]);
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw new RuleBookException([$"{file}: {e.Message}"]);
        }
    }
}

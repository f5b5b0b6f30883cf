using System.Text.Json;
using System.Text.Json.Serialization;

namespace TitleCertification.Domain.Titles;

/// <summary>The learning titles. In JSON, keys and files a kind is its code (GDHT, DHHT, CDHT, DVHT), never its number.</summary>
[JsonConverter(typeof(TitleKindJson))]
public enum TitleKind
{
    Family,
    Clan,
    Community,
    LearningUnit,
}

internal sealed class TitleKindJson : JsonConverter<TitleKind>
{
    public override TitleKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TitleInfo.TryFromCode(reader.GetString(), out var kind)
            ? kind
            : throw new JsonException("A title is one of the codes GDHT, DHHT, CDHT, DVHT.");

    public override void Write(Utf8JsonWriter writer, TitleKind value, JsonSerializerOptions options) => writer.WriteStringValue(TitleInfo.Of(value).Code);
}

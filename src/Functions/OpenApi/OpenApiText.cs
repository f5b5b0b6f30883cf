using TitleCertification.Domain.Text;

namespace TitleCertification.Functions.OpenApi;

/// <summary>OpenAPI has one place for a text: Vietnamese first, then English.</summary>
internal static class OpenApiText
{
    public static string Of(LocalText text) => $"{text.Vi}\n\n{text.En}";

    public static string Line(LocalText text) => $"{text.Vi} · {text.En}";
}

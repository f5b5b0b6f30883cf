using TitleCertification.Domain.Text;

namespace TitleCertification.Portal;

/// <summary>The languages of the portal. Vietnamese comes first wherever nothing else was asked for.</summary>
public enum Language
{
    Vi,
    En,
}

public static class Languages
{
    /// <summary>As in <c>lang="vi"</c>.</summary>
    public static string Code(this Language language) => language == Language.En ? "en" : "vi";

    /// <summary>Null for anything that is not a language of the portal.</summary>
    public static Language? Parse(string? code) => code switch { "vi" => Language.Vi, "en" => Language.En, _ => null };

    public static string In(this LocalText text, Language language) => language == Language.En ? text.En : text.Vi;
}

namespace TitleCertification.Domain.Text;

/// <summary>One text in the two languages of the service. Vietnamese is the one that counts in law; English is a courtesy.</summary>
public sealed record LocalText(string Vi, string En)
{
    /// <param name="language">One of <see cref="LanguageCode.All"/>.</param>
    public string In(string language) => language == LanguageCode.English ? En : Vi;
}

/// <summary>The languages of the service, by code: as in <c>lang="vi"</c>.</summary>
public static class LanguageCode
{
    public const string Vietnamese = "vi";
    public const string English = "en";

    public static IReadOnlyList<string> All { get; } = [Vietnamese, English];
}

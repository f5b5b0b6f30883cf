namespace TitleCertification.SampleCase;

/// <param name="PeopleFile">The file of sample people that the service was started with.</param>
/// <param name="CertificateFolder">Where the certificate is saved, as <c>{number}.pdf</c>.</param>
internal sealed record Arguments(Uri Url, string PeopleFile, string CertificateFolder, Language Language)
{
    /// <returns>Null when something is missing or not understood.</returns>
    public static Arguments? Parse(string[] args)
    {
        if (args.Length % 2 != 0)
            return null;
        var given = args.Chunk(2).GroupBy(pair => pair[0]).ToDictionary(g => g.Key, g => g.Last()[1]);
        if (given.Keys.Except(["--url", "--people", "--out", "--lang"]).Any() || !given.TryGetValue("--people", out var people))
            return null;

        Language? language = given.GetValueOrDefault("--lang", "vi") switch { "vi" => Language.Vietnamese, "en" => Language.English, _ => null };
        var understood = Uri.TryCreate(given.GetValueOrDefault("--url", "http://localhost:7071"), UriKind.Absolute, out var url);
        return understood && language is not null
            ? new Arguments(url!, people, given.GetValueOrDefault("--out", Path.Combine(".local", "certificates")), language.Value)
            : null;
    }
}

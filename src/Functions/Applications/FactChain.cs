using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TitleCertification.Domain.Applications;

namespace TitleCertification.Functions.Applications;

/// <summary>
/// How facts are stored: each row holds the hash of the one before, so that a fact changed, dropped or put in later is found. The hash is
/// taken over the bytes that are stored, not over what a later version of the program would write.
/// </summary>
public static class FactChain
{
    private const string Prefix = "fact:";

    /// <summary>Ends every range of facts: ';' follows ':'.</summary>
    public const string EndKey = "fact;";

    public static string Key(int sequence) => Prefix + sequence.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>What the first fact is chained to.</summary>
    public static string Start(DossierNumber dossier) => Hash(dossier.ToString());

    public static (string Hash, string Body) Append(string previous, RecordedFact recorded)
    {
        var json = Json.Write(recorded);
        var hash = Hash(previous + json);
        return (hash, $$"""{"previous":"{{previous}}","hash":"{{hash}}","recorded":{{json}}}""");
    }

    public static RecordedFact Read(string body)
    {
        using var row = JsonDocument.Parse(body);
        return Json.Read<RecordedFact>(row.RootElement.GetProperty("recorded").GetRawText());
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

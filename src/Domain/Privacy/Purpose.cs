using System.Text.Json;
using System.Text.Json.Serialization;
using TitleCertification.Domain.Text;

namespace TitleCertification.Domain.Privacy;

/// <summary>What personal data are used for. The texts are data with versions (purposes.json): a consent is to the words that were read.</summary>
/// <param name="LegalBasis">Citation, in Vietnamese as the law is.</param>
/// <param name="Versions">Oldest first.</param>
public sealed record Purpose(string Code, PurposeBasis Basis, string LegalBasis, string Certainty, IReadOnlyList<PurposeText> Versions)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>All of them, those the law itself demands first.</summary>
    public static IReadOnlyList<Purpose> All { get; } = Load();

    /// <summary>Null where there is none of this code.</summary>
    public static Purpose? Find(string? code) => All.FirstOrDefault(purpose => purpose.Code == code);

    [JsonIgnore]
    public bool IsOptional => Basis is PurposeBasis.Consent;

    /// <summary>The words in force on a day; the first ones before any were.</summary>
    public PurposeText On(DateOnly day) => Versions.LastOrDefault(text => text.ValidFrom <= day) ?? Versions[0];

    private static IReadOnlyList<Purpose> Load()
    {
        using var file = typeof(Purpose).Assembly.GetManifestResourceStream("purposes.json")!;
        return JsonSerializer.Deserialize<IReadOnlyList<Purpose>>(file, Json)!;
    }
}

public enum PurposeBasis
{
    /// <summary>A task the law gives to the offices: it needs no consent, but the person is informed and says that he was.</summary>
    LegalTask,

    /// <summary>The person may refuse, and may take back what he has given at any time.</summary>
    Consent,
}

public sealed record PurposeText(string Version, DateOnly ValidFrom, string Vi, string En)
{
    [JsonIgnore]
    public LocalText Text => new(Vi, En);
}

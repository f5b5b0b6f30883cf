using System.Text.Json.Serialization;

namespace TitleCertification.Domain.Titles;

/// <summary>The level of the subject a title is given to; which levels a title has is in <see cref="TitleInfo.Levels"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HolderLevel>))]
public enum HolderLevel
{
    Household,
    Clan,
    Hamlet,
    Commune,
    District,
    Province,
}

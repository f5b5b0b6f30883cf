using System.Text.Json.Serialization;

namespace TitleCertification.Domain.Titles;

/// <summary>The level of the subject a title is given to; which levels a title has is in <see cref="TitleInfo.Levels"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HolderLevel>))]
public enum HolderLevel
{
    /// <summary>A family.</summary>
    Household,

    /// <summary>A clan in a commune.</summary>
    Clan,

    /// <summary>Thôn, bản, ấp, tổ dân phố.</summary>
    Hamlet,

    /// <summary>A commune, ward or town; of learning units those that the commune manages.</summary>
    Commune,

    District,
    Province,
}

using System.Text.Json.Serialization;

namespace TitleCertification.Domain.RuleBook;

/// <summary>How well a value of the rule book is known. Travels with the value and is shown to the reviewer; never upgraded by code.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Certainty>))]
public enum Certainty
{
    /// <summary>Read in a public page or file.</summary>
    Found,

    /// <summary>Deduced from found facts.</summary>
    Inferred,

    /// <summary>From memory, not verified; not to be relied on as law.</summary>
    Recalled,

    /// <summary>Looked for, no text seen.</summary>
    NotFound,

    /// <summary>Our own choice, not a rule of anybody else.</summary>
    Proposal,
}

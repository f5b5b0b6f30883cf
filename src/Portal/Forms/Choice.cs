namespace TitleCertification.Portal.Forms;

/// <summary>One of several answers, already in the language of the page.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null);

namespace TitleCertification.Domain.Text;

/// <summary>One text in the two languages of the service. Vietnamese is the one that counts in law; English is a courtesy.</summary>
public sealed record LocalText(string Vi, string En);

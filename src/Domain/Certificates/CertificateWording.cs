using System.Globalization;
using TitleCertification.Domain.RuleBook;
using TitleCertification.Domain.Text;
using TitleCertification.Domain.Titles;

namespace TitleCertification.Domain.Certificates;

/// <summary>The words of a certificate as the rule book gives them. The law gives none (law-and-practice 5: NOT FOUND), so they are data of the province.</summary>
/// <param name="IssuingBody">"{unit}" stands for the full name of the unit that issues.</param>
/// <param name="IssuerCapacity">Who certifies; "{unit}" as above.</param>
/// <param name="Heading">For example "GIẤY CHỨNG NHẬN".</param>
/// <param name="HolderPrefix">What stands before the name of the holder.</param>
/// <param name="Graded">Below the title where there is a band, with "{grade}" and "{year}".</param>
/// <param name="Levelled">The same where the criteria have levels instead of bands.</param>
/// <param name="Ungraded">The same where there is neither, with "{year}".</param>
public sealed record CertificateWording(
    string Id, Validity Validity, LegalBasis Basis, string IssuingBody, string IssuerCapacity, string Heading, string Certifies, string HolderPrefix,
    string AddressLabel, string Awards, string Graded, string Levelled, string Ungraded)
{
    /// <summary>Of a text, before the name of a unit is put in: longer ones would be printed too small to read.</summary>
    private const int Longest = 100;

    /// <summary>Everything that is printed, for whoever checks that it can be.</summary>
    public IReadOnlyList<string> Texts => [IssuingBody, IssuerCapacity, Heading, Certifies, HolderPrefix, AddressLabel, Awards, Graded, Levelled, Ungraded];

    /// <summary>"ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH".</summary>
    public string IssuingBodyOf(string unit) => IssuingBody.Replace("{unit}", unit, StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>"CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH".</summary>
    public string IssuerCapacityOf(string unit) => IssuerCapacity.Replace("{unit}", unit, StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>"Xếp loại: Tốt – Năm 2025", "Mức độ 1 – Năm 2025", or the year alone.</summary>
    public string StandingOf(CriteriaMode mode, string? grade, int year) =>
        (grade is null ? Ungraded : mode is CriteriaMode.Points ? Graded : Levelled)
            .Replace("{grade}", grade, StringComparison.Ordinal).Replace("{year}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    internal static CertificateWording? Parse(ReadOnlyMemory<byte> json, string fileName, List<LocalText> errors)
    {
        var before = errors.Count;
        var wording = EntryFile.Read(json, fileName, Place.Wording, errors, Read);
        return errors.Count == before ? wording : null;
    }

    private static CertificateWording? Read(EntryReader file)
    {
        var (id, validity, basis) = (file.Id("id"), Validity.Read(file), file.Basis("basis"));
        var (issuingBody, capacity) = (Template(file, "issuingBody", "unit"), Template(file, "issuerCapacity", "unit"));
        var (heading, certifies, prefix, address, awards) = (
            Template(file, "heading"), Template(file, "certifies"), Template(file, "holderPrefix"), Template(file, "addressLabel"), Template(file, "awards"));
        var (graded, levelled, ungraded) = (Template(file, "graded", "grade", "year"), Template(file, "levelled", "grade", "year"), Template(file, "ungraded", "year"));
        return id is null || validity is null || basis is null
            ? null
            : new(id, validity, basis, issuingBody, capacity, heading, certifies, prefix, address, awards, graded, levelled, ungraded);
    }

    /// <summary>A text with exactly these names in braces.</summary>
    private static string Template(EntryReader file, string name, params string[] names)
    {
        if (file.Text(name) is not { } text)
            return "";
        if (text.Length > Longest)
            file.Error($"\"{name}\" dài {text.Length} ký tự; một dòng của giấy chứng nhận tối đa {Longest} ký tự.", $"\"{name}\" has {text.Length} characters; a line of a certificate has {Longest} or fewer.");
        var found = text.Split('{').Skip(1).Where(part => part.Contains('}', StringComparison.Ordinal)).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]).ToList();
        foreach (var unknown in found.Except(names))
            file.Error($"\"{name}\" có {{{unknown}}}, không có gì để điền vào đó.", $"\"{name}\" holds {{{unknown}}}, which nothing is put in for.");
        foreach (var missing in names.Except(found))
            file.Error($"\"{name}\" không cho biết điền {{{missing}}} vào đâu.", $"\"{name}\" does not say where {{{missing}}} goes.");
        return text;
    }
}

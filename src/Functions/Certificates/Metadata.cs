using System.Globalization;
using System.Security;
using System.Text;
using TitleCertification.Functions.Certificates.Pdf;

namespace TitleCertification.Functions.Certificates;

/// <summary>What the file says about itself, twice and alike, as PDF/A asks: in the information dictionary and in XMP (ISO 19005-2, 6.6).</summary>
internal static class Metadata
{
    private const string Producer = "TitleCertification";

    public static string Information(string title, DateOnly issued) =>
        $"<</Title {PdfFile.Text(title)}/Producer({Producer})/CreationDate(D:{Day(issued, "yyyyMMdd")}000000+07'00')/ModDate(D:{Day(issued, "yyyyMMdd")}000000+07'00')>>";

    public static byte[] Xmp(string title, DateOnly issued) => Encoding.UTF8.GetBytes(
        $"""
        <?xpacket begin="﻿" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
         xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
        <dc:format>application/pdf</dc:format>
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(title)}</rdf:li></rdf:Alt></dc:title>
        <pdf:Producer>{Producer}</pdf:Producer>
        <xmp:CreateDate>{Day(issued, "yyyy-MM-dd")}T00:00:00+07:00</xmp:CreateDate>
        <xmp:ModifyDate>{Day(issued, "yyyy-MM-dd")}T00:00:00+07:00</xmp:ModifyDate>
        <pdfaid:part>2</pdfaid:part>
        <pdfaid:conformance>U</pdfaid:conformance>
        </rdf:Description>
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>
        """.ReplaceLineEndings("\n"));

    private static string Day(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}

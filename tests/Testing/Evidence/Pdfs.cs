using System.Text;

namespace TitleCertification.Testing.Evidence;

/// <summary>PDF files written by hand, with a table that is right, so that what is wrong with them is what the test is about.</summary>
public static class Pdfs
{
    private const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";

    public static byte[] Good() => Of("<< /Type /Catalog /Pages 2 0 R >>", Page);

    /// <summary>Objects 1 (the catalogue) and 3 (the page) as given, then the others from 4 up.</summary>
    public static byte[] Of(string catalog, string page = Page, params IReadOnlyList<byte[]> others) => Of(catalog, page, "", others);

    public static byte[] Of(string catalog, string page, string trailer, IReadOnlyList<byte[]> others)
    {
        var file = new MemoryStream();
        var places = new List<long>();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));

        Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        IReadOnlyList<byte[]> objects = [Bytes(catalog), Bytes("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), Bytes(page), .. others];
        foreach (var (index, content) in objects.Index())
        {
            places.Add(file.Position);
            Write($"{index + 1} 0 obj\n");
            file.Write(content);
            Write("\nendobj\n");
        }

        var start = file.Position;
        Write($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            Write($"{place:D10} 00000 n \n");
        Write($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    public static byte[] Stream(string dictionary, byte[] content) =>
        [.. Bytes($"<< {dictionary} /Length {content.Length} >>\nstream\n"), .. content, .. "\nendstream"u8];

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}

using TitleCertification.Domain.Applications;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace TitleCertification.Functions.Evidence.Examination;

/// <summary>
/// A PDF is kept byte for byte, because a signature in it holds only so; therefore what could act by itself is refused, not removed. The file must be
/// whole as it is: a reader that has to mend it may see something else than was examined here.
/// </summary>
public static class PdfCheck
{
    private const int MostObjects = 50_000;
    private const int DeepestNesting = 100;

    private static readonly Dictionary<string, (string Vi, string En)> Sentences = new()
    {
        ["pdf_script"] = ("Tệp chứa mã lệnh (JavaScript).", "It holds a script (JavaScript)."),
        ["pdf_action"] = ("Tệp chứa lệnh tự chạy.", "It holds an action that runs by itself or leads out of the file."),
        ["pdf_attachment"] = ("Tệp đính kèm tệp khác bên trong.", "Other files are attached inside."),
        ["pdf_media"] = ("Tệp chứa âm thanh, phim hoặc nội dung đa phương tiện.", "It holds sound, film or other media."),
        ["pdf_form"] = ("Tệp chứa biểu mẫu động (XFA).", "It holds a dynamic form (XFA)."),
        ["pdf_encrypted"] = ("Tệp bị khóa bằng mật khẩu hoặc mã hóa.", "It is encrypted or protected by a password."),
        ["pdf_bomb"] = ("Nội dung nén trong tệp quá lớn.", "What is compressed inside is too large."),
        ["pdf_other_content"] = ("Trước, trong hoặc sau nội dung PDF còn có nội dung khác.", "Something else than the PDF is before, inside or behind it."),
    };

    /// <returns>Null for a file that is taken.</returns>
    public static Refusal? Check(ReadOnlyMemory<byte> content)
    {
        if (!PdfBytes.IsOneFile(content.Span))
            return content.Span.LastIndexOf("%%EOF"u8) < 0 ? EvidenceProblems.Damaged.Because() : Unsafe("pdf_other_content");
        var named = PdfBytes.RefusedNames(content).Select(name => name switch
        {
            "JavaScript" => "pdf_script",
            "Launch" => "pdf_action",
            "RichMedia" => "pdf_media",
            _ => "pdf_attachment",
        }).ToList();
        return named.Count > 0 ? Unsafe([.. named.Distinct()]) : Parsed(content);
    }

    private static Refusal? Parsed(ReadOnlyMemory<byte> content)
    {
        var budget = new PdfBudget();
        try
        {
            using var document = PdfDocument.Open(content.ToArray(), new ParsingOptions { MaxStackDepth = DeepestNesting, FilterProvider = budget });
            if (document.IsEncrypted)
                return Unsafe("pdf_encrypted");
            var table = document.Structure.CrossReferenceTable;
            if (table.ObjectOffsets.Count > MostObjects)
                return Unsafe("pdf_bomb");
            // A catalogue that the table does not list was found by searching the file: it is damaged.
            if (document.NumberOfPages < 1 || !table.ObjectOffsets.ContainsKey(document.Structure.Trailer.Root))
                return EvidenceProblems.Damaged.Because();
            var found = new PdfObjects(document.Structure, budget).Examine();
            return found.Count > 0 ? Unsafe([.. found]) : null;
        }
        catch (PdfDocumentEncryptedException)
        {
            return Unsafe("pdf_encrypted");
        }
        catch (Exception e) when (IsBomb(e))
        {
            return Unsafe("pdf_bomb");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The parser fails on hostile input in ways it does not list; whatever it cannot read is not taken.
            return EvidenceProblems.Damaged.Because();
        }
    }

    private static bool IsBomb(Exception? e) => e is not null && (e is PdfBombException || IsBomb(e.InnerException));

    private static Refusal Unsafe(params IReadOnlyList<string> codes) =>
        EvidenceProblems.PdfUnsafe.Because([.. codes.Select(code => EvidenceProblems.Fault(code, Sentences[code].Vi, Sentences[code].En))]);
}

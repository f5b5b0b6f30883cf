using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace TitleCertification.Functions.Evidence.Examination;

/// <summary>Looks at every object of a PDF for what acts by itself, carries other files or cannot be examined.</summary>
internal sealed class PdfObjects(Structure structure, PdfBudget budget)
{
    private static readonly Dictionary<string, string> Keys = new()
    {
        ["JS"] = "pdf_script", ["JavaScript"] = "pdf_script", ["AA"] = "pdf_action", ["XFA"] = "pdf_form", ["EF"] = "pdf_attachment",
        ["EmbeddedFiles"] = "pdf_attachment", ["RichMediaContent"] = "pdf_media", ["Encrypt"] = "pdf_encrypted",
    };

    private static readonly Dictionary<string, string> Values = new()
    {
        ["JavaScript"] = "pdf_script", ["Launch"] = "pdf_action", ["SubmitForm"] = "pdf_action", ["ImportData"] = "pdf_action", ["GoToR"] = "pdf_action",
        ["GoToE"] = "pdf_action", ["Rendition"] = "pdf_media", ["RichMediaExecute"] = "pdf_media", ["RichMedia"] = "pdf_media", ["Movie"] = "pdf_media",
        ["Sound"] = "pdf_media", ["Screen"] = "pdf_media", ["FileAttachment"] = "pdf_attachment", ["EmbeddedFile"] = "pdf_attachment",
    };

    private readonly SortedSet<string> found = new(StringComparer.Ordinal);

    /// <returns>Codes of what was found.</returns>
    /// <exception cref="PdfBombException">Streams unpack to too much.</exception>
    public IReadOnlyCollection<string> Examine()
    {
        foreach (var reference in structure.CrossReferenceTable.ObjectOffsets.Keys)
            Look(structure.GetObject(reference).Data);
        return found;
    }

    private void Look(IToken? token)
    {
        switch (token)
        {
            case StreamToken stream:
                Look(stream.StreamDictionary);
                budget.Measure(stream, Filters(stream.StreamDictionary));
                break;
            case DictionaryToken dictionary:
                foreach (var (key, value) in dictionary.Data)
                {
                    Look(key, value);
                    Look(value);
                }

                break;
            case ArrayToken array:
                foreach (var item in array.Data)
                    Look(item);
                break;
        }
    }

    private void Look(string key, IToken value)
    {
        if (Keys.TryGetValue(key, out var code) && Resolve(value) is not NullToken)
            found.Add(code);
        if (key is "S" or "Subtype" or "Type" && Resolve(value) is NameToken name && Values.TryGetValue(name.Data, out code))
            found.Add(code);
        // Most programs say at which page to open: that does nothing. Any other action does.
        if (key is "OpenAction" && Resolve(value) is DictionaryToken action && !(action.TryGet(NameToken.S, out var kind) && Resolve(kind) is NameToken { Data: "GoTo" }))
            found.Add("pdf_action");
    }

    private List<NameToken> Filters(DictionaryToken dictionary) => Named(dictionary, "Filter") ?? Named(dictionary, "F") ?? [];

    private List<NameToken>? Named(DictionaryToken dictionary, string key) => !dictionary.Data.TryGetValue(key, out var value) ? null : Resolve(value) switch
    {
        NameToken name => [name],
        ArrayToken array => [.. array.Data.Select(Resolve).OfType<NameToken>()],
        _ => null,
    };

    private IToken? Resolve(IToken? token)
    {
        for (var step = 0; token is IndirectReferenceToken reference && step < 10; step++)
            token = structure.GetObject(reference.Data)?.Data;
        return token;
    }
}

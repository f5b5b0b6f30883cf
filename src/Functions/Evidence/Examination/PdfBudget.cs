using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace TitleCertification.Functions.Evidence.Examination;

/// <summary>
/// How much a PDF may unpack to. Given to the parser as its filters, so that it never unpacks more than that into memory (it must unpack the tables and objects that are
/// kept compressed), and used to measure every other stream without unpacking it.
/// </summary>
internal sealed class PdfBudget : IFilterProvider
{
    private const long MostOfAStream = 128L * 1024 * 1024;
    private const int RunLengthGrowth = 64;
    private const int LzwGrowth = 2700;

    private readonly IFilterProvider all = DefaultFilterProvider.Instance;
    private long inMemory = 64L * 1024 * 1024;
    private long measured = 512L * 1024 * 1024;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(all.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(all.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(all.GetAllFilters());

    /// <exception cref="PdfBombException">The stream, or the file so far, unpacks to too much.</exception>
    public void Measure(StreamToken stream, IReadOnlyList<NameToken> filters)
    {
        // What is packed twice only hides how large it is.
        if (filters.Count(Grows) > 1)
            throw new PdfBombException();
        Memory<byte> data = stream.Data;
        foreach (var (index, name) in filters.Index())
        {
            if (Grows(name))
            {
                var size = Size(all.GetNamedFilters([name])[0], data, Math.Min(MostOfAStream, measured));
                measured -= size;
                if (size > MostOfAStream || measured < 0)
                    throw new PdfBombException();
                return;
            }

            // Text forms of bytes: they shrink. Anything else is a picture, which only who draws it unpacks.
            if (name.Data is not ("ASCIIHexDecode" or "AHx" or "ASCII85Decode" or "A85"))
                return;
            data = all.GetNamedFilters([name])[0].Decode(data, stream.StreamDictionary, all, index);
        }
    }

    private static bool Grows(NameToken name) => name.Data is "FlateDecode" or "Fl" or "LZWDecode" or "LZW" or "RunLengthDecode" or "RL";

    /// <summary>Exact for what is in use; the worst case for what is out of use.</summary>
    private static long Size(IFilter filter, Memory<byte> data, long most) => filter switch
    {
        FlateFilter => Inflating.Length(data, most),
        LzwFilter => (long)data.Length * LzwGrowth,
        RunLengthFilter => (long)data.Length * RunLengthGrowth,
        _ => 0,
    };

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new BoundedFilter(filter, this))];

    private sealed class BoundedFilter(IFilter filter, PdfBudget budget) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.inMemory -= Size(filter, input, budget.inMemory);
            if (budget.inMemory < 0)
                throw new PdfBombException();
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}

internal sealed class PdfBombException : Exception;

using TitleCertification.Functions.Certificates.Pdf;

namespace TitleCertification.Functions.Certificates;

/// <summary>A stretch of text in one face, size and colour.</summary>
internal sealed record Run(string Text, Face Face, float Size, Ink Color, float Tracking = 0)
{
    public float Width => Face.Width(Text, Size, Tracking);

    public float Space => Face.Width(" ", Size) + 2 * Tracking * Size;
}

/// <summary>One line of words, each in its face. Words that share a face are set as one piece: fewer operators in the page, and a reader of the PDF finds
/// the phrase in one string.</summary>
internal sealed class Line
{
    private readonly List<Run> pieces = [];

    public Line(IReadOnlyList<Run> words)
    {
        foreach (var word in words)
        {
            if (pieces is [.., var last] && last with { Text = word.Text } == word)
                pieces[^1] = last with { Text = $"{last.Text} {word.Text}" };
            else if (pieces.Count > 0)
                pieces.AddRange([pieces[^1] with { Text = " " }, word]);
            else
                pieces.Add(word);
        }

        Size = words.Max(w => w.Size);
        Width = pieces.Sum(p => p.Width);
    }

    public float Size { get; }

    public float Width { get; }

    public void Draw(TextLayer layer, float x, float y)
    {
        foreach (var piece in pieces)
        {
            layer.Add(piece, x, y);
            x += piece.Width;
        }
    }

    public void DrawCentred(TextLayer layer, float centre, float y) => Draw(layer, centre - Width / 2, y);
}

/// <summary>What a field may become when it is long: this size, on at most so many lines.</summary>
internal readonly record struct Setting(float Size, int Lines);

internal static class Paragraph
{
    /// <summary>
    /// Sets the runs in the first setting that holds them within the width, with lines of even length. The size is that of
    /// the last run; the others keep their proportion to it. The last setting takes what is left, shrunk until it fits: nothing is ever cut off.
    /// </summary>
    public static IReadOnlyList<Line> Fit(IReadOnlyList<Run> runs, float width, params ReadOnlySpan<Setting> settings)
    {
        foreach (var setting in settings)
        {
            var lines = Break(Words(runs, setting.Size), width);
            if (lines.Count <= setting.Lines && lines.All(l => l.Width <= width))
                return Even(Words(runs, setting.Size), width, lines);
        }

        var (size, most) = (settings[^1].Size, settings[^1].Lines);
        while (true)
        {
            size *= 0.95f;
            var lines = Break(Pieces(Words(runs, size), width), width);
            if (lines.Count <= most)
                return lines;
        }
    }

    private static List<Run> Words(IReadOnlyList<Run> runs, float size) =>
    [
        .. from run in runs
           from word in run.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           select run with { Text = word, Size = size * run.Size / runs[^1].Size },
    ];

    private static List<Line> Break(List<Run> words, float width)
    {
        var lines = new List<Line>();
        var (from, used) = (0, 0f);
        for (var i = 0; i < words.Count; i++)
        {
            var wanted = words[i].Width + (i > from ? words[i].Space : 0);
            if (i > from && used + wanted > width)
            {
                lines.Add(new Line(words[from..i]));
                (from, used, wanted) = (i, 0, words[i].Width);
            }

            used += wanted;
        }

        if (from < words.Count)
            lines.Add(new Line(words[from..]));
        return lines;
    }

    /// <summary>The narrowest measure that still needs no more lines, so that no single word is left on the last one.</summary>
    private static List<Line> Even(List<Run> words, float width, List<Line> lines)
    {
        if (lines.Count == 1)
            return lines;

        var (low, high) = (width / lines.Count / 2, width);
        for (var step = 0; step < 8; step++)
        {
            var middle = (low + high) / 2;
            var narrower = Break(words, middle);
            if (narrower.Count <= lines.Count && narrower.All(l => l.Width <= middle))
                (lines, high) = (narrower, middle);
            else
                low = middle;
        }

        return lines;
    }

    /// <summary>A word wider than the line is broken where it must: a name without spaces is somebody's name all the same.</summary>
    private static List<Run> Pieces(List<Run> words, float width)
    {
        var pieces = new List<Run>();
        foreach (var word in words)
        {
            var rest = word;
            while (rest.Width > width)
            {
                var length = rest.Text.Length - 1;
                while (length > 1 && (rest with { Text = rest.Text[..length] }).Width > width)
                    length--;
                pieces.Add(rest with { Text = rest.Text[..length] });
                rest = rest with { Text = rest.Text[length..] };
            }

            pieces.Add(rest);
        }

        return pieces;
    }
}

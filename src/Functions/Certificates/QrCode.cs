using QRCoder;
using SkiaSharp;

namespace TitleCertification.Functions.Certificates;

/// <summary>
/// A QR code (error correction M: survives a fold or a stain of 15 %) as one outline, so that no viewer shows hairlines between modules.
/// </summary>
internal static class QrCode
{
    /// <summary>Draws the code with its quiet zone into the square.</summary>
    public static void Draw(SKCanvas canvas, string text, float left, float top, float side)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        // The matrix holds the quiet zone of four modules on each side that ISO/IEC 18004 asks for.
        var rows = code.ModuleMatrix;
        var modules = rows.Count;
        using var outline = Outline(modules, (x, y) => x >= 0 && y >= 0 && x < modules && y < modules && rows[y][x]);
        using var paper = new SKPaint { Color = Palette.Paper };
        using var ink = new SKPaint { Color = SKColors.Black };
        canvas.DrawRect(left, top, side, side, paper);
        canvas.Save();
        canvas.Translate(left, top);
        canvas.Scale(side / modules);
        canvas.DrawPath(outline, ink);
        canvas.Restore();
    }

    /// <summary>Walks along the edges between dark and light, dark on the right hand, until every edge has been walked once.</summary>
    private static SKPath Outline(int modules, Func<int, int, bool> dark)
    {
        // The four edges of a dark module that border on light, named by the corner they start from and their direction (east, south, west, north).
        var edges = new HashSet<(int X, int Y, int Direction)>();
        for (var y = 0; y < modules; y++)
        {
            for (var x = 0; x < modules; x++)
            {
                if (!dark(x, y))
                    continue;
                if (!dark(x, y - 1))
                    edges.Add((x, y, 0));
                if (!dark(x + 1, y))
                    edges.Add((x + 1, y, 1));
                if (!dark(x, y + 1))
                    edges.Add((x + 1, y + 1, 2));
                if (!dark(x - 1, y))
                    edges.Add((x, y + 1, 3));
            }
        }

        using var path = new SKPathBuilder();
        for (var y = 0; y <= modules; y++)
        {
            for (var x = 0; x <= modules; x++)
            {
                if (edges.Contains((x, y, 0)))
                    Walk(path, edges, x, y);
            }
        }

        return path.Detach();
    }

    private static void Walk(SKPathBuilder path, HashSet<(int X, int Y, int Direction)> edges, int x, int y)
    {
        ReadOnlySpan<int> turns = [1, 0, 3];
        var direction = 0;
        path.MoveTo(x, y);
        edges.Remove((x, y, 0));
        while (true)
        {
            (x, y) = direction switch { 0 => (x + 1, y), 1 => (x, y + 1), 2 => (x - 1, y), _ => (x, y - 1) };
            var next = -1;
            foreach (var turn in turns)
            {
                if (edges.Remove((x, y, (direction + turn) % 4)))
                {
                    next = (direction + turn) % 4;
                    break;
                }
            }

            if (next < 0)
                break;
            if (next != direction)
                path.LineTo(x, y);
            direction = next;
        }

        path.Close();
    }
}

using QRCoder;
using TitleCertification.Functions.Certificates.Pdf;

namespace TitleCertification.Functions.Certificates;

/// <summary>
/// A QR code (error correction M: survives a fold or a stain of 15 %) as one outline, so that no viewer shows hairlines between modules.
/// </summary>
internal static class QrCode
{
    /// <summary>Draws the code with its quiet zone into the square.</summary>
    public static void Draw(Drawing drawing, string text, float left, float top, float side)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        // The matrix holds the quiet zone of four modules on each side that ISO/IEC 18004 asks for.
        var rows = code.ModuleMatrix;
        var modules = rows.Count;
        drawing.FillInk(Palette.Paper);
        drawing.Rectangle(left, top, side, side);
        drawing.Fill();
        drawing.Save();
        drawing.Translate(left, top);
        drawing.Scale(side / modules);
        drawing.FillInk(Palette.Black);
        Outline(drawing, modules, (x, y) => x >= 0 && y >= 0 && x < modules && y < modules && rows[y][x]);
        drawing.Fill();
        drawing.Restore();
    }

    /// <summary>Walks along the edges between dark and light, dark on the right hand, until every edge has been walked once.</summary>
    private static void Outline(Drawing drawing, int modules, Func<int, int, bool> dark)
    {
        // The four edges of a dark module that border on light, named by the corner they start from and their direction (east, south, west, north).
        var edges = new bool[modules + 1, modules + 1, 4];
        for (var y = 0; y < modules; y++)
        {
            for (var x = 0; x < modules; x++)
            {
                if (!dark(x, y))
                    continue;
                if (!dark(x, y - 1))
                    edges[x, y, 0] = true;
                if (!dark(x + 1, y))
                    edges[x + 1, y, 1] = true;
                if (!dark(x, y + 1))
                    edges[x + 1, y + 1, 2] = true;
                if (!dark(x - 1, y))
                    edges[x, y + 1, 3] = true;
            }
        }

        for (var y = 0; y <= modules; y++)
        {
            for (var x = 0; x <= modules; x++)
            {
                if (edges[x, y, 0])
                    Walk(drawing, edges, x, y);
            }
        }
    }

    private static void Walk(Drawing drawing, bool[,,] edges, int x, int y)
    {
        ReadOnlySpan<int> turns = [1, 0, 3];
        var direction = 0;
        drawing.MoveTo(x, y);
        edges[x, y, 0] = false;
        while (true)
        {
            (x, y) = direction switch { 0 => (x + 1, y), 1 => (x, y + 1), 2 => (x - 1, y), _ => (x, y - 1) };
            var next = -1;
            foreach (var turn in turns)
            {
                ref var edge = ref edges[x, y, (direction + turn) % 4];
                if (!edge)
                    continue;
                edge = false;
                next = (direction + turn) % 4;
                break;
            }

            if (next < 0)
                break;
            if (next != direction)
                drawing.LineTo(x, y);
            direction = next;
        }

        drawing.Close();
    }
}

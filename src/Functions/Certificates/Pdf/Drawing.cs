using System.Globalization;
using System.Text;

namespace TitleCertification.Functions.Certificates.Pdf;

/// <summary>
/// The operators of a content stream (ISO 32000-1, 8 and 9), in points with the origin at the upper left and y downwards once
/// <see cref="TurnDown"/> was called. Numbers are written with two decimals: 3.5 micrometres on paper.
/// </summary>
internal sealed class Drawing
{
    private readonly StringBuilder operators = new(8192);

    public byte[] ToBytes() => Encoding.ASCII.GetBytes(operators.ToString());

    /// <summary>Puts the origin into the upper left corner of a page of this height.</summary>
    public void TurnDown(float height) => Write("cm", 1, 0, 0, -1, 0, height);

    public void Save() => Write("q");

    public void Restore() => Write("Q");

    public void Translate(float x, float y) => Write("cm", 1, 0, 0, 1, x, y);

    public void Scale(float factor) => operators.Append(CultureInfo.InvariantCulture, $"{factor:0.#####} 0 0 {factor:0.#####} 0 0 cm\n");

    /// <summary>Clockwise as seen on the page.</summary>
    public void Rotate(float degrees)
    {
        var (sine, cosine) = MathF.SinCos(degrees * MathF.PI / 180);
        operators.Append(CultureInfo.InvariantCulture, $"{cosine:0.#####} {sine:0.#####} {-sine:0.#####} {cosine:0.#####} 0 0 cm\n");
    }

    public void FillInk(Ink ink) => operators.Append(CultureInfo.InvariantCulture, $"{Part(ink.Red)} {Part(ink.Green)} {Part(ink.Blue)} rg\n");

    public void Pen(Ink ink, float width, bool round = false)
    {
        operators.Append(CultureInfo.InvariantCulture, $"{Part(ink.Red)} {Part(ink.Green)} {Part(ink.Blue)} RG\n");
        Write("w", width);
        Write("J", round ? 1 : 0);
    }

    public void MoveTo(float x, float y) => Write("m", x, y);

    public void LineTo(float x, float y) => Write("l", x, y);

    public void CurveTo(float x1, float y1, float x2, float y2, float x, float y) => Write("c", x1, y1, x2, y2, x, y);

    public void Rectangle(float x, float y, float width, float height) => Write("re", x, y, width, height);

    public void Close() => Write("h");

    public void Fill() => Write("f");

    public void Stroke() => Write("S");

    public void FillAndStroke() => Write("B");

    /// <summary>A form registered under this name in the resources of the page.</summary>
    public void Form(string name) => Write($"/{name} Do");

    /// <summary>One line of glyphs, upright although y runs downwards.</summary>
    /// <param name="font">Name of the font in the resources of the page.</param>
    /// <param name="spacing">Points added after every glyph.</param>
    /// <param name="glyphs">Each glyph with what to take away after it, in thousandths of the size.</param>
    public void Text(string font, float size, Ink ink, float x, float y, float spacing, IEnumerable<(ushort Glyph, int Kern)> glyphs)
    {
        FillInk(ink);
        operators.Append(CultureInfo.InvariantCulture, $"BT /{font} {Number(size)} Tf {Number(spacing)} Tc 1 0 0 -1 {Number(x)} {Number(y)} Tm [<");
        foreach (var (glyph, kern) in glyphs)
        {
            operators.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
            if (kern != 0)
                operators.Append(CultureInfo.InvariantCulture, $">{kern}<");
        }

        operators.Append(">] TJ ET\n");
    }

    private static string Part(byte value) => (value / 255f).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Number(float value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private void Write(string name, params ReadOnlySpan<float> operands)
    {
        Span<char> digits = stackalloc char[16];
        foreach (var operand in operands)
        {
            // Rounded first: "-0" is a number no reader minds, but two bytes for nothing.
            var value = MathF.Round(operand, 2) + 0f;
            value.TryFormat(digits, out var length, "0.##", CultureInfo.InvariantCulture);
            operators.Append(digits[..length]).Append(' ');
        }

        operators.Append(name).Append('\n');
    }
}

using TitleCertification.Domain.Calendar;
using TitleCertification.Domain.Certificates;
using TitleCertification.Functions.Certificates.Pdf;

namespace TitleCertification.Functions.Certificates;

/// <summary>
/// The page: A4 landscape in points. Form after Decree 30/2020/NĐ-CP, annex I: issuing body upper left and national title upper right, each with its
/// rule, place and date in italics above the signatory; the heading, holder and title between them, as on state certificates.
/// </summary>
internal sealed class Sheet(CertificateContent content)
{
    public const float Width = 841.89f;
    public const float Height = 595.28f;

    private const float Left = Ornament.Inset + 16;
    private const float Right = Width - Left;
    private const float Centre = Width / 2;
    private const float HeadTop = Ornament.Inset + 24;
    private const float BodyTop = Ornament.Inset + 64;
    private const float BodyBottom = 386;
    private const float FootBottom = Height - Ornament.Inset - 14;

    private readonly Drawing drawing = new();
    private readonly TextLayer text = new();

    /// <summary>The operators of the page, and the fonts they name.</summary>
    public (byte[] Operators, IReadOnlyDictionary<string, EmbeddedFont> Fonts) Draw()
    {
        drawing.TurnDown(Height);
        drawing.Form(Ornament.Name);
        DrawIssuer();
        DrawNationalTitle();
        DrawBody();
        DrawRegistration();
        DrawSignatory();
        if (content.IsSample)
            SampleMark.Draw(drawing, text);
        var fonts = text.Draw(drawing);
        return (drawing.ToBytes(), fonts);
    }

    private void DrawIssuer()
    {
        var lines = Paragraph.Fit([Bold(content.IssuingBody, 12.5f)], 262, new(12.5f, 1), new(12.5f, 2), new(11, 2), new(10, 3));
        const float centre = Left + 131;
        var y = Stack(lines, centre, HeadTop, 1.25f);
        Rule(centre, y + 6, lines[^1].Width / 2);
    }

    private void DrawNationalTitle()
    {
        const float centre = Right - 140;
        var motto = new Line([Bold("Độc lập - Tự do - Hạnh phúc", 13.5f)]);
        new Line([Bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12.5f)]).DrawCentred(text, centre, HeadTop);
        motto.DrawCentred(text, centre, HeadTop + 18);
        Rule(centre, HeadTop + 24, motto.Width);
    }

    /// <summary>From the heading to the grade. Spread over its space; long names make everything a little smaller rather than anything cut off.</summary>
    private void DrawBody()
    {
        for (var scale = 1f; ; scale *= 0.96f)
        {
            var blocks = Body(scale);
            var height = blocks.Sum(b => b.Height);
            if (height > BodyBottom - BodyTop)
                continue;

            var air = Math.Min((BodyBottom - BodyTop - height) / (blocks.Count - 1), 7);
            var y = BodyTop + (BodyBottom - BodyTop - height - air * (blocks.Count - 1)) / 2;
            foreach (var block in blocks)
            {
                block.Draw(y);
                y += block.Height + air;
            }

            return;
        }
    }

    private List<Block> Body(float scale)
    {
        const float measure = Right - Left - 20;
        var holder = content.HolderPrefix.Length > 0
            ? new[] { Plain(content.HolderPrefix, 15, Face.Regular), Bold(content.HolderName, 25) }
            : [Bold(content.HolderName, 25)];
        return
        [
            Lines([new Line([Bold(content.Heading, 44 * scale, Palette.Red, 0.04f)])], 1.04f),
            new Block(15 * scale, y => Ornament.DrawLotus(drawing, Centre, y + 11.5f * scale, 11 * scale)),
            Lines(Paragraph.Fit([Bold(content.IssuerCapacity, 14.5f)], measure, new(14.5f * scale, 1), new(13.5f * scale, 2), new(11 * scale, 3)), 1.36f),
            Lines([new Line([Plain(content.Certifies, 14 * scale, Face.Italic)])], 1.2f),
            Lines(
                Paragraph.Fit(
                    holder, measure,
                    new(25 * scale, 1), new(23 * scale, 1), new(21 * scale, 1), new(21 * scale, 2), new(19 * scale, 2), new(18 * scale, 3), new(16 * scale, 3), new(13 * scale, 3)),
                1.38f),
            Lines(Paragraph.Fit([Plain(content.AddressLabel, 14, Face.Regular), Plain(content.HolderAddress, 14, Face.Regular)], measure, new(14 * scale, 1), new(13 * scale, 2), new(11 * scale, 3)), 1.36f),
            Lines([new Line([Plain(content.Awards, 14 * scale, Face.Italic)])], 1.2f),
            Lines(
                Paragraph.Fit([Bold(content.TitleName.ToUpperInvariant(), 34, Palette.Red, 0.03f)], measure, new(34 * scale, 1), new(28 * scale, 1), new(24 * scale, 2), new(18 * scale, 3)),
                1.16f),
            Lines(Paragraph.Fit([Bold(content.Standing, 15)], measure, new(15 * scale, 1), new(13 * scale, 2)), 1.25f),
        ];
    }

    /// <summary>Lower left: the code that anybody can scan, and what the register says.</summary>
    private void DrawRegistration()
    {
        const float side = 82;
        const float top = FootBottom - side + 3;
        QrCode.Draw(drawing, content.VerificationAddress.AbsoluteUri, Left - 6, top, side);

        const float x = Left + side + 2;
        const float measure = 225;
        Line[] lines =
        [
            .. Paragraph.Fit([Plain("Quyết định số", 11.5f, Face.Regular), Plain(content.DecisionNumber, 11.5f, Face.Regular)], measure, new(11.5f, 1), new(10, 2), new(9, 3)),
            new([Plain(VietnameseDates.Written(content.DecidedOn), 11.5f, Face.Regular)]),
            .. Paragraph.Fit([Plain("Số vào sổ:", 11.5f, Face.Regular), Bold(content.RegisterNumber, 11.5f)], measure, new(11.5f, 1), new(10, 1), new(10, 2), new(8, 3)),
            new([Plain("Quét mã để kiểm tra hiệu lực", 9.5f, Face.Italic, Palette.Quiet)]),
            new([Plain("Scan to verify this certificate", 9.5f, Face.Italic, Palette.Quiet)]),
        ];
        // The last baseline stands level with the lower edge of the code.
        var y = FootBottom - 4 - lines.Skip(1).Sum(l => l.Size * 1.36f);
        lines[0].Draw(text, x, y);
        foreach (var line in lines.Skip(1))
            line.Draw(text, x, y += line.Size * 1.36f);
    }

    /// <summary>Lower right: place and date, capacity, the name at the foot, and between them white for the signature and the seal.</summary>
    private void DrawSignatory()
    {
        const float measure = 250;
        const float centre = Right - measure / 2;
        const float signature = 48;
        var date = Paragraph.Fit([Plain($"{content.Place}, {VietnameseDates.Written(content.IssuedOn)}", 13, Face.Italic)], measure, new(13, 1), new(11, 1), new(10, 2));
        var name = Paragraph.Fit([Bold(content.SignatoryName, 13.5f)], measure, new(13.5f, 1), new(11, 1), new(10, 2));
        var y = Stack(date, centre, BodyBottom + 12, 1.2f) + 18;
        var nameAt = FootBottom - 4 - (name.Count - 1) * name[0].Size * 1.2f;
        Stack(Capacity(nameAt - name[0].Size - signature - y, measure), centre, y, 1.28f);
        Stack(name, centre, nameAt, 1.2f);
    }

    /// <summary>The lines of the capacity, smaller where many of them would take the room of the signature.</summary>
    private List<Line> Capacity(float room, float measure)
    {
        for (var scale = 1f; ; scale *= 0.96f)
        {
            var lines = content.SignatoryCapacity
                .SelectMany(l => Paragraph.Fit([Bold(l, 12.5f)], measure, new(12.5f * scale, 1), new(10.5f * scale, 1), new(10 * scale, 2)))
                .ToList();
            if (lines.Skip(1).Sum(l => l.Size * 1.28f) <= room)
                return lines;
        }
    }

    private Block Lines(IReadOnlyList<Line> lines, float leading) => new(
        lines.Sum(l => l.Size * leading),
        top =>
        {
            foreach (var line in lines)
            {
                line.DrawCentred(text, Centre, top + line.Size * leading * 0.80f);
                top += line.Size * leading;
            }
        });

    /// <summary>Centred lines from the first baseline on; returns the last baseline.</summary>
    private float Stack(IReadOnlyList<Line> lines, float centre, float y, float leading)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            y += i > 0 ? lines[i].Size * leading : 0;
            lines[i].DrawCentred(text, centre, y);
        }

        return y;
    }

    private void Rule(float centre, float y, float width)
    {
        drawing.Pen(Palette.Black, 0.8f);
        drawing.MoveTo(centre - width / 2, y);
        drawing.LineTo(centre + width / 2, y);
        drawing.Stroke();
    }

    private static Run Bold(string text, float size, Ink? color = null, float tracking = 0) => new(text, Face.SemiBold, size, color ?? Palette.Black, tracking);

    private static Run Plain(string text, float size, Face face, Ink? color = null) => new(text, face, size, color ?? Palette.Black);

    private sealed record Block(float Height, Action<float> Draw);
}

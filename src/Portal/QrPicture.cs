using System.Text;
using QRCoder;

namespace TitleCertification.Portal;

/// <summary>A QR code as one path of a picture, to be drawn in the page itself: no request, no script.</summary>
public sealed record QrPicture(int Modules, string Path)
{
    public static QrPicture Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            // A run of dark modules is one rectangle.
            for (var x = 0; x < rows.Count; x++)
            {
                var start = x;
                while (x < rows.Count && rows[y][x])
                    x++;
                if (x > start)
                    path.Append('M').Append(start).Append(' ').Append(y).Append('h').Append(x - start).Append("v1h-").Append(x - start).Append('z');
            }
        }

        return new(rows.Count, path.ToString());
    }
}

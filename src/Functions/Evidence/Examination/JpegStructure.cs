using System.Buffers.Binary;

namespace TitleCertification.Functions.Evidence.Examination;

/// <summary>What a JPEG announces before it is decoded: a progressive one is kept whole in memory while decoding, and every scan goes over the whole image.</summary>
public static class JpegStructure
{
    /// <summary>Cameras write 1, programs up to some 15. Thousands of scans in a small file keep a decoder busy for minutes.</summary>
    public const int MostScans = 64;

    /// <returns>Null when the markers cannot be followed.</returns>
    public static (bool Progressive, int Scans)? Read(ReadOnlySpan<byte> jpeg)
    {
        var (progressive, scans, at) = (false, 0, 2);
        while (at + 4 <= jpeg.Length)
        {
            if (jpeg[at] != 0xFF)
                return null;
            var marker = jpeg[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == 0xD9)
                return (progressive, scans);
            if (marker is 0x01 or >= 0xD0 and <= 0xD7)
            {
                at += 2;
                continue;
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (marker is 0xC2 or 0xC6 or 0xCA or 0xCE)
                progressive = true;
            if (marker != 0xDA)
                continue;
            scans++;
            at = EndOfScan(jpeg, at);
        }

        // Cut off: the decoder has the last word on that.
        return (progressive, scans);
    }

    // Entropy-coded data end at a marker that is neither a stuffed zero nor a restart.
    private static int EndOfScan(ReadOnlySpan<byte> jpeg, int at)
    {
        while (at + 1 < jpeg.Length)
        {
            var next = jpeg[at..].IndexOf((byte)0xFF);
            if (next < 0)
                break;
            at += next;
            if (at + 1 >= jpeg.Length)
                break;
            if (jpeg[at + 1] is not (0 or >= 0xD0 and <= 0xD7))
                return at;
            at += 2;
        }

        return jpeg.Length;
    }
}

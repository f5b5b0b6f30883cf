using System.Buffers;
using System.Text;

namespace TitleCertification.Functions.Pages;

/// <summary>Text as UTF-8 in one borrowed piece of memory, which goes back when this is disposed of.</summary>
internal sealed class Utf8Writer : TextWriter
{
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int length;

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Good until the next call.</summary>
    public ReadOnlyMemory<byte> Written => buffer.AsMemory(0, length);

    public override void Write(char value)
    {
        // What the renderer writes letter by letter is markup.
        if (value < 0x80 && length < buffer.Length)
            buffer[length++] = (byte)value;
        else
            Write([value]);
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <remarks>A pair of surrogates comes in one call, as the renderer and the encoder give it.</remarks>
    public override void Write(ReadOnlySpan<char> value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (buffer.Length - length < most)
            Grow(length + most);
        length += Encoding.UTF8.GetBytes(value, buffer.AsSpan(length));
    }

    protected override void Dispose(bool disposing)
    {
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        base.Dispose(disposing);
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, buffer.Length * 2));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}

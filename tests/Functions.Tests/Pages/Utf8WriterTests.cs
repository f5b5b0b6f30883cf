using System.Text;
using TitleCertification.Functions.Pages;

namespace TitleCertification.Functions.Tests.Pages;

public sealed class Utf8WriterTests
{
    [Fact]
    public void Write_PiecesOfEveryKind_AreTheTextInUtf8()
    {
        using var writer = new Utf8Writer();

        writer.Write('<');
        writer.Write('ộ');
        writer.Write("Gia đình học tập 🎓");
        writer.Write((string?)null);
        writer.Write(['x', 'Ư', 'y'], 1, 1);
        writer.Write("ờ>".AsSpan());

        Assert.Equal("<ộGia đình học tập 🎓Ườ>", Encoding.UTF8.GetString(writer.Written.Span));
    }

    [Fact]
    public void Write_MoreThanItBegunWith_KeepsAll()
    {
        using var writer = new Utf8Writer();
        var expected = new StringBuilder();

        for (var i = 0; i < 20_000; i++)
        {
            writer.Write((char)('a' + (i % 26)));
            writer.Write($"{i} là số");
            expected.Append((char)('a' + (i % 26))).Append(i).Append(" là số");
        }

        writer.Write(new string('ệ', 300_000));
        Assert.Equal(expected.Append('ệ', 300_000).ToString(), Encoding.UTF8.GetString(writer.Written.Span));
    }
}

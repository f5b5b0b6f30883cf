namespace TitleCertification.Domain.Text;

/// <summary>
/// The 132 composed letters of Vietnamese (đ stands apart, it does not decompose), generated from the twelve vowels and the five tones. The app runs with
/// InvariantGlobalization, where <see cref="string.Normalize()"/> returns its input unchanged without saying so: composing and folding must not depend on it.
/// </summary>
internal static class VietnameseLetters
{
    private const char Grave = '\u0300', HookAbove = '\u0309', Tilde = '\u0303', Acute = '\u0301', DotBelow = '\u0323';
    private const char Circumflex = '\u0302', Breve = '\u0306', Horn = '\u031B';

    // Each row: the letter, then with huyền, hỏi, ngã, sắc, nặng.
    private static readonly string[] Rows =
        ["aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ"];

    private static readonly char[] Tones = [Grave, HookAbove, Tilde, Acute, DotBelow];
    private const string TelexTones = "frxsj";

    private static readonly (char Letter, char Plain, char Mark, string Telex)[] Shapes =
    [
        ('ă', 'a', Breve, "aw"), ('â', 'a', Circumflex, "aa"), ('ê', 'e', Circumflex, "ee"),
        ('ô', 'o', Circumflex, "oo"), ('ơ', 'o', Horn, "ow"), ('ư', 'u', Horn, "uw"),
    ];

    /// <summary>Canonical composition: a letter and one mark to the composed letter.</summary>
    internal static readonly Dictionary<(char Letter, char Mark), char> Compositions = new(Compose());

    /// <summary>Full canonical decomposition of every composed letter, marks in canonical order.</summary>
    internal static readonly Dictionary<char, string> Decompositions = new(Decompose());

    /// <summary>How a letter and its tone are typed in Telex, the input method everybody in Viet Nam knows: "ợ" is "ow" and "j".</summary>
    internal static readonly Dictionary<char, (string Letter, string Tone)> Telex = new(SpellTelex());

    internal static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F';

    /// <summary>Canonical combining class of the marks Vietnamese uses; the others of the block are taken as marks above.</summary>
    internal static int Order(char mark) => mark switch { Horn => 216, DotBelow => 220, _ => 230 };

    /// <summary>U+0340 and U+0341 are canonical twins of the grave and acute accents, written by old Vietnamese keyboards.</summary>
    internal static char Canonical(char mark) => mark switch { '\u0340' => Grave, '\u0341' => Acute, _ => mark };

    private static IEnumerable<KeyValuePair<(char, char), char>> Compose()
    {
        foreach (var (letter, plain, mark, _) in Shapes)
            foreach (var pair in BothCases(plain, mark, letter))
                yield return pair;
        foreach (var row in Rows)
            for (var tone = 0; tone < Tones.Length; tone++)
            {
                // In Unicode ậ ặ ệ ộ are the dotted letter plus the shape, because the dot sorts before circumflex and breve; ợ ự are the horned letter
                // plus the dot.
                var shape = Shapes.FirstOrDefault(s => s.Letter == row[0]);
                var dotted = Tones[tone] == DotBelow && shape.Mark is (Circumflex or Breve);
                var pairs = dotted
                    ? BothCases(Rows.First(r => r[0] == shape.Plain)[tone + 1], shape.Mark, row[tone + 1])
                    : BothCases(row[0], Tones[tone], row[tone + 1]);
                foreach (var pair in pairs)
                    yield return pair;
            }
    }

    private static IEnumerable<KeyValuePair<(char, char), char>> BothCases(char letter, char mark, char composed) =>
    [
        new((letter, mark), composed),
        new((char.ToUpperInvariant(letter), mark), char.ToUpperInvariant(composed)),
    ];

    private static IEnumerable<KeyValuePair<char, string>> Decompose()
    {
        var direct = Compositions.ToDictionary(pair => pair.Value, pair => pair.Key);
        foreach (var composed in direct.Keys)
        {
            var (letter, marks) = (composed, "");
            while (direct.TryGetValue(letter, out var step))
                (letter, marks) = (step.Letter, step.Mark + marks);
            yield return new(composed, letter + marks);
        }
    }

    private static IEnumerable<KeyValuePair<char, (string, string)>> SpellTelex()
    {
        yield return new('đ', ("dd", ""));
        foreach (var row in Rows)
        {
            var letter = Shapes.FirstOrDefault(s => s.Letter == row[0]).Telex ?? row[..1];
            yield return new(row[0], (letter, ""));
            for (var tone = 0; tone < Tones.Length; tone++)
                yield return new(row[tone + 1], (letter, TelexTones[tone..(tone + 1)]));
        }
    }
}

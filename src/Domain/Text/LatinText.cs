using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace TitleCertification.Domain.Text;

/// <summary>
/// One spelling for one name: letters composed as in NFC. <see cref="string.Normalize()"/> cannot be used, because without ICU (invariant
/// globalization) it returns its input unchanged, and "Hiền" typed on a Mac would then differ from "Hiền" typed on Windows.
/// </summary>
public static class LatinText
{
    // One line a combining mark: its canonical combining class, then base letter and composed letter in turn (Unicode 15; Latin-1,
    // Latin Extended-A and the Vietnamese block, which is what a keyboard for Vietnamese or a minority language of Viet Nam produces).
    private static readonly (char Mark, byte Class, string Pairs)[] Letters =
    [
        ('\u0300', 230, "AÀEÈIÌOÒUÙaàeèiìoòuùÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ"),
        ('\u0301', 230, "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ"),
        ('\u0302', 230, "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷẠẬạậẸỆẹệỌỘọộ"),
        ('\u0303', 230, "AÃNÑOÕaãnñoõIĨiĩUŨuũÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"),
        ('\u0304', 230, "AĀaāEĒeēIĪiīOŌoōUŪuū"),
        ('\u0306', 230, "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭẠẶạặ"),
        ('\u0307', 230, "CĊcċEĖeėGĠgġIİZŻzż"),
        ('\u0308', 230, "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸ"),
        ('\u0309', 230, "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"),
        ('\u030A', 230, "AÅaåUŮuů"),
        ('\u030B', 230, "OŐoőUŰuű"),
        ('\u030C', 230, "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzž"),
        ('\u031B', 216, "OƠoơUƯuư"),
        ('\u0323', 220, "AẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ"),
        ('\u0327', 202, "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţ"),
        ('\u0328', 202, "AĄaąEĘeęIĮiįUŲuų"),
    ];

    private static readonly FrozenDictionary<char, byte> Classes = Letters.ToFrozenDictionary(l => l.Mark, l => l.Class);

    private static readonly FrozenDictionary<(char Base, char Mark), char> Composed = Letters
        .SelectMany(l => l.Pairs.Chunk(2).Select(pair => KeyValuePair.Create((pair[0], l.Mark), pair[1])))
        .ToFrozenDictionary();

    private static readonly FrozenDictionary<char, (char Base, char Mark)> Decomposed = Composed.ToFrozenDictionary(c => c.Value, c => c.Key);

    /// <summary>The text with every letter composed as far as it goes. Marks that fit no letter stay, in canonical order.</summary>
    public static string Compose(string text)
    {
        if (!text.Any(Classes.ContainsKey))
            return text;

        var result = new StringBuilder(text.Length);
        var marks = new List<char>();
        for (var i = 0; i < text.Length;)
        {
            marks.Clear();
            var letter = Decompose(text[i++], marks);
            for (; i < text.Length && Classes.ContainsKey(text[i]); i++)
                marks.Add(text[i]);
            Recompose(letter, marks, result);
        }

        return result.ToString();
    }

    /// <summary>One line of composed text: runs of white space and control characters become one space, invisible format characters go.</summary>
    public static string SingleLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                line.Append(c);
            }
        }

        return Compose(line.ToString().TrimEnd());
    }

    private static char Decompose(char letter, List<char> marks)
    {
        while (Decomposed.TryGetValue(letter, out var parts))
        {
            marks.Insert(0, parts.Mark);
            letter = parts.Base;
        }

        return letter;
    }

    private static void Recompose(char letter, List<char> marks, StringBuilder result)
    {
        var position = result.Length;
        var blocked = -1;
        // Stable: marks of one class keep their order, and one that was not taken blocks the others of its class.
        foreach (var mark in marks.OrderBy(m => Classes[m]))
        {
            if (Classes[mark] != blocked && Composed.TryGetValue((letter, mark), out var composed))
            {
                letter = composed;
            }
            else
            {
                result.Append(mark);
                blocked = Classes[mark];
            }
        }

        result.Insert(position, letter);
    }
}

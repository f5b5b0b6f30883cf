"""Reduces one face to what a certificate can print: subset.py <source.ttf> <target.ttf>

Unhinted, without layout tables: the renderer sets text by glyph and pair kerning, and every table that stays is paid for again in each PDF.
Lining figures become the default figures, GPOS kerning is flattened into one format 0 'kern' table (outside the PDF subset, so free there).
One character per glyph: text must come out of the PDF as it went in, so a glyph may not stand for two characters.
"""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴĐ"
)
ASCII = "".join(map(chr, range(0x20, 0x7F)))
PUNCTUATION = "«»°±·×…–—‘’‚“”„•′″№§"
# Names from elsewhere: Latin-1 and Latin Extended-A (minority languages of Viet Nam write ĕ ĭ ŏ ŭ č ñ too).
OTHER = "".join(chr(c) for c in (*range(0xC0, 0x100), *range(0x100, 0x180)) if c not in (0xD7, 0xF7))
KERNED = set(ASCII + VIETNAMESE + "–—‘’“”…")
LEAST_KERN = 10  # thousandths of an em: below that nobody sees it


def lining_figures(font):
    """Maps the digits to the lining figures of feature lnum: old-style figures dance in numbers and dates."""
    mapping = {}
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "lnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    mapping.update(getattr(table, "ExtSubTable", table).mapping)
    for cmap in font["cmap"].tables:
        for character in map(ord, "0123456789"):
            name = cmap.cmap.get(character)
            if name in mapping:
                cmap.cmap[character] = mapping[name]


def kerning(font, glyphs):
    """Every pair of the given glyphs with its horizontal adjustment, as GPOS would apply it to Latin text."""
    gpos = font["GPOS"].table
    indices = sorted({i for r in gpos.FeatureList.FeatureRecord if r.FeatureTag == "kern" for i in r.Feature.LookupListIndex})
    pairs = {}
    for index in indices:
        lookup = {}
        for table in gpos.LookupList.Lookup[index].SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2:
                continue
            covered = dict.fromkeys(table.Coverage.glyphs)
            for position, first in enumerate(table.Coverage.glyphs):
                if first not in glyphs or table.Format != 1:
                    continue
                for record in table.PairSet[position].PairValueRecord:
                    if record.SecondGlyph in glyphs:
                        lookup.setdefault((first, record.SecondGlyph), advance(record.Value1))
            if table.Format == 2:
                for first in (g for g in glyphs if g in covered):
                    row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
                    for second in glyphs:
                        # A class table that covers the first glyph ends the lookup for it, also where the value is zero.
                        lookup.setdefault((first, second), advance(row[table.ClassDef2.classDefs.get(second, 0)].Value1))
        for pair, value in lookup.items():
            pairs[pair] = pairs.get(pair, 0) + value
    return {pair: value for pair, value in pairs.items() if abs(value) >= LEAST_KERN}


def advance(value):
    return getattr(value, "XAdvance", 0) if value else 0


def main(source, target):
    font = TTFont(source, recalcTimestamp=False)
    lining_figures(font)
    wanted = {ord(c) for c in ASCII + VIETNAMESE + PUNCTUATION + OTHER}
    cmap = font.getBestCmap()
    lost = sorted(set(map(ord, ASCII + VIETNAMESE)) - cmap.keys())
    if lost:
        sys.exit(f"{source} lacks {', '.join(f'U+{c:04X}' for c in lost)}")
    pairs = kerning(font, {cmap[ord(c)] for c in KERNED if ord(c) in cmap})

    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "gasp"]
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.glyph_names = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.canonical_order = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)

    # One character per glyph: keep the first of those that share one.
    owners = {}
    for character in sorted(wanted & cmap.keys()):
        owners.setdefault(cmap[character], character)
    for table in font["cmap"].tables:
        table.cmap = {c: g for c, g in table.cmap.items() if owners.get(g) == c}
    doubled = [c for c in map(ord, ASCII + VIETNAMESE) if c not in owners.values()]
    if doubled:
        sys.exit(f"{source} draws {', '.join(f'U+{c:04X}' for c in doubled)} with the glyph of another character")
    subsetter.subset(font)

    table = KernTable_format_0(apple=False)
    table.coverage, table.kernTable = 1, pairs
    font["kern"] = newTable("kern")
    font["kern"].version, font["kern"].kernTables = 0, [table]
    font.save(target)
    print(f"{target}: {len(font.getGlyphOrder())} glyphs, {len(font.getBestCmap())} characters, {len(pairs)} kerning pairs")


main(*sys.argv[1:])

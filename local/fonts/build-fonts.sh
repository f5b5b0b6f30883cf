#!/bin/sh
# Builds the three faces that certificates are set in, from the Debian package fonts-vollkorn (SIL Open Font License 1.1), and the licence
# text beside them. Needs Debian or Ubuntu with fonts-vollkorn and fonttools; run again only to change the repertoire. Why a subset: ADR 0040.
set -eu
cd "$(dirname "$0")/../.."
for package in fonts-vollkorn fonttools; do
    dpkg -s "$package" >/dev/null 2>&1 || { echo "The package $package is missing: apt-get install $package" >&2; exit 1; }
done
target=src/Functions/Certificates/Fonts
mkdir -p "$target"
for face in Regular Italic SemiBold; do
    /usr/bin/python3 local/fonts/subset.py "/usr/share/fonts/truetype/vollkorn/Vollkorn-$face.ttf" "$target/Certificate-$face.ttf"
done
sed -n '/SIL OPEN FONT LICENSE Version 1.1/,$p' /usr/share/doc/fonts-vollkorn/copyright | sed 's/^ \.$//; s/^ //' \
    | sed '/^Files:/,$d; /^-----/d' > "$target/body"
{
    echo 'Copyright 2018 The Vollkorn Project Authors (https://github.com/FAlthausen/Vollkorn-Typeface)'
    echo
    echo 'This Font Software is licensed under the SIL Open Font License, Version 1.1.'
    echo 'Modified: reduced to the characters of certificates, hinting and layout tables removed, lining figures as default (local/fonts/).'
    echo
    cat "$target/body"
} > "$target/OFL.txt"
rm "$target/body"
ls -l "$target"

#!/usr/bin/env bash
# Writes Sources/lectern/Link/start.order: what a start touches, in the order in which it does, a
# symbol for every section of an object file. The linker lays these side by side, so that the kernel
# maps a few dozen pages of the program at a start and not a hundred more. Names that are gone do no
# harm, so it needs doing again only when the start has become slower. Takes three minutes; needs
# valgrind.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

swift build -c release --static-swift-stdlib --disable-local-rpath --product lectern \
  -Xlinker "-Map=$work/map"

# Every address that the lecture touches while it stands on a terminal for a minute, and when first.
mkfifo "$work/accesses"
TERM=xterm-256color timeout -s TERM 60 script -qc "stty rows 24 cols 80
  valgrind --tool=lackey --trace-mem=yes --log-fd=9 .build/release/lectern slides/lecture.md \
    9>$work/accesses" /dev/null >/dev/null 2>&1 &
awk '/^ *[ILSM] / {
  sub(/,.*/, "", $2)
  if (length($2) <= 8 && !($2 in seen)) { seen[$2]; print $2, 2, NR }
}' "$work/accesses" >"$work/touched"

# Where every part of the code and of what is written to begins, and the first symbol in it. (What is
# only read is mapped a good many pages at a time, and some of it is searched from end to end.)
awk '$5 ~ /:\(/ { place = $1; next }
  NF == 5 && $5 ~ /^\.[a-z]/ { section = $5; print $1, 1, "-" }
  NF == 5 && place != "" && section ~ /^\.(text|data|bss)$/ { print place, 1, $5; place = "" }
' "$work/map" >"$work/parts"

# Whatever is touched belongs to the part that begins before it.
cat "$work/parts" "$work/touched" |
  awk '{ printf "%s%s %s %s\n", substr("00000000", length($1) + 1), $1, $2, $3 }' |
  sort -s -k1,2 |
  awk '$2 == 1 { part = $3; next } part != "-" { print $3, part }' |
  sort -n | awk '!seen[$2]++ { print $2 }' >Sources/lectern/Link/start.order
wc -l Sources/lectern/Link/start.order

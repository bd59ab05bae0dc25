#!/usr/bin/env bash
# Fuzzes every target (or those named behind the seconds) for so many seconds each, 20 unless told,
# under AddressSanitizer. What it finds lies in .build-fuzz/findings, one file a finding:
#   .build-fuzz/debug/lectern-fuzz FILE   with LECTERN_FUZZ=TARGET does it again.
# What it learns stays in .build-fuzz/corpus; the seeds beside this script are only read.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-20}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || for seed in Tests/Fuzzing/Corpus/*/; do targets+=("$(basename "$seed")"); done

# For a short run optimising would take longer than it saves.
speed=-Onone
[ "$seconds" -le 60 ] || speed=-O
swift build --sanitize=fuzzer --scratch-path .build-fuzz --product lectern-fuzz \
  -Xswiftc $speed -Xswiftc -DFUZZING -Xswiftc -sanitize=fuzzer,address -Xswiftc -Xclang-linker -Xswiftc -fuse-ld=lld

export SWIFT_BACKTRACE=enable=no seconds
fuzz() {
  mkdir -p ".build-fuzz/corpus/$1" .build-fuzz/findings
  # A deck of 16 KiB holds every way to nest and to mix; what is longer is only slower.
  LECTERN_FUZZ=$1 .build-fuzz/debug/lectern-fuzz \
    ".build-fuzz/corpus/$1" "Tests/Fuzzing/Corpus/$1" \
    -max_total_time="$seconds" -max_len=16384 -timeout=10 -rss_limit_mb=2048 -use_value_profile=1 \
    -verbosity=1 -print_final_stats=1 -artifact_prefix=".build-fuzz/findings/$1-" \
    2>&1 | grep -E 'ERROR|SUMMARY|Fatal error|stat::number_of_executed_units|stat::average_exec' \
    | sed "s/^/$1: /" || true
}
export -f fuzz
# As many at once as there are processors.
printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I {} bash -c 'fuzz {}'

failed=()
for target in "${targets[@]}"; do
  if ls .build-fuzz/findings | grep -q "^$target-"; then failed+=("$target"); fi
done
[ ${#failed[@]} -eq 0 ] || { echo "findings: ${failed[*]}, in .build-fuzz/findings"; exit 1; }

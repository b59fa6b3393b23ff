# ./covet conformance: runs every step in scripts/conformance, in order of their names.

covet_conformance() {
  local step ran=0
  maven verify -DskipTests -pl covet-test,examples/heroes,examples/tasks -am || exit 1 # the steps start apps of its tests
  for step in "$root"/scripts/conformance/*; do
    [ -f "$step" ] && [ -x "$step" ] || continue
    say "covet: conformance: ${step##*/}"
    "$step" || fail "conformance: ${step##*/} failed"
    ran=$((ran + 1))
  done
  say "covet: conformance: $ran steps passed"
}

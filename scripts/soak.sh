# ./covet soak NAME: the long run scripts/soak/NAME.sh, which may use maven, build_if_changed and run_benchmark.

covet_soak() {
  local name="${1:-}" known
  known="$(cd "$root/scripts/soak" 2>/dev/null && ls | sed 's/\.sh$//' | tr '\n' ' ')" || true
  [ -n "$name" ] || fail "soak needs a name; there are: ${known:-none yet}"
  [ -f "$root/scripts/soak/$name.sh" ] || fail "no soak \"$name\"; there are: ${known:-none yet}"
  shift
  . "$root/scripts/run.sh"
  cd "$root"
  . "$root/scripts/soak/$name.sh"
}

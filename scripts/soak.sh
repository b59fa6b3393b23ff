# ./covet soak NAME: the long run scripts/soak/NAME.sh, which may use maven, build_if_changed and run_benchmark. Without a name: what there is.

covet_soak() {
  local name="${1:-}" each
  if [ ! -f "$root/scripts/soak/$name.sh" ]; then
    for each in "$root"/scripts/soak/*.sh; do say "$(sed -n '1s/^# //p' "$each")"; done
    [ -z "$name" ] || fail "no soak \"$name\""
    fail "soak needs a name"
  fi
  shift
  . "$root/scripts/run.sh"
  cd "$root"
  . "$root/scripts/soak/$name.sh"
}

# Starts the example with settings, and compares what is asked of it with what it should be. Sourced by steps of conformance that
# know $root, and $built if that is not where the example was built; they are in a folder of their own then, $work, and the
# example ends with them.

say() { printf '%s\n' "covet: $*" >&2; }

work="$(mktemp -d)"
service=
trap 'stop; rm -rf "$work"' EXIT
cd "$work"
checks=0

stop() {
  [ -z "$service" ] || { kill "$service" 2>/dev/null && wait "$service" 2>/dev/null; } || true
  service=
}

fail() {
  say "$*"
  tail -50 "$work/log" >&2
  exit 1
}

# Starts the example with further settings, and waits until it says where it listens.
start() {
  stop
  env COVET_MODE=development HOST=127.0.0.1 PORT=0 DATABASE_URL=sqlite:heroes.db "$@" \
    "$JAVA_HOME/bin/java" -jar "${built:-$root}/examples/heroes/target/heroes.jar" >"$work/log" 2>&1 &
  service=$!
  await_start "$@"
}

# Waits until what was started as $service says where it listens.
await_start() {
  for _ in $(seq 1 600); do
    ! grep -q '^Running in' "$work/log" || break
    kill -0 "$service" 2>/dev/null || fail "it does not start: $*"
    sleep 0.1
  done
  port="$(sed -n 's,^https\{0\,1\}://[^:]*:\([0-9]*\)/.*,\1,p' "$work/log" | head -1)"
}

# Compares what a command prints with what it should.
check() {
  local what="$1" want="$2" got
  shift 2
  got="$("$@" 2>&1)" || true
  case "$got" in
    *"$want"*) checks=$((checks + 1)) ;;
    *) fail "$what: no \"$want\" in: $got" ;;
  esac
}

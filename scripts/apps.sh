# Starts apps, to try them out as they run. Sourced, with the folder $work for what they say and store.

apps=()

# Starts an app called $1 with these options of Java, on a free port and in development mode; its address is in $url.
start_app() {
  local out="$work/$1" docs=
  local database="sqlite:$work/$1.db"
  shift
  COVET_MODE=development DATABASE_URL="$database" PORT=0 "$JAVA_HOME/bin/java" "$@" >"$out" 2>&1 &
  apps+=($!)
  for _ in $(seq 1 600); do
    docs="$(grep -m1 -o 'https\{0,1\}://[^ ]*/docs' "$out" || true)"
    [ -z "$docs" ] || break
    sleep 0.1
  done
  [ -n "$docs" ] || { cat "$out" >&2 && echo "covet: an app did not start" >&2 && exit 1; }
  url="${docs%/docs}"
}

stop_apps() { kill "${apps[@]}" 2>/dev/null || true; }

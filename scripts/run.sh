# ./covet run [NAME] [ARG...]

covet_run() {
  local name="${services%% *}"
  case "${1:-}" in
    "" | -*) ;;
    *) name="$1" && shift ;;
  esac
  case " $services bench raw " in
    *" $name "*) ;;
    *) fail "no service \"$name\"; there are: $services bench raw" ;;
  esac
  cd "$root"
  mkdir -p data
  case "$name" in
    bench) run_benchmark dev.covet.benchmarks.LoadTarget "$@" ;;
    raw) run_benchmark dev.covet.benchmarks.RawNetty "$@" ;;
    *) run_example "$name" "$@" ;;
  esac
}

# Starts an example in development mode, with SQLite in ./data.
run_example() {
  local name="$1" && shift
  build_if_changed "examples/$name"
  export COVET_MODE="${COVET_MODE:-development}" DATABASE_URL="${DATABASE_URL:-sqlite:data/$name.db}"
  # shellcheck disable=SC2086 # several options in one variable
  exec "$JAVA_HOME/bin/java" ${JAVA_OPTS:-} -jar "examples/$name/target/$name.jar" "$@"
}

# Starts a main class of the benchmarks, in production mode unless told otherwise.
run_benchmark() {
  local main="$1" && shift
  build_if_changed benchmarks
  # shellcheck disable=SC2086
  exec "$JAVA_HOME/bin/java" ${JAVA_OPTS:-} -cp "$(benchmark_path)" $(benchmark_options) "$main" "$@"
}

benchmark_path() { printf '%s' "benchmarks/target/covet-benchmarks.jar:benchmarks/target/lib/*"; }

benchmark_options() {
  printf '%s' "--add-opens=java.base/java.lang=ALL-UNNAMED --enable-native-access=ALL-UNNAMED"
}

# ./covet soak fuzz [MINUTES] [PLACE...]: Jazzer, a fuzzer that is led by coverage, makes bodies, forms, queries, header fields and cookies for
# the app with every kind of thing: MINUTES (5) in all, the places (all of them) one after the other. It begins with the kept corpus; what
# it comes to is kept in .covet/fuzz. With KEEP=yes the smallest inputs that reach as much become the corpus of the tests, but for long ones.
# The first finding ends it: the input is put into that corpus, so that a test fails until it is mended.

jazzer=0.30.0
minutes="${1:-5}"
shift || true
[ $# -gt 0 ] || set -- BODY FORM QUERY HEADER COOKIE
case "$minutes" in *[!0-9]* | "" | 0*) fail "MINUTES is a whole number above 0" ;; esac

fetch_jazzer() { # NAME SHA-256
  local jar="$root/.covet/jazzer/$1-$jazzer.jar"
  if [ ! -f "$jar" ]; then
    say "covet: fetches com.code-intelligence:$1:$jazzer"
    mkdir -p "$root/.covet/jazzer"
    curl -fsSL --retry 3 -o "$jar.part" "https://repo1.maven.org/maven2/com/code-intelligence/$1/$jazzer/$1-$jazzer.jar"
    [ "$(sha256 <"$jar.part")" = "$2" ] || fail "$1-$jazzer.jar is not what it should be"
    mv "$jar.part" "$jar"
  fi
}

maven verify -q -pl covet-test,examples/heroes -am -Dtest=CorpusTest -Dsurefire.failIfNoSpecifiedTests=false || exit 1
fetch_jazzer jazzer 8bdeac017bcd3d9473c9772fac62111c4df830188571def1d001a1b743a62b2f
fetch_jazzer jazzer-api d36a725cfedcb7f3590206866cc2836f84d12afccf7c98912f5c720e4d2208d7

path="covet-test/target/test-classes:covet-test/target/classes:examples/heroes/target/lib/*:.covet/jazzer/jazzer-$jazzer.jar:.covet/jazzer/jazzer-api-$jazzer.jar"

run_jazzer() { # ARGUMENT...
  "$JAVA_HOME/bin/java" -Dcovet.fuzz.place="$place" -Xmx1g --enable-native-access=ALL-UNNAMED -cp "$path" com.code_intelligence.jazzer.Jazzer \
    --target_class=dev.covet.fuzz.Fuzz --instrumentation_includes='dev.covet.**:kinds.**' --custom_hook_excludes='**' --reproducer_path="$work" \
    -max_len=4096 -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 "$@"
}

pack() { # FOLDER: its inputs join the corpus of the tests
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$path" dev.covet.fuzz.Corpus pack "$place" "$1" "$work/packed"
  sort -u "$work/packed" "$file" -o "$file"
}

for place in "$@"; do
  case " BODY FORM QUERY HEADER COOKIE " in *" $place "*) ;; *) fail "no place \"$place\"; there are: BODY FORM QUERY HEADER COOKIE" ;; esac
  work=".covet/fuzz/$place"
  file="covet-test/src/test/resources/dev/covet/fuzz/$(printf '%s' "$place" | tr '[:upper:]' '[:lower:]').txt"
  touch "$file"
  mkdir -p "$work/corpus" "$work/found"
  say "covet: fuzzes $place for $((minutes * 60 / $#)) s"
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$path" dev.covet.fuzz.Corpus unpack "$place" "$work/corpus"
  if ! run_jazzer "$work/corpus" -artifact_prefix="$work/found/" -max_total_time=$((minutes * 60 / $#)) >"$work/log" 2>&1; then
    tail -60 "$work/log" >&2
    pack "$work/found"
    fail "$place: a finding, now in $file; the whole output is in $work/log"
  fi
  grep -E '^(Done|stat::number_of_executed_units|stat::new_units_added)' "$work/log" >&2 || true
  if [ "${KEEP:-}" = yes ]; then
    rm -rf "$work/smallest" && mkdir "$work/smallest"
    run_jazzer -merge=1 "$work/smallest" "$work/corpus" >>"$work/log" 2>&1 || fail "the corpus of $place cannot be made smaller; see $work/log"
    find "$work/smallest" -type f -size +150c -delete
    pack "$work/smallest"
  fi
done

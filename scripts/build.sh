# Calls Maven through the wrapper, and knows whether anything changed. Sourced by ./covet.

# Where the home folder cannot be written, Maven and its repository live in .covet/ of this clone.
use_home() {
  if [ -z "${HOME:-}" ] || ! mkdir -p "$HOME/.m2" 2>/dev/null || [ ! -w "$HOME/.m2" ]; then
    export HOME="$root/.covet/home"
    mkdir -p "$HOME/.m2"
    case "${MAVEN_ARGS:-}" in
      *maven.repo.local*) ;;
      *) export MAVEN_ARGS="${MAVEN_ARGS:-} -Dmaven.repo.local=$HOME/.m2/repository" ;;
    esac
  fi
  command -v unzip >/dev/null || export PATH="$root/scripts/without-unzip:$PATH"
}

# Runs Maven in the root; says which module it is at, and everything that went wrong. The whole output is kept.
maven() {
  local log="$root/.covet/maven.log"
  mkdir -p "$root/.covet"
  say "covet: mvnw $*"
  if (cd "$root" && ./mvnw "$@" 2>&1) </dev/null | tee "$log" | maven_lines >&2; then return 0; fi
  say "covet: failed; the whole output is in $log"
  return 1
}

# Keeps the lines of Maven's output that a person waits for.
maven_lines() {
  awk -v root="$root/" '
    /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ { sub(/^\[INFO\] Building /, ""); sub(/ [^ ]*SNAPSHOT */, " "); print "  " $0 }
    /^\[(INFO|WARNING|ERROR)\] Tests run:/ && !/Time elapsed/ { print "    " $0 }
    /^\[(ERROR|WARNING)\] .*\.java:\[/ {
      source = !told[$0]++
      at = index($0, root)
      if (source) print at ? substr($0, 1, at - 1) substr($0, at + length(root)) : $0
      next
    }
    source && /^  / { print; next }
    { source = 0 }
    / -- Time elapsed: .* <<< (FAILURE|ERROR)!$/ && !/Tests run:/ { print; why = 20; next }
    why > 0 && !/^(\tat |\[(INFO|WARNING|ERROR)\])/ { why--; print "    " $0; next }
    { why = 0 }
    /^\[ERROR\] Failed to execute goal .*: Compilation failure/ { said = 1 }
    /^\[ERROR\] (To see the full|Re-run Maven|For more information|\[Help|-> \[Help|After correcting|  mvn <args>|COMPILATION ERROR|$)/ { next }
    /^\[ERROR\]/ && !said && !/Tests run:.*Time elapsed/ { print }
    /^(Exception|Error|Downloading distribution|wget:|curl:|unzip:)/ { print }
    { fflush() }
  '
}

# Builds the module in folder $1 and what it needs, unless nothing has changed since the last time.
build_if_changed() {
  local stamp="$root/$1/target/covet.stamp"
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint "$1")" ]; then return 0; fi
  rm -f "$stamp"
  maven verify -Dmaven.test.skip=true -pl "$1" -am || exit 1
  fingerprint "$1" >"$stamp"
}

# Prints one hash over every file that the program is made from, and over our jars that were made from them.
fingerprint() {
  (
    cd "$root"
    find pom.xml .mvn covet-*/pom.xml covet-*/src/main covet-core/src/test/java/golden "$1/pom.xml" "$1/src/main" -type f -print0 |
      LC_ALL=C sort -z | xargs -0 cksum
    find "$1"/target -maxdepth 2 -name '*.jar' -print0 | LC_ALL=C sort -z | xargs -0 ls -ln
  ) | sha256
}

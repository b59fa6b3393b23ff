# Calls Maven and shows what a person waits for. Part of ./covet, here and in users' projects.

# Makes sure that the folders for what commands make can be written.
use_folder() {
  local folder
  for folder in "$root/.covet" "$root/target"; do
    mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ] ||
      fail "the folder $folder cannot be made or written by $(id -un 2>/dev/null || id -u); $root belongs to $(ls -ld "$root" | awk '{ print $3 }')"
  done
}

# Where the home folder cannot be written, Maven and its repository live in .covet/ here.
use_home() {
  if [ -z "${HOME:-}" ] || ! mkdir -p "$HOME/.m2" 2>/dev/null || [ ! -w "$HOME/.m2" ]; then
    export HOME="$root/.covet/home"
    mkdir -p "$HOME/.m2"
    case "${MAVEN_ARGS:-}" in
      *maven.repo.local*) ;;
      *) export MAVEN_ARGS="${MAVEN_ARGS:-} -Dmaven.repo.local=$HOME/.m2/repository" ;;
    esac
  fi
}

# Says what it runs, and runs it.
maven() {
  say "covet: ${mvn##*/} $*"
  run_maven "$@"
}

# Runs Maven ($mvn) in the root; says which module it is at, and everything that went wrong. The whole output is kept.
run_maven() {
  use_folder
  local log="$root/.covet/maven.log"
  if (cd "$root" && "$mvn" "$@" 2>&1) </dev/null | tee "$log" | maven_lines >&2; then return 0; fi
  say "covet: failed; the whole output is in $log"
  return 1
}

# Keeps the lines of Maven's output that a person waits for.
maven_lines() {
  awk -v root="$root/" '
    /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ { sub(/^\[INFO\] Building /, ""); sub(/ [^ ]*SNAPSHOT */, " "); print "  " $0 }
    /^(\[INFO\] )?Downloading from/ && !loads++ { print "  downloads what is not in the local Maven repository yet" }
    /^\[(INFO|WARNING|ERROR)\] Tests run:/ && !/Time elapsed/ { print "    " $0 }
    /^\[(ERROR|WARNING)\] .*\.java:\[/ {
      source = !told[$0]++
      at = index($0, root)
      if (source) print at ? substr($0, 1, at - 1) substr($0, at + length(root)) : $0
      next
    }
    source && /^  / { print; next }
    { source = 0 }
    /^\[INFO\] Running / { faults = "" }
    / - request_failed / { faults = faults "    " $0 "\n"; cause = 1; next }
    cause { faults = faults "    " $0 "\n"; cause = 0; next }
    / -- Time elapsed: .* <<< (FAILURE|ERROR)!$/ && !/Tests run:/ { print; why = 20; next }
    why > 0 && !/^(\tat |\[(INFO|WARNING|ERROR)\])/ {
      why--
      print "    " $0
      if (/ but was: 500$/) { printf "%s", faults; faults = "" } # what the log says of them
      next
    }
    { why = 0 }
    /^\[ERROR\] Failed to execute goal .*: Compilation failure/ { said = 1 }
    /^\[ERROR\] (To see the full|Re-run Maven|For more information|\[Help|-> \[Help|After correcting|  mvn <args>|COMPILATION ERROR|$)/ { next }
    /^\[ERROR\]/ && !said && !/Tests run:.*Time elapsed/ { print }
    /^(Exception|Error|Downloading distribution|wget:|curl:|unzip:)/ { print }
    { fflush() }
  '
}

# ./covet bench [NAME...] [--native] [OPTION...]

covet_bench() {
  . "$root/scripts/run.sh"
  cd "$root"
  local arguments=()
  while [ $# -gt 0 ]; do
    if [ "$1" = --baseline ] && [ $# -gt 1 ]; then
      build_baseline "$2"
      arguments+=(--baseline "$baseline")
      shift 2
    elif [ "$1" = --native ]; then
      build_profile=native-transport
      shift
    else
      arguments+=("$1")
      shift
    fi
  done
  build_profile='' build_if_changed examples/heroes # its heap is one of the goals
  run_benchmark dev.covet.benchmarks.Bench ${arguments[@]+"${arguments[@]}"}
}

# Builds the load target of commit $1 in .covet/baseline, once; sets baseline to its class path.
build_baseline() {
  local commit folder
  commit="$(git rev-parse --verify --quiet "$1^{commit}")" || fail "no commit \"$1\" in this repository"
  folder="$root/.covet/baseline/$commit"
  if [ ! -f "$folder/covet.built" ]; then
    say "covet: building $commit beside this one"
    rm -rf "$folder"
    mkdir -p "$folder"
    git archive "$commit" | tar -x -C "$folder"
    (root="$folder" && maven verify -Dmaven.test.skip=true -pl benchmarks -am) || exit 1
    touch "$folder/covet.built"
  fi
  baseline="$folder/benchmarks/target/covet-benchmarks.jar:$folder/benchmarks/target/lib/*"
}

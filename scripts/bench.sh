# ./covet bench [NAME]

covet_bench() {
  . "$root/scripts/run.sh"
  cd "$root"
  build_if_changed examples/heroes # its heap is one of the goals
  run_benchmark dev.covet.benchmarks.Bench "$@"
}

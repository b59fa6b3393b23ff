# ./covet bench [NAME]

covet_bench() {
  . "$root/scripts/run.sh"
  cd "$root"
  run_benchmark dev.covet.benchmarks.Bench "$@"
}

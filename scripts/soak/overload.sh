# ./covet soak overload [SECONDS]: 10,000 requests a second for 20 s, whatever becomes of them, to a route that takes 20 ms in a service that has 20
# of them at work at most. Judges the p99 of those that are let in, to the p99 at 0.8 of what the service can do, and how soon the rest gets its 503.

ulimit -n "$(ulimit -H -n)"
run_benchmark dev.covet.benchmarks.Overload "$@"

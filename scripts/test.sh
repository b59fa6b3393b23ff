# ./covet test [--native]

covet_test() {
  case "$*" in
    "") run_tests javac_alone ;;
    --native) native_tests ;;
    *) fail "test takes no arguments but --native; for one test: ./mvnw verify -pl MODULE -am -Dtest=NAME -Dsurefire.failIfNoSpecifiedTests=false" ;;
  esac
}

# Runs the tests that use sockets on each native transport of this system.
native_tests() {
  local transport transports="io_uring epoll"
  [ "$(uname -s)" != Darwin ] || transports=kqueue
  for transport in $transports; do
    run_tests "by_$transport" || fail "sockets by $transport, or not: see above"
    say "covet: that was by $transport"
  done
}

by_io_uring() { socket_tests io_uring "$@"; }

by_epoll() { socket_tests epoll "$@" -Dmaven.test.dependency.excludes=io.netty:netty-transport-native-io_uring; }

by_kqueue() { socket_tests kqueue "$@"; }

# Has Maven run the tests that use sockets; some of them fail unless it is transport $1 that drives these.
socket_tests() {
  local transport="$1"
  shift
  javac_alone "$@" -Pnative-transport -Dcovet.transport="$transport" -pl covet-core,covet-data,covet-test -am \
    "-Dtest=dev.covet.base.loop.*Test,dev.covet.web.server.*Test,dev.covet.app.*Test,dev.covet.data.postgres.*Test,dev.covet.front.*Test" \
    -Dsurefire.failIfNoSpecifiedTests=false
}

# Runs every test, by the function $1 that runs Maven.
run_tests() {
  local begin=$SECONDS result=0
  rm -rf "$root"/*/target/surefire-reports "$root"/examples/*/target/surefire-reports
  "$1" verify --fail-at-end || result=1
  test_summary $((SECONDS - begin)) || result=1
  return $result
}

# Prints the sum of Surefire's reports; a skipped test is a failure, for nobody would ever notice it.
test_summary() {
  find "$root" -path '*/target/surefire-reports/TEST-*.xml' -not -path '*/target/*/target/*' -exec cat {} + |
    awk -v seconds="$1" '
      function number(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0 }
      /<testsuite / { run += number("tests"); failed += number("failures"); broken += number("errors"); skipped += number("skipped") }
      END {
        printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d (%d s)\n", run, failed, broken, skipped, seconds
        exit run == 0 || failed + broken + skipped > 0
      }'
}

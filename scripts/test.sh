# ./covet test [--native]

covet_test() {
  case "$*" in
    "") run_tests javac_alone ;;
    --native) native_tests ;;
    *) fail "test takes no arguments but --native; for one test: ./mvnw verify -pl MODULE -am -Dtest=NAME -Dsurefire.failIfNoSpecifiedTests=false" ;;
  esac
}

# Runs the tests that use sockets on io_uring, and then, without its library, on epoll.
native_tests() {
  run_tests by_io_uring || fail "sockets by io_uring"
  run_tests by_epoll || fail "sockets by epoll"
}

by_io_uring() { javac_alone "$@" -Pnative-transport -pl covet-core,covet-data,covet-test -am $(socket_tests); }

by_epoll() { by_io_uring "$@" -Dmaven.test.dependency.excludes=io.netty:netty-transport-native-io_uring; }

socket_tests() {
  printf '%s' "-Dtest=dev.covet.base.loop.*Test,dev.covet.web.server.*Test,dev.covet.app.*Test,dev.covet.data.postgres.*Test,dev.covet.front.*Test"
  printf '%s' " -Dsurefire.failIfNoSpecifiedTests=false"
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

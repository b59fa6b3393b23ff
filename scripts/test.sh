# ./covet test

covet_test() {
  [ $# -eq 0 ] || fail "test takes no arguments; for one test: ./mvnw verify -pl MODULE -am -Dtest=NAME -Dsurefire.failIfNoSpecifiedTests=false"
  run_tests javac_alone
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

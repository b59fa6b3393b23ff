# ./covet test

covet_test() {
  [ $# -eq 0 ] || fail "test takes no arguments; for one test: ./mvnw verify -pl MODULE -am -Dtest=NAME -Dsurefire.failIfNoSpecifiedTests=false"
  mkdir -p "$root/.covet"
  touch "$root/.covet/tests-alone"
  run_tests -Ptests-alone
}

# Has everything compiled anew, with all checks, if some of it may have been compiled for the tests alone.
forget_tests_alone() {
  [ -e "$root/.covet/tests-alone" ] || return 0
  local module
  for module in "$root"/*/target "$root"/examples/*/target; do
    rm -rf "$module/classes" "$module/test-classes" "$module/maven-status"
  done
  rm -f "$root/.covet/tests-alone"
}

# Runs every test, with these options of Maven.
run_tests() {
  local begin=$SECONDS result=0
  rm -rf "$root"/*/target/surefire-reports "$root"/examples/*/target/surefire-reports
  maven verify --fail-at-end "$@" || result=1
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

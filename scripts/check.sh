# ./covet check

covet_check() {
  [ $# -eq 0 ] || fail "check takes no arguments"
  . "$root/scripts/test.sh"
  maven spotless:check || fail "some files are not formatted: ./mvnw spotless:apply"
  forget_javac_alone
  run_tests maven
}

# ./covet docs: the Javadoc of the public packages, by the test that keeps it free of warnings.

covet_docs() {
  [ $# -eq 0 ] || fail "docs takes no arguments"
  maven verify -pl covet-test -am -Dtest=JavadocTest -Dsurefire.failIfNoSpecifiedTests=false || exit 1
  echo "$root/covet-test/target/javadoc/index.html"
}

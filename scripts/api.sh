# ./covet api

covet_api() {
  maven verify -pl covet-test -am -Dtest=ApiListingTest -Dsurefire.failIfNoSpecifiedTests=false -Dapi.accept=true
  (cd "$root" && git --no-pager diff --stat -- api) || true
}

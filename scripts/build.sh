# Knows whether anything changed since it was built. Sourced by ./covet.

# Builds the module in folder $1 and what it needs, unless nothing has changed since the last time; with the profile
# $build_profile, if there is one.
build_if_changed() {
  local stamp="$root/$1/target/covet.stamp" profile="${build_profile:-}"
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint "$1")$profile" ]; then return 0; fi
  rm -f "$stamp"
  javac_alone verify -Dmaven.test.skip=true -pl "$1" -am ${profile:+"-P$profile"} || exit 1
  printf '%s' "$(fingerprint "$1")$profile" >"$stamp"
}

# Runs Maven without Error Prone, which takes four fifths of each compilation and which ./covet check has.
javac_alone() {
  use_folder
  touch "$root/.covet/javac-alone"
  maven "$@" -Pjavac-alone
}

# Has everything compiled anew, with all checks, if some of it may have been compiled by javac alone.
forget_javac_alone() {
  [ -e "$root/.covet/javac-alone" ] || return 0
  local module
  for module in "$root"/*/target "$root"/examples/*/target; do
    rm -rf "$module/classes" "$module/test-classes" "$module/maven-status"
  done
  rm -f "$root/.covet/javac-alone"
}

# Prints one hash over every file that the program is made from, and over our jars that were made from them.
fingerprint() {
  (
    cd "$root"
    find pom.xml .mvn covet-*/pom.xml covet-*/src/main covet-core/src/test/java/golden examples/tasks/pom.xml \
      examples/tasks/src/main "$1/pom.xml" "$1/src/main" -type f -print0 |
      LC_ALL=C sort -z | xargs -0 cksum
    find "$1"/target -maxdepth 2 -name '*.jar' -print0 | LC_ALL=C sort -z | xargs -0 ls -ln
  ) | sha256
}

# ./covet new DIR: Covet is not on Maven Central yet, so projects find it in the local repository.

covet_new() {
  local name="${1:-}"
  name="${name%/}"
  if [ $# -ne 1 ] || ! printf '%s' "${name##*/}" | grep -Eq '^[a-z][a-z0-9_]*$'; then
    fail "give it one name, in lower-case letters, digits and _, since it is the Java package, too: ./covet new shop"
  fi
  [ ! -e "$1" ] || [ -z "$(ls -A "$1" 2>/dev/null)" ] || fail "$1 is there already, and not empty"
  say "covet: installs Covet into the local Maven repository first, without its tests"
  javac_alone install -Dmaven.test.skip=true -pl covet-app,covet-idempotency,covet-compress,covet-test,covet-processor,covet-cli,covet-maven-plugin -am || exit 1
  exec "$JAVA_HOME/bin/java" -cp "$root/covet-cli/target/classes:$root/covet-core/target/classes" dev.covet.cli.Cli new "$@"
}

# ./covet new DIR: Covet is not on Maven Central yet, so projects find it in the local repository.

covet_new() {
  say "covet: installs Covet into the local Maven repository first, without its tests"
  maven install -Dmaven.test.skip=true -pl covet-app,covet-data,covet-test,covet-processor,covet-cli,covet-maven-plugin -am || exit 1
  exec "$JAVA_HOME/bin/java" -cp "$root/covet-cli/target/classes:$root/covet-core/target/classes" dev.covet.cli.Cli new "$@"
}

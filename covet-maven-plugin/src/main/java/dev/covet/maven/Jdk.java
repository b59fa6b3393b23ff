package dev.covet.maven;

import java.io.File;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/** Finds the JDK that apps run on; Maven itself may run on an older one. */
final class Jdk {
  private final MavenSession session;
  private final ToolchainManager toolchains;

  @Inject
  Jdk(MavenSession session, ToolchainManager toolchains) {
    this.session = session;
    this.toolchains = toolchains;
  }

  /**
   * The path of its {@code java}.
   *
   * @throws MojoFailureException if there is none, with what to do
   */
  String java() throws MojoFailureException {
    var version = Runtime.version().feature();
    return chosen()
        .or(() -> version == 25 ? Optional.of(javaOf(System.getProperty("java.home"))) : known())
        .orElseThrow(() ->
            new MojoFailureException(
                "Covet needs a JDK 25, and Maven runs on Java "
                    + version
                    + ". Set JAVA_HOME to a JDK 25, or name one in ~/.m2/toolchains.xml."));
  }

  /** The one that the build has selected. */
  private Optional<String> chosen() {
    return Stream.ofNullable(toolchains.getToolchainFromBuildContext("jdk", session))
        .flatMap(Jdk::javaOf)
        .findFirst();
  }

  private Optional<String> known() {
    return toolchains.getToolchains(session, "jdk", Map.of("version", "[25,26)")).stream()
        .flatMap(Jdk::javaOf)
        .findFirst();
  }

  private static Stream<String> javaOf(Toolchain toolchain) {
    return Stream.ofNullable(toolchain.findTool("java"));
  }

  private static String javaOf(String home) {
    return String.join(File.separator, Objects.requireNonNull(home), "bin", "java");
  }
}

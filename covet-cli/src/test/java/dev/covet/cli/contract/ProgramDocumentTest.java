package dev.covet.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.cli.document.ContractFailure;
import dev.covet.cli.document.ProgramDocument;
import dev.covet.cli.project.Project;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramDocumentTest {
  private static final int SECONDS_MAX = 60;

  @TempDir Path folder;

  @Test
  void aProgramThatDoesNotEndIsEnded() throws IOException {
    var project =
        CompiledProject.main(folder, "new java.util.concurrent.CountDownLatch(1).await();");
    var program = new ProgramDocument(project, Duration.ofSeconds(1));

    assertThatThrownBy(() -> program.write(folder.resolve("now.json")))
        .isInstanceOf(ContractFailure.class)
        .hasMessage("The program did not write its OpenAPI document within 1 s");
    assertThat(ProcessHandle.current().children().anyMatch(this::isOurs)).isFalse();
  }

  @Test
  void aProgramWithPreviewFeaturesIsStartedWithThem() throws IOException {
    var project = CompiledProject.mainWithPreview(folder, "System.out.println(\"it ran\");");
    var program = new ProgramDocument(project, Duration.ofSeconds(60));

    assertThatThrownBy(() -> program.write(folder.resolve("now.json")))
        .hasMessageStartingWith("The program ended without writing its OpenAPI document")
        .hasMessageEndingWith("It said:\n  it ran");
  }

  @Test
  void aCommandThatIsEndedEndsItsProgramAndLeavesNothingBehind() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(SECONDS_MAX * 1000);
      var project =
          CompiledProject.main(
              folder,
              "var s = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), %s);"
                      .formatted(server.getLocalPort())
                  + "s.getInputStream().read();");
      var temporary = Files.createDirectory(folder.resolve("tmp"));
      var command = command(project, temporary).start();
      try (var ofProgram = server.accept()) {
        ofProgram.setSoTimeout(SECONDS_MAX * 1000);
        assertThat(temporary).isNotEmptyDirectory();
        command.destroy();

        assertThat(ofProgram.getInputStream().read()).isEqualTo(-1);
        assertThat(command.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(temporary).isEmptyDirectory();
      } finally {
        command.destroyForcibly();
      }
    }
  }

  /** {@code covet openapi} in a process of its own, with files for a while in this folder. */
  private ProcessBuilder command(Project project, Path temporary) throws IOException {
    var description = new Properties();
    description.setProperty("name", project.name());
    description.setProperty("folder", project.folder().toString());
    description.setProperty("classes", project.classes().toString());
    description.setProperty("libraries", System.getProperty("java.class.path"));
    var file = folder.resolve("project.properties");
    try (var out = Files.newBufferedWriter(file)) {
      description.store(out, null);
    }
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + temporary,
            "-Dcovet.project=" + file,
            "-cp",
            System.getProperty("java.class.path"),
            "dev.covet.cli.Cli",
            "openapi")
        .inheritIO();
  }

  private boolean isOurs(ProcessHandle process) {
    return process.isAlive() && process.info().commandLine().orElse("").contains(folder.toString());
  }
}

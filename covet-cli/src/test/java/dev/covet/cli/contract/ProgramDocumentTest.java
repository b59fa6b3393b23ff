package dev.covet.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramDocumentTest {
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

  private boolean isOurs(ProcessHandle process) {
    return process.isAlive() && process.info().commandLine().orElse("").contains(folder.toString());
  }
}

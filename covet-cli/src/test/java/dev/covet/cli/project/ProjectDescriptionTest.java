package dev.covet.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build tool that does not do what it should. */
class ProjectDescriptionTest {
  private static final String ENDLESS = "echo Downloading; tail -f /dev/null & echo $! > pid; wait";

  @TempDir private Path folder;

  @Test
  void aBuildToolThatDoesNotEndIsEnded() {
    var description =
        new ProjectDescription(folder, Optional.of(ENDLESS), Duration.ofMillis(1_500));

    assertThatThrownBy(() -> description.again(folder))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The build tool has not ended within 1 s");
  }

  @Test
  void itEndsWithWhatItHasStartedWhenNobodyWaitsAnyMore() throws Exception {
    var description = new ProjectDescription(folder, Optional.of(ENDLESS));
    var outcome = new CompletableFuture<Throwable>();
    var asking =
        Thread.ofPlatform()
            .start(() -> {
              try {
                description.again(folder);
              } catch (IOException | InterruptedException e) {
                outcome.complete(e);
              }
            });
    var pid = folder.resolve("pid");
    while (!Files.exists(pid) || Files.size(pid) == 0) LockSupport.parkNanos(1_000_000);

    asking.interrupt();

    assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
    var left = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
    if (left.isPresent()) left.get().onExit().get();
    asking.join();
  }

  @Test
  void whatItLeavesBehindIsNotWaitedFor() throws IOException {
    var description =
        new ProjectDescription(
            folder, Optional.of("tail -f /dev/null & echo $! > pid; echo 'no POM'; exit 1"));

    assertThatThrownBy(() -> description.again(folder)).hasMessage("no POM");

    ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid")).strip()))
        .ifPresent(ProcessHandle::destroyForcibly);
  }
}

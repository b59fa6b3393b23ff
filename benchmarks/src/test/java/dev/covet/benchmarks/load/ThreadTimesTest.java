package dev.covet.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What of a process's CPU time counts. */
class ThreadTimesTest {
  @Test
  void workIsCountedWhereTheSystemTells() {
    var pid = ProcessHandle.current().pid();
    var before = ThreadTimes.ofProcess(pid);
    var end = System.nanoTime() + 100_000_000;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    var after = ThreadTimes.ofProcess(pid);
    assertThat(before.isPresent()).isEqualTo(Files.exists(Path.of("/proc/self/schedstat")));
    assertThat(after.isEmpty() || after.get().compareTo(before.get()) > 0).isTrue();
  }

  @Test
  void aProcessThatIsGoneHasNone() {
    assertThat(ThreadTimes.ofProcess(Long.MAX_VALUE)).isEmpty();
  }
}

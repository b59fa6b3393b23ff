package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.repository.TrustAll;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A client that asks for something small every few milliseconds while others have much to send, and
 * every so often how much memory the process has in use.
 */
final class Bystander implements AutoCloseable {
  private static final long PAUSE_NANOS = 5_000_000;
  private static final long LOOK_NANOS = 500_000_000;
  private static final double MEGABYTE = 1 << 20;
  private static final Pattern MEMORY = Pattern.compile("\"heap\":(\\d+),\"direct\":(-?\\d+)");

  private final HttpClient client =
      HttpClient.newBuilder().version(Version.HTTP_1_1).sslContext(TrustAll.context()).build();
  private final OwnProcess process;
  private final URI address;
  private final List<Long> waits = new ArrayList<>();
  private final List<Look> looks = new ArrayList<>();
  private final Thread thread = Thread.ofPlatform().unstarted(this::run);
  private volatile boolean done;
  private volatile @Nullable Throwable failure;

  /** What a process has in use, in bytes. */
  record Look(long heap, long direct, long resident) {}

  Bystander(OwnProcess process) {
    this.process = process;
    this.address = process.address();
    thread.start();
  }

  private void run() {
    try {
      for (var lookNanos = System.nanoTime(); !done; ) {
        var begin = System.nanoTime();
        assertThat(get("/ping")).isEqualTo("pong");
        waits.add(System.nanoTime() - begin);
        if (System.nanoTime() - lookNanos > LOOK_NANOS) {
          looks.add(look());
          lookNanos = System.nanoTime();
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      looks.add(look());
    } catch (Exception | AssertionError e) {
      failure = e;
    }
  }

  private String get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address.resolve(path)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private Look look() throws IOException, InterruptedException {
    var said = MEMORY.matcher(get("/memory"));
    assertThat(said.find()).isTrue();
    return new Look(
        Long.parseLong(said.group(1)), Long.parseLong(said.group(2)), process.residentBytes());
  }

  /** Asks no more; a failure of one of its requests is one of the test. */
  Seen stop() throws InterruptedException {
    done = true;
    thread.join();
    if (failure != null) throw new AssertionError("somebody else was not served", failure);
    Collections.sort(waits);
    return new Seen(List.copyOf(waits), List.copyOf(looks));
  }

  /**
   * What it has seen.
   *
   * @param waits nanoseconds for each answer, the shortest first
   * @param looks in their order
   */
  record Seen(List<Long> waits, List<Look> looks) {
    double millis(int percent) {
      return waits.get((waits.size() - 1) * percent / 100) / 1e6;
    }

    long heapMax() {
      return looks.stream().mapToLong(Look::heap).max().orElseThrow();
    }

    long directMax() {
      return looks.stream().mapToLong(Look::direct).max().orElseThrow();
    }

    long residentMax() {
      return looks.stream().mapToLong(Look::resident).max().orElseThrow();
    }

    String text() {
      return "p50 %.1f ms, p99 %.1f ms of %d others; heap %.1f MB, direct memory %.1f MB, RSS %.0f MB at most of %d looks"
          .formatted(
              millis(50),
              millis(99),
              waits.size(),
              heapMax() / MEGABYTE,
              directMax() / MEGABYTE,
              residentMax() / MEGABYTE,
              looks.size());
    }
  }

  @Override
  public void close() {
    done = true;
    client.close();
  }
}

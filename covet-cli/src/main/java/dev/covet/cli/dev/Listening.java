package dev.covet.cli.dev;

import dev.covet.api.Mode;
import dev.covet.base.config.CommandLine;
import dev.covet.base.config.Config;
import dev.covet.base.config.DotEnv;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFailure;
import dev.covet.base.config.StartFaults;
import dev.covet.web.server.Server;
import dev.covet.web.server.ServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The port, which stays open from one version to the next unless their settings differ. Used by one
 * thread, and closed by any.
 */
final class Listening implements AutoCloseable {
  private static final Duration END_MAX = Duration.ofSeconds(1);

  private final Front front;
  private @Nullable Server server;
  private @Nullable ServerSettings settings;
  private @Nullable Thread ending;
  private boolean isClosed;

  Listening(Front front) {
    this.front = front;
  }

  /**
   * Where a program most likely listens, as long as it has not run: what the command line, the
   * environment and {@code .env} say, or else what all programs do.
   */
  static ServerSettings expected(Path folder, List<String> arguments) {
    var line = CommandLine.of(arguments.toArray(String[]::new));
    var dotEnv = DotEnv.read(folder.resolve(".env"), new StartFaults());
    var faults = new StartFaults();
    var sources = new Source[] {line.source(), Source.environment(), dotEnv};
    var settings = ServerSettings.from(Config.of(Mode.DEVELOPMENT, faults, sources));
    return faults.isEmpty()
        ? settings
        : ServerSettings.from(Config.of(Mode.DEVELOPMENT, new StartFaults()));
  }

  /**
   * Listens as a version wants it. A port that was open for the last one takes nobody in from then
   * on, and ends when its requests have: some of them wait for this very change.
   *
   * @return false if it is the same port, which is not free yet
   * @throws StartFailure if it cannot; the port of before is closed only if it is the same
   */
  synchronized boolean move(ServerSettings wanted, Duration grace) {
    if (isClosed || wanted.equals(settings)) return true;
    var isSame = settings != null && wanted.port() != 0 && settings.port() == wanted.port();
    if (isSame) stopOld(grace);
    try {
      var next = Server.start(front, wanted, front.loops());
      stopOld(grace);
      server = next;
      settings = wanted;
      return true;
    } catch (StartFailure e) {
      if (ending != null && ending.isAlive()) return false;
      throw e;
    }
  }

  private void stopOld(Duration grace) {
    var old = server;
    if (old == null) return;
    server = null;
    settings = null;
    ending = Thread.ofPlatform().daemon().name("covet-dev-port").start(() -> old.stop(grace));
  }

  /** Where a browser finds it: {@code http://127.0.0.1:8000}; empty if nowhere. */
  synchronized String address() {
    return server == null || settings == null ? "" : settings.address(server.port());
  }

  /** Where a browser finds a page of it. */
  synchronized String address(String page) {
    return server == null || settings == null ? "" : settings.address(server.port(), page);
  }

  /** Ends it, with as much time for running requests as somebody takes who has pressed Ctrl-C. */
  @Override
  public synchronized void close() {
    isClosed = true;
    stopOld(END_MAX);
    try {
      if (ending != null) ending.join(END_MAX.multipliedBy(2));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.covet.app;

import dev.covet.base.config.Config;
import dev.covet.base.config.StartFailure;
import dev.covet.base.inject.Container;
import dev.covet.base.loop.Loops;
import dev.covet.base.observe.Metrics;
import dev.covet.gen.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a start opens, in order, and a stop closes, in reverse: loops and pools, plugins, services,
 * mounted apps, the user's hooks.
 */
final class Lifetimes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lifetimes.class);

  private final Config config;
  private final Setup setup;
  private final Container container;
  private Optional<AppLoops> loops = Optional.empty();
  private final List<RunningApp> inner = new ArrayList<>();
  private final List<Setup.Task> checks = new ArrayList<>();
  private final List<Hook> starts = new ArrayList<>();
  private final List<Hook> stops = new ArrayList<>();
  private final AtomicBoolean opened = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  Lifetimes(Config config, Setup setup, Container container) {
    this.config = config;
    this.setup = setup;
    this.container = container;
  }

  /** These with hooks at start and at stop. */
  Lifetimes with(List<Hook> first, List<Hook> last) {
    starts.addAll(first);
    stops.addAll(last);
    return this;
  }

  /** Has loops made before all else, and ended after it. */
  void owns(AppLoops own) {
    loops = Optional.of(own);
  }

  /** Has an app opened and closed with this one. */
  void holds(RunningApp mounted) {
    inner.add(mounted);
  }

  /** Has something checked once all services are made, before anything is done with them. */
  void check(Setup.Task task) {
    checks.add(task);
  }

  Config config() {
    return config;
  }

  Metrics metrics() {
    return setup.metrics();
  }

  Loops loops() {
    return setup.loops();
  }

  /**
   * Opens everything.
   *
   * @throws StartFailure if something fails; what was opened before it is closed again
   */
  void open() {
    try {
      loops.ifPresent(AppLoops::open);
      for (var task : setup.starts()) {
        task.run();
      }
      container.start();
      inner.forEach(RunningApp::open);
      for (var task : checks) {
        task.run();
      }
      starts.forEach(this::start);
      opened.set(true);
    } catch (Throwable e) {
      close();
      throw e instanceof StartFailure failure ? failure : new StartFailure("The startup failed", e);
    }
  }

  private void start(Hook hook) {
    try {
      run(hook);
    } catch (Throwable e) {
      throw new StartFailure(hook.name() + " failed", e);
    }
  }

  private void run(Hook hook) throws Exception {
    try (var scope = container.open()) {
      hook.task().run(scope);
    }
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) return;
    if (opened.get()) {
      stops.reversed().forEach(hook -> closed(() -> run(hook)));
    }
    inner.reversed().forEach(RunningApp::close);
    closed(container::close);
    setup.stops().forEach(Lifetimes::closed);
    loops.ifPresent(own -> closed(own::close));
  }

  private static void closed(Setup.Task task) {
    try {
      task.run();
    } catch (Throwable e) {
      if (e instanceof InterruptedException) Thread.currentThread().interrupt();
      LOG.error("stop_failed", e);
    }
  }
}

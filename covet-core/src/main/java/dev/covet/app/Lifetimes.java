package dev.covet.app;

import dev.covet.base.config.Config;
import dev.covet.base.config.StartFailure;
import dev.covet.base.inject.Container;
import dev.covet.base.inject.Scope;
import dev.covet.base.loop.Loops;
import dev.covet.base.observe.LoggedFault;
import dev.covet.base.observe.Metrics;
import dev.covet.gen.Hook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a start opens, in order, and a stop closes, in reverse: loops and pools, plugins, services,
 * mounted apps, the user's hooks.
 */
final class Lifetimes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lifetimes.class);

  /** How long a second call waits for the first. */
  private static final Duration SECOND_CLOSE_MAX = Duration.ofSeconds(5);

  private final String part;
  private final Config config;
  private final Setup setup;
  private final Container container;
  private @Nullable Health health;
  private Optional<AppLoops> loops = Optional.empty();
  private final List<RunningApp> inner = new ArrayList<>();
  private final List<Setup.Task> checks = new ArrayList<>();
  private final List<Hook> starts = new ArrayList<>();
  private final List<Hook> stops = new ArrayList<>();

  /** Classes with a start hook that has ended: what it began, their stop hooks end. */
  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  private final ReentrantLock opening = new ReentrantLock();
  private final ReentrantLock closing = new ReentrantLock();
  private volatile boolean opened;
  private volatile boolean ended;
  private boolean closed;
  private volatile @Nullable Thread opener;
  private volatile @Nullable Thread closer;
  private volatile @Nullable Scope hookScope;

  /**
   * The lifetimes of an app.
   *
   * @param part what messages call it; empty if it is not mounted
   */
  Lifetimes(Config config, Setup setup, Container container, String part) {
    this.part = part;
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

  /** How the app is, as long as it lives. */
  void tells(Health how) {
    health = how;
  }

  Health health() {
    return Objects.requireNonNull(health);
  }

  /** Has something checked once all services are made, before anything is done with them. */
  void check(Setup.Task task) {
    checks.add(task);
  }

  /** The commands of plugins, those of mounted apps included. */
  List<Command> commands() {
    var commands = new ArrayList<>(setup.commands());
    inner.forEach(mounted -> commands.addAll(mounted.commands()));
    return commands;
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
   * Opens everything. What was opened before something fails is open until this is closed.
   *
   * @throws StartFailure if something fails, or this is closed meanwhile
   */
  void open() {
    opening.lock();
    opener = Thread.currentThread();
    try {
      for (var step : steps()) next(step);
      opened = true;
    } catch (Throwable e) {
      throw failure(e);
    } finally {
      opener = null;
      opening.unlock();
    }
  }

  private void next(Setup.Task step) throws Exception {
    if (ended) throw ProcessEnd.ending();
    step.run();
  }

  private StartFailure failure(Throwable cause) {
    if (ended) {
      var ending = ProcessEnd.ending();
      ending.addSuppressed(cause);
      return ending;
    }
    var told =
        cause instanceof StartFailure known ? known : new StartFailure("The startup failed", cause);
    return part.isEmpty() ? told : told.of(part);
  }

  private List<Setup.Task> steps() {
    var steps = new ArrayList<Setup.Task>();
    loops.ifPresent(own -> steps.add(own::open));
    steps.addAll(setup.starts());
    steps.add(container::start);
    inner.forEach(mounted -> steps.add(mounted::open));
    steps.addAll(checks);
    starts.forEach(hook -> steps.add(() -> start(hook)));
    return steps;
  }

  private void start(Hook hook) {
    try {
      run(hook);
      begun.add(owner(hook));
    } catch (Throwable e) {
      throw new StartFailure(hook.name() + " failed", e);
    }
  }

  /** The class of a hook's method. */
  private static String owner(Hook hook) {
    return hook.name().substring(0, Math.max(0, hook.name().lastIndexOf('.')));
  }

  private void run(Hook hook) throws Exception {
    try (var scope = container.open()) {
      hookScope = scope;
      hook.task().run(scope);
    } finally {
      hookScope = null;
    }
  }

  @Override
  public void close() {
    close(Thread.currentThread());
  }

  /**
   * Closes what is open. A start that is not done is interrupted, and waited for unless it waits
   * for this: it ends before its next step. A second call waits for the first, but not for ever:
   * that may wait for whoever calls.
   *
   * @param ending the thread that waits for this, as one that called {@code System.exit}
   */
  void close(Thread ending) {
    if (ending.equals(closer) || !mayClose()) return;
    try {
      if (closed) return;
      closed = true;
      closer = Thread.currentThread();
      closeAll(ending);
    } finally {
      closer = null;
      closing.unlock();
    }
  }

  private boolean mayClose() {
    try {
      return closing.tryLock(SECOND_CLOSE_MAX.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void closeAll(Thread ending) {
    end();
    closed(ending.equals(opener) ? this::closeHook : this::endOpening);
    stops.reversed().stream()
        .filter(hook -> opened || begun.contains(owner(hook)))
        .forEach(hook -> closed(() -> run(hook)));
    inner.reversed().forEach(mounted -> mounted.close(ending));
    closed(container::close);
    setup.stops().forEach(Lifetimes::closed);
    loops.ifPresent(own -> closed(own::close));
  }

  /** Has no further step of a start done. */
  void end() {
    ended = true;
    inner.forEach(RunningApp::end);
  }

  private void closeHook() {
    var scope = hookScope;
    if (scope != null) scope.close();
  }

  private void endOpening() throws InterruptedException {
    var thread = opener;
    if (thread != null) thread.interrupt();
    if (!opening.tryLock()) opening.lockInterruptibly();
    opening.unlock();
  }

  private static void closed(Setup.Task task) {
    try {
      task.run();
    } catch (Throwable e) {
      if (e instanceof InterruptedException) Thread.currentThread().interrupt();
      LOG.error("stop_failed", LoggedFault.of(e));
    }
  }
}

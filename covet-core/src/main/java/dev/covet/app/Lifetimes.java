package dev.covet.app;

import dev.covet.app.health.Health;
import dev.covet.app.process.AppLoops;
import dev.covet.app.process.Lifecycle;
import dev.covet.app.process.ProcessEnd;
import dev.covet.base.config.Config;
import dev.covet.base.config.StartFailure;
import dev.covet.base.inject.Container;
import dev.covet.base.inject.Scope;
import dev.covet.base.loop.Loops;
import dev.covet.base.observe.LoggedFault;
import dev.covet.base.observe.Metrics;
import dev.covet.gen.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a start opens, in order, and a stop closes, in reverse: loops and pools, plugins, services,
 * mounted apps, the user's hooks.
 */
final class Lifetimes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lifetimes.class);

  private final String part;
  private final Setup setup;
  private final Container container;
  private final AddedClasses.Hooks hooks;
  private final List<RunningApp> inner = new ArrayList<>();
  private final List<Setup.Task> checks = new ArrayList<>();
  private final Lifecycle cycle = new Lifecycle();
  private Optional<AppLoops> loops = Optional.empty();
  private @Nullable Health health;
  private volatile @Nullable Scope hookScope;

  /**
   * The lifetimes of an app.
   *
   * @param hooks those of its classes
   * @param part what messages call it; empty if it is not mounted
   */
  Lifetimes(Setup setup, Container container, AddedClasses.Hooks hooks, String part) {
    this.part = part;
    this.setup = setup;
    this.container = container;
    this.hooks = hooks;
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
    var commands = new ArrayList<>(setup.brought().commands);
    inner.forEach(mounted -> commands.addAll(mounted.commands()));
    return commands;
  }

  Config config() {
    return setup.config();
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
    try {
      cycle.open(steps());
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  private StartFailure failure(Throwable cause) {
    if (cycle.isEnded()) {
      var ending = ProcessEnd.ending();
      ending.addSuppressed(cause);
      return ending;
    }
    var told =
        cause instanceof StartFailure known ? known : new StartFailure("The startup failed", cause);
    return part.isEmpty() ? told : told.of(part);
  }

  private List<Lifecycle.Step> steps() {
    var steps = new ArrayList<Lifecycle.Step>();
    loops.ifPresent(own -> steps.add(own::open));
    setup.tasks().starts().forEach(task -> steps.add(task::run));
    steps.add(container::start);
    inner.forEach(mounted -> steps.add(mounted::open));
    checks.forEach(task -> steps.add(task::run));
    hooks.starts().forEach(hook -> steps.add(() -> start(hook)));
    return steps;
  }

  private void start(Hook hook) {
    try {
      run(hook);
      cycle.begin(owner(hook));
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
   * for this: it ends before its next step. A second call waits for the first.
   *
   * @param ending the thread that waits for this, as one that called {@code System.exit}
   */
  void close(Thread ending) {
    cycle.close(ending, () -> closeAll(ending));
  }

  private void closeAll(Thread ending) {
    end();
    closed(cycle.isOpener(ending) ? this::closeHook : cycle::endOpening);
    hooks.stops().reversed().stream()
        .filter(hook -> cycle.hasBegun(owner(hook)))
        .forEach(hook -> closed(() -> run(hook)));
    inner.reversed().forEach(mounted -> mounted.close(ending));
    closed(container::close);
    setup.tasks().stops().forEach(Lifetimes::closed);
    loops.ifPresent(own -> closed(own::close));
  }

  /** Has no further step of a start done. */
  void end() {
    cycle.end();
    inner.forEach(RunningApp::end);
  }

  private void closeHook() {
    var scope = hookScope;
    if (scope != null) scope.close();
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

package dev.covet.cli.dev;

import dev.covet.base.config.StartFailure;
import dev.covet.cli.compile.Compiled;
import dev.covet.cli.compile.Outputs;
import dev.covet.cli.compile.ProjectCompiler;
import dev.covet.cli.project.Project;
import dev.covet.cli.project.ProjectDescription;
import dev.covet.cli.terminal.Terminal;
import dev.covet.web.server.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a project, looks at its files, and has the next version of it take over after each edit. One
 * thread does all of that; requests come in others. What goes wrong is said, and leaves the version
 * of before as it is.
 */
public final class Development implements AutoCloseable {
  /** What {@link #run} returns when this process cannot go on with what the POM says now. */
  public static final int AGAIN = 85;

  /** How often files are looked at when nobody asks. */
  private static final Duration PAUSE = Duration.ofMillis(150);

  /** How long the end waits for what is at work, and for versions that close. */
  private static final Duration END_MAX = Duration.ofSeconds(2);

  private final ProjectDescription description;
  private final List<String> arguments;
  private final Terminal terminal;
  private final Stage stage = new Stage();
  private final Looks looks = new Looks();
  private final Front front;
  private final Listening listening;
  private Project project;
  private FileWatch watched;
  private ProjectCompiler compiler;

  /** What is different since the last success, and has not run yet. */
  private FileWatch.Changes open = FileWatch.NONE;

  private @Nullable Outputs outputs;
  private boolean isUnlistened;

  /** Why the POM as it is now is not used; null if it is. */
  private @Nullable Trouble unusablePom;

  /** Why what was last compiled or started does not run; null if it does. */
  private @Nullable Trouble failed;

  /** What was said to be no place to listen at. */
  private @Nullable ServerSettings refused;

  /** Where the newest version was said to be found. */
  private String announced = "";

  private volatile boolean again;
  private volatile @Nullable Thread runner;
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Threads that close what is not needed any more. */
  private final Set<Thread> endings = ConcurrentHashMap.newKeySet();

  /**
   * Prepares to run a project.
   *
   * @param arguments for its {@code main}
   */
  public Development(
      Project project, ProjectDescription description, List<String> arguments, Terminal terminal) {
    this.project = project;
    this.description = description;
    this.arguments = List.copyOf(arguments);
    this.terminal = terminal;
    this.watched = new FileWatch(project, description.time());
    this.compiler = new ProjectCompiler(project);
    this.front = new Front(project.folder(), stage, looks);
    this.listening = new Listening(front);
  }

  /**
   * Runs it until it is closed, or until {@link #AGAIN}.
   *
   * @return the exit code of the process
   */
  public int run() throws InterruptedException {
    runner = Thread.currentThread();
    try {
      terminal.say("Compiling " + project.name());
      listen();
      look();
      work();
      while (!isOver()) round();
    } catch (InterruptedException e) {
      if (!looks.isOver()) throw e;
    } finally {
      close(compiler);
      ended.countDown();
    }
    return again ? AGAIN : 0;
  }

  private boolean isOver() {
    return looks.isOver() || again;
  }

  /** Where it listens: {@code http://127.0.0.1:8000}; empty if nowhere. */
  public String address() {
    return listening.address();
  }

  /** Those who ask when the process is about to start anew wait for its end: nothing is stale. */
  private void round() throws InterruptedException {
    var looked = looks.next(PAUSE);
    endings.removeIf(thread -> !thread.isAlive()); // it would keep its version in memory
    if (look()) work();
    if (isUnlistened || stage.scene().version() == null) listen();
    if (!again) looks.done(looked);
  }

  /** Whether something is different since the last look. */
  private boolean look() {
    var changes = watched.look();
    open = open.and(changes);
    return !changes.isEmpty();
  }

  /** Does what the open changes ask for, and those that are saved meanwhile. */
  private void work() throws InterruptedException {
    for (var isMore = true; isMore && !isOver(); ) {
      var isOvertaken = applied();
      isMore = look() || isOvertaken;
    }
  }

  /** The compiler runs foreign code in this thread, which may throw anything. */
  private boolean applied() throws InterruptedException {
    try {
      return apply();
    } catch (RuntimeException | Error e) {
      fail(Trouble.unforeseen(e));
      return false;
    }
  }

  /**
   * Does what the open changes ask for, as far as it can be done.
   *
   * @return whether it gave up for a newer change
   */
  private boolean apply() throws InterruptedException {
    var start = System.nanoTime();
    var isPom = open.poms();
    while (open.poms() && !isOver()) describe();
    if (isOver() || (open.isEmpty() && outputs != null)) return false;
    var names = isPom && unusablePom == null ? "the POM" : names();
    if (outputs == null || !open.sources().isEmpty()) outputs = compiled();
    return outputs != null && start(outputs, start, names);
  }

  private String names() {
    return open.sources().isEmpty()
        ? ".env or a resource"
        : open.sources().stream()
            .map(file -> file.getFileName().toString())
            .sorted()
            .limit(3)
            .collect(Collectors.joining(", "))
            .concat(open.sources().size() > 3 ? ", ..." : "");
  }

  /**
   * Reads what the POM says now; if another is saved meanwhile, that one is open afterwards. One
   * that cannot be used leaves the project as it is.
   */
  private void describe() throws InterruptedException {
    terminal.say("The POM has changed");
    try {
      open = new FileWatch.Changes(open.sources(), false, open.others());
      var now = description.again(project.folder());
      look();
      if (open.poms()) return;
      unusablePom = null;
      again = !now.libraries().equals(project.libraries());
      if (again) {
        terminal.say("Other libraries: the process starts anew");
      } else {
        reset(now);
      }
    } catch (IOException e) {
      unusablePom = Trouble.pom(String.valueOf(e.getMessage()));
      say(unusablePom);
    }
  }

  private void reset(Project now) {
    var next = new ProjectCompiler(now);
    close(compiler);
    compiler = next;
    project = now;
    outputs = null;
    watched = watched.over(now, description.time());
    look();
  }

  /** What there is to run; null, and it is said why, if it does not compile. */
  private @Nullable Outputs compiled() {
    return switch (compiler.compile(watched.sources(), open.sources())) {
      case Compiled.Failed(var mistakes) -> {
        fail(Trouble.compiling(mistakes));
        yield null;
      }
      case Compiled.Done(var made, var warnings, _) -> {
        terminal.mistakes(warnings, project.folder());
        yield made;
      }
    };
  }

  private boolean start(Outputs made, long startNanos, String names) throws InterruptedException {
    open = FileWatch.NONE;
    var program = new ProgramLoader(made, project.resources(), Development.class.getClassLoader());
    var launch = Launch.of(project, program, arguments);
    Launch.Outcome outcome = null;
    var isOvertaken = false;
    try {
      while (outcome == null && !isOvertaken && !looks.isOver()) {
        outcome = launch.await(PAUSE);
        isOvertaken = outcome == null && look();
      }
    } finally {
      if (outcome == null) endings.add(launch.cancel());
    }
    switch (outcome) {
      case null -> {}
      case Launch.Outcome.Fails(var lines) -> fail(Trouble.starting(lines));
      case Launch.Outcome.Runs(var version) -> takeOver(version, startNanos, names);
    }
    return isOvertaken;
  }

  private void takeOver(Version version, long startNanos, String names) {
    var isFirst = stage.scene().version() == null;
    failed = null;
    var old = stage.show(version, troubles());
    if (old != null) endings.add(old.retire());
    if (version.equals(old)) return;
    if (isFirst) {
      terminal.say(version.app().routeLines());
    } else {
      var seconds = Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 1_000.0;
      terminal.done("Reloaded in " + seconds + " s: " + names);
    }
    remind();
    listen();
  }

  /** What is wrong now, the newest first. */
  private List<Trouble> troubles() {
    return Stream.of(failed, unusablePom).filter(Objects::nonNull).toList();
  }

  /** Says that the POM is still what it was, behind what came of another edit. */
  private void remind() {
    if (unusablePom == null) return;
    terminal.wrong("The POM still cannot be used: " + unusablePom.first(project.folder()));
  }

  /**
   * Has the port open where the newest version wants it, or the first one most likely will: then
   * there is a page that says why it does not run. Tried again in the next round where that fails.
   */
  private void listen() {
    var version = stage.scene().version();
    var wanted =
        version == null ? Listening.expected(project.folder(), arguments) : version.server();
    try {
      isUnlistened = !listening.move(wanted, version == null ? Duration.ZERO : version.grace());
      if (version != null && !isUnlistened) announce(version);
    } catch (StartFailure e) {
      isUnlistened = true;
      if (version == null || wanted.equals(refused)) return;
      refused = wanted;
      terminal.wrong(String.join("\n", e.faults()));
      terminal.say("It is tried again until it works.");
    }
  }

  private void announce(Version version) {
    refused = null;
    if (announced.equals(address())) return;
    announced = address();
    terminal.done(announced + (version.app().hasDocs() ? "/docs" : "/"));
  }

  private void fail(Trouble trouble) {
    failed = trouble;
    say(trouble);
    remind();
  }

  private void say(Trouble trouble) {
    if (looks.isOver()) return;
    terminal.wrong(trouble.title());
    terminal.mistakes(trouble.mistakes(), project.folder());
    trouble.lines().forEach(terminal::say);
    if (stage.scene().version() != null) {
      terminal.say("The previous version keeps running.");
    } else if (!address().isEmpty()) {
      terminal.say(address() + "/ shows this until it is right.");
    }
    stage.show(troubles());
  }

  /**
   * Ends everything; {@link #run} returns, unless the compiler keeps it. May be called by any
   * thread.
   */
  @Override
  public void close() {
    looks.close();
    var last = stage.close();
    listening.close();
    if (last != null) last.close(Duration.ZERO);
    try {
      awaitEnd();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    front.close();
  }

  private void awaitEnd() throws InterruptedException {
    var running = runner;
    if (running != null && ended.getCount() > 0) {
      running.interrupt();
      var _ = ended.await(END_MAX.toMillis(), TimeUnit.MILLISECONDS);
    }
    var until = System.nanoTime() + END_MAX.toNanos();
    for (var thread : endings) {
      var left = Duration.ofNanos(until - System.nanoTime());
      if (left.isPositive()) thread.join(left);
    }
  }

  private static void close(ProjectCompiler compiler) {
    try {
      compiler.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.covet.cli.dev;

import dev.covet.cli.compile.Compiled;
import dev.covet.cli.compile.Outputs;
import dev.covet.cli.project.Project;
import dev.covet.cli.project.ProjectDescription;
import dev.covet.cli.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

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

  private final Launch.Given given;
  private final Terminal terminal;
  private final Stage stage = new Stage();
  private final Looks looks = new Looks();
  private final Front front;
  private final OpenPort port;
  private final Troubles troubles;
  private final Edits edits;
  private final Endings endings = new Endings();
  private volatile boolean again;

  /**
   * Prepares to run a project.
   *
   * @param arguments for its {@code main}
   */
  public Development(
      Project project, ProjectDescription description, List<String> arguments, Terminal terminal) {
    this.given = Launch.Given.of(arguments);
    this.terminal = terminal;
    this.edits = new Edits(project, description);
    this.front = new Front(project.folder(), stage, looks);
    this.port = new OpenPort(project.folder(), arguments, terminal, front);
    this.troubles = new Troubles(project.folder(), terminal, stage, port);
  }

  /**
   * Runs it until it is closed, or until {@link #AGAIN}.
   *
   * @return the exit code of the process
   */
  public int run() throws InterruptedException {
    endings.begin();
    try {
      terminal.say("Compiling " + edits.project().name());
      listen();
      edits.look();
      work();
      while (!isOver()) round();
    } catch (InterruptedException e) {
      if (!looks.isOver()) throw e;
    } finally {
      edits.close();
      endings.end();
    }
    return again ? AGAIN : 0;
  }

  private boolean isOver() {
    return looks.isOver() || again;
  }

  /** Where it listens: {@code http://127.0.0.1:8000}; empty if nowhere. */
  public String address() {
    return port.address();
  }

  /** Those who ask when the process is about to start anew wait for its end: nothing is stale. */
  private void round() throws InterruptedException {
    var looked = looks.next(PAUSE);
    endings.prune();
    if (edits.look()) work();
    if (port.isClosed() || stage.scene().version() == null) listen();
    if (!again) looks.done(looked);
  }

  private void listen() {
    port.open(stage.scene().version());
  }

  /** Does what the open changes ask for, and those that are saved meanwhile. */
  private void work() throws InterruptedException {
    for (var isMore = true; isMore && !isOver(); ) {
      var isOvertaken = applied();
      isMore = edits.look() || isOvertaken;
    }
  }

  /** The compiler runs foreign code in this thread, which may throw anything. */
  private boolean applied() throws InterruptedException {
    try {
      return apply();
    } catch (RuntimeException | Error e) {
      troubles.fail(Trouble.unforeseen(e));
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
    var isPom = edits.hasPom();
    while (edits.hasPom() && !isOver()) describe();
    if (isOver() || edits.areDone()) return false;
    var names = isPom && !troubles.hasPom() ? "the POM" : edits.names();
    return switch (edits.compiled()) {
      case Compiled.Failed(var mistakes) -> {
        troubles.fail(Trouble.compiling(mistakes));
        yield false;
      }
      case Compiled.Done(var made, var warnings, _) -> {
        terminal.mistakes(warnings, edits.project().folder());
        yield start(made, start, names);
      }
    };
  }

  /** One POM that cannot be used leaves the project as it is. */
  private void describe() throws InterruptedException {
    terminal.say("The POM has changed");
    try {
      var now = edits.described();
      if (now == null) return;
      troubles.pomIsUsed();
      again = !now.libraries().equals(edits.project().libraries());
      if (again) {
        terminal.say("Other libraries: the process starts anew");
      } else {
        edits.reset(now);
      }
    } catch (IOException e) {
      troubles.pom(Trouble.pom(String.valueOf(e.getMessage())));
    }
  }

  private boolean start(Outputs made, long startNanos, String names) throws InterruptedException {
    edits.tried();
    var project = edits.project();
    var program = new ProgramLoader(made, project.resources(), Development.class.getClassLoader());
    var launch = Launch.of(project, program, given);
    Launch.Outcome outcome = null;
    var isOvertaken = false;
    try {
      while (outcome == null && !isOvertaken && !looks.isOver()) {
        outcome = launch.await(PAUSE);
        isOvertaken = outcome == null && edits.look();
      }
    } finally {
      if (outcome == null) endings.add(launch.cancel());
    }
    switch (outcome) {
      case null -> {}
      case Launch.Outcome.Fails(var lines) -> troubles.fail(Trouble.starting(lines));
      case Launch.Outcome.Runs(var version) -> takeOver(version, startNanos, names);
    }
    return isOvertaken;
  }

  private void takeOver(Version version, long startNanos, String names) {
    var isFirst = stage.scene().version() == null;
    version.app().servedBy(front::connections);
    var old = stage.show(version, troubles.running());
    if (old != null) endings.add(old.retire());
    if (version.equals(old)) return;
    if (isFirst) {
      terminal.say(version.app().routeLines());
    } else {
      var seconds = Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 1_000.0;
      terminal.done("Reloaded in " + seconds + " s: " + names);
    }
    troubles.remind();
    listen();
  }

  /**
   * Ends everything; {@link #run} returns, unless the compiler keeps it. May be called by any
   * thread.
   */
  @Override
  public void close() {
    looks.close();
    var last = stage.close();
    port.close();
    if (last != null) last.close(Duration.ZERO);
    try {
      endings.await(END_MAX);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    front.close();
  }
}

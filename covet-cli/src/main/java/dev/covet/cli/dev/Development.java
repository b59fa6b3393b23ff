package dev.covet.cli.dev;

import dev.covet.base.config.StartFailure;
import dev.covet.cli.compile.Compiled;
import dev.covet.cli.compile.Outputs;
import dev.covet.cli.compile.ProjectCompiler;
import dev.covet.cli.project.Project;
import dev.covet.cli.project.ProjectDescription;
import dev.covet.cli.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
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
  private boolean again;

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
    this.watched = new FileWatch(project);
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
    terminal.say("Compiling " + project.name());
    while (!looks.isOver() && !again) {
      var looked = looks.next(stage.scene().version() == null ? Duration.ZERO : PAUSE);
      round();
      looks.done(looked);
      if (stage.scene().version() == null) looks.next(PAUSE);
    }
    return again ? AGAIN : 0;
  }

  /** Where it listens: {@code http://127.0.0.1:8000}; empty before the first version. */
  public String address() {
    return listening.address();
  }

  private void round() throws InterruptedException {
    for (var changes = watched.look(); !changes.isEmpty(); changes = watched.look()) {
      open = open.and(changes);
      apply();
    }
    if (isUnlistened) listen();
  }

  /** Does what the open changes ask for, as far as it can be done. */
  private void apply() throws InterruptedException {
    var start = System.nanoTime();
    if (open.poms() && stage.scene().version() != null && !describe()) return;
    if (again) return;
    var names = names();
    if (!open.sources().isEmpty() && !compile()) return;
    if (outputs != null) start(outputs, start, names);
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

  /** Reads what the POM says now. */
  private boolean describe() throws InterruptedException {
    terminal.say("The POM has changed");
    try {
      var now = description.again(project.folder());
      open = new FileWatch.Changes(open.sources(), false, true);
      if (now.libraries().equals(project.libraries())) {
        reset(now);
      } else {
        terminal.say("Other libraries: the process starts anew");
        again = true;
      }
      return true;
    } catch (IOException e) {
      open = new FileWatch.Changes(open.sources(), false, open.others());
      fail(
          new Trouble(
              "The POM cannot be used", List.of(), List.of(String.valueOf(e.getMessage()))));
      return false;
    }
  }

  private void reset(Project now) {
    close(compiler);
    project = now;
    compiler = new ProjectCompiler(now);
    watched = new FileWatch(now);
    open = open.and(watched.look());
    open = new FileWatch.Changes(open.sources(), false, true);
  }

  private boolean compile() {
    var result = compiler.compile(watched.sources(), open.sources());
    switch (result) {
      case Compiled.Failed(var mistakes) -> {
        fail(Trouble.compiling(mistakes));
        return false;
      }
      case Compiled.Done(var made, var warnings, _) -> {
        terminal.mistakes(warnings, project.folder());
        outputs = made;
        return true;
      }
    }
  }

  private void start(Outputs made, long startNanos, String names) throws InterruptedException {
    open = FileWatch.NONE;
    var launch =
        Launch.of(
            project.folder(),
            new ProgramLoader(made, Development.class.getClassLoader()),
            arguments);
    Launch.Outcome outcome = null;
    while (outcome == null && !looks.isOver()) {
      outcome = launch.await(PAUSE);
      if (outcome == null && isOvertaken()) break;
    }
    switch (outcome) {
      case null -> launch.cancel();
      case Launch.Outcome.Fails(var lines) -> fail(Trouble.starting(lines));
      case Launch.Outcome.Runs(var version) -> takeOver(version, startNanos, names);
    }
  }

  /** Whether something was saved while a version still starts. */
  private boolean isOvertaken() {
    open = open.and(watched.look());
    return !open.isEmpty();
  }

  private void takeOver(Version version, long startNanos, String names) {
    var old = stage.scene().version();
    stage.show(version);
    if (old == null) {
      terminal.say(version.app().routeLines());
    } else {
      old.retire();
      var seconds = Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 1_000.0;
      terminal.done("Reloaded in " + seconds + " s: " + names);
    }
    listen();
  }

  /** Has the port open; tries again in the next round where that fails. */
  private void listen() {
    var version = stage.scene().version();
    if (version == null || listening.isAt(version.server())) return;
    try {
      isUnlistened = !listening.move(version.server(), version.grace());
      if (isUnlistened) return;
      terminal.done(listening.address() + (version.app().hasDocs() ? "/docs" : "/"));
    } catch (StartFailure e) {
      if (!isUnlistened) {
        terminal.wrong(String.join("\n", e.faults()));
        terminal.say("It is tried again until it works.");
      }
      isUnlistened = true;
    }
  }

  private void fail(Trouble trouble) {
    var version = stage.scene().version();
    terminal.wrong(trouble.title());
    terminal.mistakes(trouble.mistakes(), project.folder());
    trouble.lines().forEach(terminal::say);
    if (version != null) terminal.say("The version of before goes on.");
    stage.show(trouble);
  }

  /** Ends everything; {@link #run} returns. May be called by any thread. */
  @Override
  public void close() {
    looks.close();
    stage.close();
    listening.close();
    var version = stage.scene().version();
    if (version != null) version.close(Duration.ZERO);
    front.close();
    close(compiler);
  }

  private static void close(ProjectCompiler compiler) {
    try {
      compiler.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

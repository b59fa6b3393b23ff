package dev.covet.cli.dev;

import dev.covet.app.AppHost;
import dev.covet.app.Launcher;
import dev.covet.app.RunningApp;
import dev.covet.base.config.StartFailure;
import dev.covet.cli.project.Project;
import dev.covet.web.server.ServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One start of the program: its {@code main}, in a thread of its own. Thread-safe. */
final class Launch implements AppHost {
  private static final List<String> NO_APP =
      List.of(
          "Its main method has ended, and no app runs. Let it call run(args) of an app, in its own"
              + " thread.");

  /**
   * What every start of a process is given.
   *
   * @param arguments for its {@code main}
   * @param secrets that were made up; a version has those of the one before
   */
  record Given(List<String> arguments, Map<String, String> secrets) {
    static Given of(List<String> arguments) {
      return new Given(List.copyOf(arguments), new ConcurrentHashMap<>());
    }
  }

  /** What came of it. */
  sealed interface Outcome {
    /** An app that runs. */
    record Runs(Version version) implements Outcome {}

    /** Why there is none. */
    record Fails(List<String> lines) implements Outcome {}
  }

  private final Project project;
  private final Given given;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final Thread thread;
  private volatile boolean isCancelled;

  private Launch(Project project, ClassLoader program, Given given) {
    this.project = project;
    this.given = given;
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("main")
            .unstarted(() -> run(program, given.arguments().toArray(String[]::new)));
    thread.setContextClassLoader(program);
  }

  static Launch of(Project project, ClassLoader program, Given given) {
    var launch = new Launch(project, program, given);
    launch.thread.start();
    return launch;
  }

  private void run(ClassLoader program, String... arguments) {
    try {
      Launcher.launch(program, this, arguments);
      outcome.complete(new Outcome.Fails(NO_APP));
    } catch (StartFailure e) {
      outcome.complete(new Outcome.Fails(lines(e)));
    } catch (Throwable e) {
      if (outcome.complete(new Outcome.Fails(List.of(Trouble.ofProgram(e)))) || isCancelled) return;
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e); // behind run(args)
    }
  }

  private static List<String> lines(StartFailure failure) {
    var cause = failure.getCause();
    return cause == null
        ? failure.faults()
        : Stream.concat(failure.faults().stream(), Stream.of(Trouble.ofProgram(cause))).toList();
  }

  /** What came of it; null if it still starts after some time. */
  @Nullable Outcome await(Duration most) throws InterruptedException {
    try {
      return outcome.get(most.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives it up; an app that starts all the same is closed, in the thread that this returns. */
  Thread cancel() {
    isCancelled = true;
    if (outcome.complete(new Outcome.Fails(List.of("It was given up for a newer version.")))) {
      thread.interrupt();
    } else if (outcome.join() instanceof Outcome.Runs(var version)) {
      return version.retire();
    }
    return thread;
  }

  @Override
  public Path folder() {
    return project.folder();
  }

  @Override
  public Map<String, String> secrets() {
    return given.secrets();
  }

  @Override
  public String main() {
    return project.main();
  }

  @Override
  public void serve(RunningApp app, ServerSettings server, Duration grace) {
    var version = new Version(app, server, grace, thread.getContextClassLoader());
    if (!outcome.complete(new Outcome.Runs(version))) app.close();
  }
}

package dev.covet.cli.dev;

import dev.covet.app.AppHost;
import dev.covet.app.Launcher;
import dev.covet.app.RunningApp;
import dev.covet.base.config.StartFailure;
import dev.covet.web.server.ServerSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One start of the program: its {@code main}, in a thread of its own. Thread-safe. */
final class Launch implements AppHost {
  private static final List<String> NO_APP =
      List.of(
          "Its main method has ended, and no app runs. Let it call run(args) of an app, in its own"
              + " thread.");

  /** What came of it. */
  sealed interface Outcome {
    /** An app that runs. */
    record Runs(Version version) implements Outcome {}

    /** Why there is none. */
    record Fails(List<String> lines) implements Outcome {}
  }

  private final Path folder;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final Thread thread;

  private Launch(Path folder, ClassLoader program, List<String> arguments) {
    this.folder = folder;
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("main")
            .unstarted(() -> run(program, arguments.toArray(String[]::new)));
    thread.setContextClassLoader(program);
  }

  static Launch of(Path folder, ClassLoader program, List<String> arguments) {
    var launch = new Launch(folder, program, arguments);
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
      outcome.complete(new Outcome.Fails(List.of(stack(e))));
    }
  }

  private static List<String> lines(StartFailure failure) {
    var cause = failure.getCause();
    return cause == null
        ? failure.faults()
        : java.util.stream.Stream.concat(
                failure.faults().stream(), java.util.stream.Stream.of(stack(cause)))
            .toList();
  }

  private static String stack(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString().strip();
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

  /** Gives it up; an app that starts all the same is closed. */
  void cancel() {
    if (outcome.complete(new Outcome.Fails(List.of("It was given up for a newer version.")))) {
      thread.interrupt();
    } else if (outcome.join() instanceof Outcome.Runs(var version)) {
      version.close(Duration.ZERO);
    }
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public void serve(RunningApp app, ServerSettings server, Duration grace) {
    if (!outcome.complete(new Outcome.Runs(new Version(app, server, grace)))) app.close();
  }
}

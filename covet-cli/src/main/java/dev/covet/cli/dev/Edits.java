package dev.covet.cli.dev;

import dev.covet.cli.compile.Compiled;
import dev.covet.cli.compile.Outputs;
import dev.covet.cli.compile.ProjectCompiler;
import dev.covet.cli.project.Project;
import dev.covet.cli.project.ProjectDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files of a project: what has changed in them, and what is compiled. Not thread-safe. */
final class Edits implements AutoCloseable {
  private final ProjectDescription description;
  private Project project;
  private FileWatch watched;
  private ProjectCompiler compiler;
  private @Nullable Outputs outputs;

  /** What is different since the last success, and has not run yet. */
  private FileWatch.Changes open = FileWatch.NONE;

  Edits(Project project, ProjectDescription description) {
    this.project = project;
    this.description = description;
    this.watched = new FileWatch(project, description.time());
    this.compiler = new ProjectCompiler(project);
  }

  Project project() {
    return project;
  }

  /** Whether something is different since the last look. */
  boolean look() {
    var changes = watched.look();
    open = open.and(changes);
    return !changes.isEmpty();
  }

  /** Whether the POM has changed. */
  boolean hasPom() {
    return open.poms();
  }

  /** Whether all that was saved runs, or was said not to. */
  boolean areDone() {
    return open.isEmpty() && outputs != null;
  }

  /** What has changed beside the POM. */
  String names() {
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
   * Reads what the POM says now; null if another one is saved meanwhile, which is open afterwards.
   *
   * @throws IOException if it cannot be used
   */
  @Nullable Project described() throws IOException, InterruptedException {
    open = new FileWatch.Changes(open.sources(), false, open.others());
    var now = description.again(project.folder());
    look();
    return open.poms() ? null : now;
  }

  /** Goes on with what the POM says now, all of which is to be compiled. */
  void reset(Project now) {
    var next = new ProjectCompiler(now);
    close();
    compiler = next;
    project = now;
    outputs = null;
    watched = watched.over(now, description.time());
    look();
  }

  /** Compiles what has changed, if something has. */
  Compiled compiled() {
    if (outputs != null && open.sources().isEmpty()) {
      return new Compiled.Done(outputs, List.of(), 0);
    }
    var compiled = compiler.compile(watched.sources(), open.sources());
    outputs = compiled instanceof Compiled.Done done ? done.outputs() : null;
    return compiled;
  }

  /** What is saved until now runs, or it is said why it does not. */
  void tried() {
    open = FileWatch.NONE;
  }

  @Override
  public void close() {
    try {
      compiler.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

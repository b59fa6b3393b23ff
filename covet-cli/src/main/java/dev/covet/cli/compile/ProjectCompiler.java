package dev.covet.cli.compile;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.covet.cli.compile.Outputs.Output;
import dev.covet.cli.project.Project;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a project in this process, again and again: what has changed, then what sees the change
 * if others can see it; everything where that is not enough. Nothing is written to disk. For one
 * thread.
 */
public final class ProjectCompiler implements AutoCloseable {
  private static final String MODULE = "module-info.java";

  /** Most compilations of more and more sources, before all are compiled. */
  private static final int ROUNDS_MAX = 6;

  private final Project project;
  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager disk =
      javac.getStandardFileManager(null, Locale.ROOT, null);
  private final Processors processors;
  private final Map<Output, ClassShape> shapes = new HashMap<>();
  private Outputs outputs = Outputs.NONE;

  /** A compiler of a project, which has compiled nothing yet. */
  public ProjectCompiler(Project project) {
    this.project = project;
    this.processors = new Processors(project.processors());
    try {
      disk.setLocationFromPaths(StandardLocation.CLASS_PATH, project.libraries());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Compiles what has changed since the last success.
   *
   * @param all the sources that there are
   * @param changed those that are new or different; what is not among them all is gone
   */
  public Compiled compile(Set<Path> all, Set<Path> changed) {
    var isPart = !outputs.files().isEmpty() && all.containsAll(outputs.origins());
    var asked = without(MODULE, changed.stream().filter(all::contains).toList());
    if (isPart) {
      var part = part(asked);
      if (part != null) return kept(part);
    }
    return whole(all);
  }

  /** Compiles everything, whatever there is. */
  Compiled whole(Set<Path> all) {
    return kept(run(without(MODULE, all), Outputs.NONE));
  }

  private static Set<Path> without(String name, Collection<Path> sources) {
    return sources.stream()
        .filter(file -> !file.getFileName().toString().equals(name))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The changed files, with those that see the change, those that see that, and so on; null if only
   * a whole compilation can tell.
   */
  private @Nullable Compiled part(Set<Path> changed) {
    if (changed.isEmpty()) return new Compiled.Done(outputs, List.of(), 0);
    var compiled = new HashSet<>(changed);
    for (var round = 0; round < ROUNDS_MAX; round++) {
      var result = run(compiled, outputs.without(compiled));
      if (result instanceof Compiled.Failed(var mistakes)) {
        return isOwn(mistakes, compiled) ? result : null;
      }
      var more = others(compiled, (Compiled.Done) result);
      if (more == null) return null;
      if (more.isEmpty()) return result;
      compiled.addAll(more);
    }
    return null;
  }

  private @Nullable Set<Path> others(Set<Path> compiled, Compiled.Done done) {
    return new Effects(compiled, outputs, done.outputs(), this::shape).others();
  }

  /**
   * Whether all that is wrong is in what was compiled, and nothing of it is a matter of several
   * sources: then a whole compilation says the same.
   */
  private static boolean isOwn(List<Mistake> mistakes, Set<Path> compiled) {
    return mistakes.stream()
        .filter(Mistake::isError)
        .allMatch(it -> compiled.contains(it.file()) && !it.isFinding());
  }

  private ClassShape shape(Output file) {
    return shapes.computeIfAbsent(file, it -> ClassShape.of(it.bytes()));
  }

  /** Remembers what was made, if it was. */
  private Compiled kept(Compiled result) {
    if (result instanceof Compiled.Done(var made, _, _)) {
      outputs = made;
      shapes.keySet().retainAll(made.files().values());
    }
    return result;
  }

  private Compiled run(Set<Path> sources, Outputs before) {
    if (sources.isEmpty()) {
      return new Compiled.Failed(List.of(new Mistake(true, Path.of(""), 0, 0, nothing(), "")));
    }
    var said = new DiagnosticCollector<JavaFileObject>();
    var files = new MemoryFiles(disk, before);
    try (var reader = reader(said)) {
      var units = reader.getJavaFileObjectsFromPaths(sources.stream().sorted().toList());
      var done = task(files, said, units).call();
      var mistakes = said.getDiagnostics().stream().map(Mistake::of).toList();
      var errors = mistakes.stream().filter(Mistake::isError).toList();
      return done && errors.isEmpty() // javac goes on after bytes that it cannot read
          ? new Compiled.Done(files.outputs(), warnings(mistakes, sources), sources.size())
          : new Compiled.Failed(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads sources as they are now: one that is kept remembers texts, and where links lead. */
  private StandardJavaFileManager reader(DiagnosticListener<JavaFileObject> said) {
    var reader = javac.getStandardFileManager(said, Locale.ROOT, null);
    var rest = project.options().iterator();
    while (rest.hasNext()) reader.handleOption(rest.next(), rest);
    return reader;
  }

  private JavacTask task(
      MemoryFiles files,
      DiagnosticListener<JavaFileObject> said,
      Iterable<? extends JavaFileObject> units) {
    var task = (JavacTask) javac.getTask(null, files, said, options(), null, units);
    task.addTaskListener(
        new TaskListener() {
          @Override
          public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.PARSE) files.read(event.getSourceFile());
          }
        });
    task.setProcessors(processors.made());
    return task;
  }

  /** Those of the project's own files: nobody can change what the processor has written. */
  private static List<Mistake> warnings(List<Mistake> mistakes, Set<Path> sources) {
    return mistakes.stream()
        .filter(it -> it.file().toString().isEmpty() || sources.contains(it.file()))
        .toList();
  }

  private String nothing() {
    return "There are no Java files in "
        + project.sources().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator))
        + ".";
  }

  private List<String> options() {
    var options = new ArrayList<>(project.options());
    options.addAll(List.of("-g", "-implicit:none", "-proc:full"));
    return options;
  }

  @Override
  public void close() throws IOException {
    disk.close();
    processors.close();
  }
}

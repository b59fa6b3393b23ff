package dev.covet.cli.contract;

import dev.covet.cli.document.ApiDocument;
import dev.covet.cli.document.ContractFailure;
import dev.covet.cli.document.DocumentReader;
import dev.covet.cli.document.ProgramDocument;
import dev.covet.cli.project.Project;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code covet openapi}: keeps {@code openapi.json} of a project, which is what its clients were
 * promised, and refuses changes that would break them.
 */
public final class OpenApiCommand {
  /** What {@code --help} prints. */
  public static final String HELP =
      """
      Usage: covet openapi [--accept | --check | --build]

      Compares openapi.json of the project with the API of the compiled program.

        (no option)  writes openapi.json if no change breaks a client, or if there is none yet
        --accept     writes it whatever has changed
        --check      writes nothing, and fails unless openapi.json is up to date; for CI
        --build      writes nothing, and fails only if a change breaks a client; covet build and
                     mvn verify do this where there is an openapi.json
        --help       prints this

      Exit codes: 0 all is well; 1 a change breaks clients, openapi.json is not up to date (--check),
      or something cannot be read; 2 the command line makes no sense.
      """;

  private static final String FILE = "openapi.json";
  private static final String PROGRAM = "The program's OpenAPI document";
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final Duration PROGRAM_MAX = Duration.ofSeconds(60);

  /** What is to be done with the file. */
  private enum Mode {
    KEEP,
    ACCEPT,
    CHECK,
    BUILD
  }

  private final Path file;
  private final Path now;
  private final Mode mode;
  private final PrintStream out;
  private final PrintStream err;

  private OpenApiCommand(Path file, Path now, Mode mode, Output output) {
    this.file = file;
    this.now = now;
    this.mode = mode;
    this.out = output.out();
    this.err = output.err();
  }

  private record Output(PrintStream out, PrintStream err) {}

  /**
   * Compares, and writes if it may.
   *
   * @param project that is compiled
   * @param args the options
   * @return the exit code
   */
  public static int run(Project project, List<String> args, PrintStream out, PrintStream err) {
    if (args.contains("--help")) {
      out.print(HELP);
      return 0;
    }
    var mode = args.isEmpty() ? "--keep" : args.getFirst();
    var known =
        Stream.of(Mode.values())
            .filter(each -> mode.equals("--" + each.name().toLowerCase(Locale.ROOT)))
            .findFirst();
    if (args.size() > 1 || known.isEmpty() || args.contains("--keep")) {
      err.println("covet openapi: unknown options " + String.join(" ", args) + "\n\n" + HELP);
      return MISUSED;
    }
    try {
      return run(project, known.get(), new Output(out, err));
    } catch (ContractFailure e) {
      err.println("covet openapi: " + e.sentence());
    } catch (IOException e) {
      err.println("covet openapi: " + FILE + " cannot be written: " + e);
    }
    return FAILED;
  }

  private static int run(Project project, Mode mode, Output output)
      throws ContractFailure, IOException {
    var file = project.folder().resolve(FILE);
    if (mode == Mode.BUILD && !Files.exists(file)) return 0;
    var folder = Files.createTempDirectory("covet-openapi");
    var program = new ProgramDocument(project, PROGRAM_MAX);
    var end = Thread.ofPlatform().name("covet-openapi-end").unstarted(() -> end(program, folder));
    Runtime.getRuntime().addShutdownHook(end);
    try {
      var now = folder.resolve(FILE);
      program.write(now);
      return new OpenApiCommand(file, now, mode, output).run();
    } finally {
      delete(folder);
      forget(end);
    }
  }

  private static void end(ProgramDocument program, Path folder) {
    program.end();
    delete(folder);
  }

  private static void forget(Thread end) {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException _) {
      // this process is being ended, and the thread is at work
    }
  }

  /** What cannot be deleted is left to the system, which has lent the place. */
  private static void delete(Path folder) {
    try (var files = Files.list(folder)) {
      for (var each : files.toList()) Files.deleteIfExists(each);
      Files.deleteIfExists(folder);
    } catch (IOException _) {
      // the command has done what it was to do, or has failed over something that matters more
    }
  }

  private int run() throws ContractFailure, IOException {
    if (!Files.exists(file)) return first();
    if (mode == Mode.ACCEPT) return accept();
    var old = old();
    var current = DocumentReader.read(now, PROGRAM);
    var changes = ApiComparison.of(old, current);
    if (changes.breaks()) {
      err.println(FILE + ": " + changes.counts() + "\n" + changes.text());
      err.println("Nothing was written. Undo what breaks, or accept it: covet openapi --accept");
      return FAILED;
    }
    if (isUpToDate(old, current)) {
      out.println(FILE + " is up to date");
      return 0;
    }
    return mode == Mode.KEEP ? keep(changes) : stale(changes);
  }

  /** Who only checks does not want a failure because another day makes other examples. */
  private boolean isUpToDate(ApiDocument old, ApiDocument current) {
    return mode == Mode.KEEP
        ? old.equals(current)
        : old.withoutExamples().equals(current.withoutExamples());
  }

  private int first() throws ContractFailure, IOException {
    if (mode == Mode.CHECK) {
      err.println(FILE + " is missing; covet openapi writes it");
      return FAILED;
    }
    DocumentReader.read(now, PROGRAM);
    write();
    out.println(FILE + " is written; commit it");
    return 0;
  }

  private ApiDocument old() throws ContractFailure {
    try {
      return DocumentReader.read(file);
    } catch (ContractFailure e) {
      throw new ContractFailure(
          e.sentence() + ". Mend it, or write it anew: covet openapi --accept");
    }
  }

  /** Writes what the program says, also in place of a file that cannot be read. */
  private int accept() throws ContractFailure, IOException {
    var current = DocumentReader.read(now, PROGRAM);
    try {
      var changes = ApiComparison.of(DocumentReader.read(file), current);
      list(changes);
    } catch (ContractFailure e) {
      out.println(e.sentence());
    }
    write();
    out.println(FILE + " is written");
    return 0;
  }

  private int keep(ChangeList changes) throws IOException {
    list(changes);
    write();
    out.println(FILE + " is written");
    return 0;
  }

  /** The program says more than the file, which is not to be written here. */
  private int stale(ChangeList changes) {
    var to = mode == Mode.CHECK ? err : out;
    if (!changes.isEmpty()) to.println(FILE + ": " + changes.counts() + "\n" + changes.text());
    to.println(FILE + " is not up to date; covet openapi writes it");
    return mode == Mode.CHECK ? FAILED : 0;
  }

  private void list(ChangeList changes) {
    if (changes.isEmpty()) {
      out.println(FILE + ": nothing has changed for clients");
    } else {
      out.println(FILE + ": " + changes.counts() + "\n" + changes.text());
    }
  }

  /** In place of the old file at once: nobody finds half of it. */
  private void write() throws IOException {
    var target = Files.exists(file) ? file.toRealPath() : file;
    var beside = target.resolveSibling(FILE + ".new");
    Files.copy(now, beside, StandardCopyOption.REPLACE_EXISTING);
    Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
  }
}

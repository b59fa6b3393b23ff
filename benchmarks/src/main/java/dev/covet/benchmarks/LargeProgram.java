package dev.covet.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The sources of a program of the size that a team has after a year, 100 records and 200 routes,
 * and what javac makes of them. Its files are in a temporary folder, which goes when it is closed.
 *
 * <p>Not thread-safe.
 */
final class LargeProgram implements AutoCloseable {
  /** The class that starts it. */
  static final String MAIN = "large.Large";

  private static final int AREAS = 20;

  private final TemporaryFolder folder;
  private final String processors;

  private LargeProgram(TemporaryFolder folder, String processors) {
    this.folder = folder;
    this.processors = processors;
  }

  /**
   * Writes the sources.
   *
   * @throws IOException also if the processor has not been built
   */
  static LargeProgram write() throws IOException {
    var program = new LargeProgram(TemporaryFolder.create("covet-large"), processors());
    for (var area = 0; area < AREAS; area++) program.area(area);
    var classes = IntStream.range(0, AREAS).mapToObj("Area%d.class"::formatted).toList();
    program.source("Large", START.replace("#", String.join(", ", classes)));
    return program;
  }

  /** The processor and what it needs, as a build tool hands them to javac. */
  static String processors() throws IOException {
    var needed =
        Arrays.stream(libraries().split(File.pathSeparator, -1))
            .filter(each -> each.matches(".*/(covet-model|jakarta.validation-api|jspecify)-[^/]*"));
    try (var built = Files.list(Path.of("covet-processor", "target"))) {
      var jar =
          built
              .map(Path::toString)
              .filter(
                  each -> each.matches(".*/covet-processor-[^/]*(?<!-(sources|javadoc|tests)).jar"))
              .findFirst()
              .orElseThrow(() -> new IOException("covet-processor has not been built"));
      return Stream.concat(Stream.of(jar), needed).collect(Collectors.joining(File.pathSeparator));
    }
  }

  /** Five records and ten routes. */
  private void area(int number) throws IOException {
    var n = "" + number;
    source("Row" + n, ROW.replace("#", n).replace("$", "TABLE_ROW" + n));
    source("Owner" + n, OWNER.replace("#", n));
    source("Address" + n, ADDRESS.replace("#", n));
    source("Command" + n, COMMAND.replace("#", n));
    source("Report" + n, REPORT.replace("#", n));
    source("Area" + n, ROUTES.replace("#", n));
  }

  private void source(String name, String text) throws IOException {
    var file = sources().resolve(name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path sources() {
    return folder.path().resolve("sources").resolve("large");
  }

  /** The folder of its packages. */
  Path project() {
    return folder.path().resolve("sources");
  }

  /** Where the sources go that the processor writes. */
  private Path generated() {
    return folder.path().resolve("generated");
  }

  /** Where its classes go. */
  Path classes() {
    return folder.path().resolve("classes");
  }

  private Path plain() {
    return folder.path().resolve("plain");
  }

  private static String libraries() {
    return System.getProperty("java.class.path");
  }

  /** Compiles all sources with the processor, from nothing. */
  void compile() throws IOException {
    TemporaryFolder.delete(generated());
    TemporaryFolder.delete(classes());
    javac(classes(), files(sources()), "-processorpath", processors, "-s", empty(generated()));
  }

  /** Compiles all sources and all generated ones without the processor, from nothing. */
  void compilePlain() throws IOException {
    TemporaryFolder.delete(plain());
    var all = new ArrayList<>(files(sources()));
    all.addAll(files(generated()));
    javac(plain(), all, "-proc:none");
  }

  /** Compiles one source again beside the classes, with the processor. */
  void compileOne() throws IOException {
    var again = empty(folder.path().resolve("again"));
    javac(
        classes(),
        List.of(one().toString()),
        "-processorpath",
        processors,
        "-s",
        again,
        "-Xlint:-path");
  }

  /** Compiles one source again, and what the processor wrote for it then, without the processor. */
  void compileOnePlain() throws IOException {
    var all = new ArrayList<>(List.of(one().toString()));
    all.addAll(files(folder.path().resolve("again")));
    javac(classes(), all, "-proc:none");
  }

  private Path one() {
    return sources().resolve("Area7.java");
  }

  private static String empty(Path folder) throws IOException {
    TemporaryFolder.delete(folder);
    return Files.createDirectories(folder).toString();
  }

  private static void javac(Path output, List<String> files, String... options) throws IOException {
    Files.createDirectories(output);
    var arguments = new ArrayList<>(Arrays.asList(options));
    arguments.addAll(
        List.of("-cp", output + ":" + libraries(), "-d", output.toString(), "-parameters"));
    arguments.addAll(files);
    var result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, System.err, arguments.toArray(String[]::new));
    if (result != 0) throw new IOException("javac does not take the large program");
  }

  private static List<String> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .map(Path::toString)
          .filter(each -> each.endsWith(".java"))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }

  private static final String START =
      """
      package large;

      import dev.covet.app.Covet;
      import dev.covet.data.Database;

      public final class Large {
        public static void main(String[] args) {
          Covet.app().install(Database.url("sqlite:large.db")).add(#).run(args);
        }
      }
      """;

  private static final String ROW =
      """
      package large;

      import dev.covet.api.*;
      import jakarta.validation.constraints.*;
      import java.time.Instant;
      import org.jspecify.annotations.Nullable;

      /**
       * A row.
       *
       * @param title what it is called
       */
      @Table
      public record Row#(
          @Id long id,
          @NotBlank @Size(max = 80) @Unique String title,
          @Nullable @Min(0) @Max(10_000) @Index Integer rank,
          @Default("false") boolean done,
          @ReadOnly Instant changedAt) {}
      """;

  private static final String OWNER =
      """
      package large;

      import jakarta.validation.constraints.*;
      import java.util.List;

      /** Whose it is. */
      public record Owner#(
          @NotBlank String name, @Email String mail, List<@Size(max = 9) String> tags, Address# address) {}
      """;

  private static final String ADDRESS =
      """
      package large;

      import jakarta.validation.constraints.*;

      /** Where. */
      public record Address#(
          @NotBlank String street, @Pattern(regexp = "[0-9]{5}") String zip, @Size(max = 60) String town) {}
      """;

  private static final String COMMAND =
      """
      package large;

      import dev.covet.api.*;
      import jakarta.validation.constraints.*;
      import java.math.BigDecimal;
      import java.time.LocalDate;
      import java.util.List;
      import java.util.UUID;

      /** What to do. */
      public record Command#(
          UUID key,
          @Positive BigDecimal amount,
          LocalDate day,
          @Size(min = 1, max = 20) List<Owner#> owners,
          @Default("1") @Min(1) int count) {}
      """;

  private static final String REPORT =
      """
      package large;

      import java.util.List;

      /** What was done. */
      public record Report#(long id, List<Command#> commands, double share) {}
      """;

  private static final String ROUTES =
      """
      package large;

      import static large.Row#Table.ROW#;

      import dev.covet.api.*;
      import dev.covet.data.Session;
      import jakarta.validation.constraints.*;
      import java.util.List;
      import java.util.Optional;

      /** The routes of an area. */
      @Routes("/area#")
      public final class Area# {
        /** Adds a row. */
        @Post @Status(201)
        Row# create(Row# row, Session db) { return db.insert(ROW#, row); }

        /** Lists rows. */
        @Get
        List<Row#> list(@Default("0") @Min(0) int from, Paging paging, Session db) {
          return db.from(ROW#).list(paging);
        }

        @Get("/{id}")
        Optional<Row#> read(long id, Session db) { return db.find(ROW#, id); }

        @Patch("/{id}")
        Row# update(long id, Changes<Row#> changes, Session db) throws NotFound {
          return db.update(ROW#, id, changes);
        }

        @Put("/{id}")
        Row# replace(long id, Row# row, Session db) throws NotFound { return db.replace(ROW#, id, row); }

        @Delete("/{id}")
        void delete(long id, Session db) throws NotFound { db.delete(ROW#, id); }

        @Post("/commands")
        Report# run(Command# command, @Header("X-Trace") Optional<String> trace) {
          return new Report#(1, List.of(command), 0.5);
        }

        @Post("/owners")
        Owner# owner(Owner# owner) { return owner; }

        @Post("/addresses")
        Address# address(Address# address, @Query Optional<String> note) { return address; }

        @Get("/search")
        List<String> search(String q, List<Integer> ranks, @Default("10") @Max(99) int limit) {
          return List.of(q, "" + ranks, "" + limit);
        }
      }
      """;
}

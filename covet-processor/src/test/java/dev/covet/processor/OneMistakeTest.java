package dev.covet.processor;

import static dev.covet.processor.CallerMistakes.callers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Unit;
import dev.covet.processor.emit.Emitter;
import dev.covet.processor.finding.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * P4: in a project of 20 files that all import generated names, one mistake is one error of the
 * compiler, on its line. Acceptance 10 is among them: {@code {id}} renamed in one handler.
 */
final class OneMistakeTest {
  private static final Path PROJECT = Path.of("src/test/resources/project");
  private static final List<String> FILES =
      List.of("Task", "TaskList", "TaskWithList", "ListWithTasks", "Tasks");

  @TempDir Path folder;

  static Stream<Mistake> mistakes() {
    var all = Stream.of(findings(), forms(), types(), tables(), words(), hidden(), services());
    return Stream.concat(all, Stream.of(callers(), errors())).flatMap(each -> each);
  }

  private static Stream<Mistake> findings() {
    var title = "@NotBlank String title";
    var delete = "@Delete(\"/{id}\")\n  void delete(long id,";
    var patch = "@Patch(\"/{key}\")\n  void delete(long key,";
    return Stream.of(
        new Mistake(
            "Tasks",
            "Optional<TaskWithList3> read",
            "private Optional<TaskWithList3> read",
            "private Opt",
            "[COV-101]"),
        new Mistake(
            "Tasks",
            "create(Task3 task,",
            "create(Task3 task, TaskList3 list,",
            "create(",
            "[COV-102]"),
        new Mistake(
            "Tasks",
            "list(Paging paging,",
            "list(Paging paging, Task3 like,",
            "list(",
            "[COV-103]"),
        new Mistake("Task", title, title + ", java.util.Locale locale", "locale", "[COV-104]"),
        new Mistake("Task", title, "@Min(1) String title", "title", "[COV-105]"),
        new Mistake("Task", "@Default(\"3\")", "@Default(\"x\")", "@Default(", "[COV-106]"),
        new Mistake("Tasks", "read(long id,", "read(long key,", "@Get(\"/{id}\")", "[COV-107]"),
        new Mistake(
            "Tasks", "@Get(\"/{id}\")", "@Get(\"/{key}\")", "@Get(\"/{key}\")", "[COV-107]"),
        new Mistake("Tasks", delete, patch, "{key}", "[COV-108]"),
        new Mistake(
            "Tasks", "  Task3 update(", "  @Nullable Task3 update(", "update(", "[COV-109]"),
        new Mistake("Task", "@Id long id", "long id", "@Table", "[COV-110]"),
        new Mistake("TaskWithList", "TaskList3 list)", "TaskList3 lists)", "lists)", "[COV-111]"),
        new Mistake(
            "Task", title, "@NotBlank(message = \"{x}\") String title", "title", "[COV-112]"),
        new Mistake("Task", title, "@dev.covet.api.Flatten " + title, "title", "[COV-113]"),
        new Mistake("Task", title, "@dev.covet.api.Name(\"id\") " + title, "title", "[COV-114]"),
        new Mistake("Task", title, "@dev.covet.api.ReadOnly " + title, "title", "[COV-115]"),
        new Mistake("Task", title, "java.math.BigDecimal size, " + title, "size", "[COV-116]"));
  }

  /** Mistakes in what classes and methods are. */
  private static Stream<Mistake> forms() {
    var end = "TASK3.table();";
    return Stream.of(
        new Mistake("Tasks", "final class Tasks3", "abstract class Tasks3", "abs", "[COV-117]"),
        new Mistake("Tasks", "  Task3 create(", "  <T> Task3 create(", "create(", "[COV-118]"),
        new Mistake(
            "TaskList",
            end,
            end + " @dev.covet.api.Get static int all() { return 1; }",
            "all()",
            "[COV-119]"),
        new Mistake(
            "TaskList",
            end,
            end + " @dev.covet.api.Routes static final class All {}",
            "class All",
            "[COV-120]"));
  }

  /** Mistakes in where types stand, and in what they do not say. */
  private static Stream<Mistake> types() {
    var end = "TASK3.table();";
    return Stream.of(
        new Mistake(
            "TaskList",
            end + "\n}",
            end
                + "\n}\n@dev.covet.api.Routes final class All {"
                + " @dev.covet.api.Get static int all() { return 1; } }",
            "class All",
            "[COV-125]"),
        new Mistake(
            "Compact",
            "",
            "@dev.covet.api.Model record All() {}\nvoid main() {}",
            "record",
            "[COV-126]"),
        new Mistake(
            "TaskList",
            end,
            end
                + " static final class Full extends dev.covet.api.ApiError {"
                + " private static final long serialVersionUID = 1L;"
                + " Full() { super(\"\"); } }",
            "class Full",
            "[COV-127]"),
        new Mistake(
            "TaskList",
            end,
            end
                + " static final class A { @dev.covet.api.Model record B(int a) {} }\n"
                + " @dev.covet.api.Model record A_B(int a) {}",
            "record A_B",
            "[COV-128]"),
        new Mistake("Tasks", "@Get(\"/{id}\")", "@Get(\"/{id\")", "@Get(\"/{id\")", "[COV-129]"),
        new Mistake(
            "Tasks",
            "@Get(\"/{id}\")",
            "@Get(\"/{id}\")\n  @dev.covet.api.Put(\"/{id}\")",
            "@dev.covet.api.Put",
            "[COV-130]"));
  }

  /** Mistakes in what is a table, and in annotations that are none of its. */
  private static Stream<Mistake> tables() {
    var title = "@NotBlank String title";
    var refers = title + ", @References(String.class) long other";
    var plain =
        "package tasks;\nimport static tasks.Plain3Table.PLAIN3;\n"
            + "@dev.covet.api.Table final class Plain3 { static final Object SELF = PLAIN3; }";
    var shard =
        "package tasks;\nfinal class Plain3 {\n@dev.covet.api.Qualifier @interface Shard { int value(); }\n"
            + "@Shard(1) @dev.covet.api.Table record Row(@dev.covet.api.Id long id) {}}";
    var silent =
        "package tasks;\n@dev.covet.api.Routes(\"/plain3\") final class Plain3 {\n"
            + "@dev.covet.api.WebSocket void talk() {}\n}";
    return Stream.of(
        new Mistake("Plain", "", shard, "@Shard(1)", "[COV-160]"),
        new Mistake("Plain", "", silent, "@dev.covet.api.WebSocket", "[COV-172]"),
        route("  @dev.covet.api.Unique", "Unique", "[COV-131]"),
        new Mistake("Plain", "", plain, "@dev.covet.api.Table", "[COV-131]"),
        route("  @Status(201)\n  @dev.covet.api.Idempotent", "Idempotent", "[COV-170]"),
        route(
            "  @Status(201)\n  @dev.covet.api.CacheControl(\"public\")",
            "CacheControl",
            "[COV-171]"),
        route("  @Status(201)\n  @dev.covet.api.Callback(String.class)", "Callback", "[COV-168]"),
        new Mistake("Task", title, refers, "String.class", "[COV-132]"),
        route("  @dev.covet.api.Use(String.class)", "String.class", "[COV-133]"),
        new Mistake("Task", "@Table", "", "record Task3", "[COV-134]"),
        new Mistake("TaskList", "@Table", "", "record TaskList3", "[COV-134]"),
        new Mistake("Task", "@Table", "@Table @dev.covet.api.Index", "@Table", "[COV-150]"),
        new Mistake("Task", "@Table", "@Table(\"a-b\")", "@Table", "[COV-151]"),
        sql("@dev.covet.api.Sql(\"\") void run();", "[COV-155]"),
        sql("void run(); @dev.covet.api.Sql(\"select 1\") int one();", "[COV-155]"),
        new Mistake(
            "TaskList",
            "TASK3.table();",
            "TASK3.table(); @dev.covet.api.Client(\"x\") interface Far {}",
            "@dev.covet.api.Client",
            "[COV-165]"),
        sql("@dev.covet.api.Sql(\"select 1\") Missing run();", "cannot find symbol"),
        new Mistake(
            "TaskWithList", "@Projection(Task3.class)", "", "record TaskWith", "[COV-134]"));
  }

  private static Mistake route(String instead, String at, String says) {
    return new Mistake("Tasks", "  @Status(201)", instead, at, says);
  }

  private static Mistake sql(String methods, String says) {
    var end = "TASK3.table();";
    return new Mistake(
        "TaskList", end, end + " interface OwnSql { " + methods + " }", "run()", says);
  }

  /** What is said of answers, of what clients send, and of names. */
  private static Stream<Mistake> words() {
    return Stream.of(
        route("  @dev.covet.api.Guard(String.class)", "String.class", "[COV-137]"),
        route("  @dev.covet.api.Produces(\"text/csv\")", "Produces", "[COV-135]"),
        new Mistake(
            "Task",
            "@NotBlank String title",
            "@dev.covet.api.Example(\" \") @NotBlank String title",
            "Example",
            "[COV-136]"),
        new Mistake(
            "Tasks",
            "void delete(long id,",
            "void delete(long id, @dev.covet.api.Cookie(\"a b\") String crumb,",
            "crumb",
            "[COV-140]"),
        new Mistake(
            "Tasks",
            "Optional<TaskWithList3> read(",
            "Optional<TaskWithList3> wait(",
            "wait(",
            "[COV-145]"),
        new Mistake(
            "Plain",
            "",
            "package tasks;\n@dev.covet.api.Scalar record Plain3(int a, int b) {}",
            "@dev.covet.api.Scalar",
            "[COV-139]"));
  }

  /** What generated code cannot reach, beside a private handler. */
  private static Stream<Mistake> hidden() {
    return Stream.concat(hiddenMethods(), hiddenTypes());
  }

  private static Stream<Mistake> hiddenMethods() {
    var last = "static @Nullable String last;";
    var end = "TASK_LIST3.table();";
    return Stream.of(
        new Mistake(
            "Task",
            end,
            end
                + " @jakarta.validation.constraints.AssertTrue private boolean ok() { return true; }",
            "private",
            "[COV-101]"),
        new Mistake(
            "Task",
            end,
            end + " @dev.covet.api.ReadOnly private int more() { return 1; }",
            "private",
            "[COV-101]"),
        new Mistake(
            "Tasks",
            last,
            last
                + " @dev.covet.api.Provides private static Thread thread() { return new Thread(); }",
            "private",
            "[COV-101]"));
  }

  private static Stream<Mistake> hiddenTypes() {
    var last = "static @Nullable String last;";
    var first = "  @Post\n";
    return Stream.of(
        new Mistake(
            "Tasks",
            first,
            " private enum Kind {}\n @dev.covet.api.Put int put(Kind kind) { return 1; }\n" + first,
            "private",
            "[COV-101]"),
        new Mistake(
            "Tasks",
            first,
            " @dev.covet.api.Query private record Page(int size) {}\n"
                + " @dev.covet.api.Put int put(Page page) { return 1; }\n"
                + first,
            "private",
            "[COV-101]"),
        new Mistake(
            "Tasks",
            last,
            last
                + " @Status(409) private static final class Full extends dev.covet.api.ApiError {"
                + " private static final long serialVersionUID = 1L;"
                + " Full() { super(\"\"); } }",
            "private",
            "[COV-101]"));
  }

  /** Mistakes in who asks for what. */
  private static Stream<Mistake> services() {
    var last = "static @Nullable String last;";
    var two = " @dev.covet.api.Provides static Thread ";
    var request = "dev.covet.web.http.Request request";
    return Stream.of(
        new Mistake("Tasks", last, last + " Tasks3(" + request + ") {}", request, "[COV-121]"),
        new Mistake("Tasks", last, last + " Tasks3(Tasks2 other) {}", "other", "[COV-122]"),
        new Mistake(
            "Tasks", last, last + two + "a(Thread b) { return b; }", "a(Thread", "[COV-123]"),
        new Mistake(
            "Tasks",
            "read(long id,",
            "read(long id, @dev.covet.api.Path long key,",
            "long key",
            "[COV-124]"));
  }

  private static Stream<Mistake> errors() {
    var insert = "return db.insert(TASK3, task);";
    var none = "cannot find symbol";
    return Stream.of(
        new Mistake("Tasks", insert, insert.replace(";", ""), "insert", "';' expected"),
        new Mistake("Tasks", insert, "return \"x\";", "\"x\"", "incompatible types"),
        new Mistake("Task", "String title", "Strin title", "Strin title", none),
        new Mistake("Tasks", "create(Task3 task", "create(Tusk3 task", "Tusk3", none),
        new Mistake("Tasks", "  Task3 create(", "  Tusk3 create(", "Tusk3", none),
        new Mistake("Tasks", "Changes<Task3>", "Changes<Tusk3>", "Tusk3", none),
        new Mistake("Tasks", "throws NotFound", "throws NotFuond", "NotFuond", none),
        new Mistake("TaskWithList", "TaskList3 list)", "TaskLust3 list)", "TaskLust3", none),
        new Mistake(
            "Tasks",
            "  @Post\n",
            """
              private record Hidden(int a) {}

              @dev.covet.api.Put
              int put(Hidden in) {
                return in.a();
              }

              @Post
            """,
            "record Hidden",
            "[COV-101]"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void oneMistakeIsOneErrorOnItsLine(Mistake mistake) throws IOException {
    var file = mistake.file() + "3.java";
    var sources = project();
    var right = sources.getOrDefault(file, "");
    assertThat(right).contains(mistake.right());
    var wrong = right.replace(mistake.right(), mistake.wrong());
    sources.put(file, mistake.right().contains("throws") ? first(right, mistake) : wrong);

    var messages = compile(sources);

    assertThat(messages)
        .singleElement()
        .satisfies(message -> {
          assertThat(message.text()).contains(mistake.says());
          assertThat(message.file()).isEqualTo(file);
          assertThat(message.line()).isEqualTo(line(sources.getOrDefault(file, ""), mistake.at()));
        });
  }

  private static String first(String text, Mistake mistake) {
    var at = text.indexOf(mistake.right());
    return text.substring(0, at) + mistake.wrong() + text.substring(at + mistake.right().length());
  }

  private static long line(String text, String part) {
    return text.substring(0, text.indexOf(part) + 1).lines().count();
  }

  private List<Compilation.Message> compile(Map<String, String> sources) throws IOException {
    var units = new ArrayList<Unit>();
    sources.forEach((name, text) -> units.add(new Unit("tasks/" + name, text)));
    return new Compilation(folder, Emitter::emit).compile(units, "-Xlint:-auxiliaryclass");
  }

  private static Map<String, String> project() throws IOException {
    var sources = new TreeMap<String, String>();
    for (var name : FILES) {
      var text = Files.readString(PROJECT.resolve(name + ".txt"));
      for (var i = 1; i <= 4; i++) {
        sources.put(name + i + ".java", text.replaceAll("(?<=[a-zA-Z])0(?!\\d)", "" + i));
      }
    }
    return sources;
  }

  @Test
  void withoutMistakeThereIsNoError() throws IOException {
    var sources = project();

    assertThat(sources).hasSize(20);
    assertThat(sources.values()).allMatch(each -> each.contains("\nimport static tasks."));
    assertThat(compile(sources)).isEmpty();
  }

  @Test
  void everyFindingIsAmongTheMistakes() {
    var said = mistakes().map(Mistake::says).toList();

    assertThat(said)
        .containsAll(Arrays.stream(Code.values()).map(code -> "[" + code + "]").toList());
  }
}

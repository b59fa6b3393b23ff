package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Message;
import dev.covet.processor.Compilation.Unit;
import dev.covet.processor.emit.Emitter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that call a generated client compile as long as the handlers are what they call. */
final class ClientsTest {
  @TempDir Path folder;

  @Test
  void callsCompileWhateverTheAppProvides() throws IOException {
    assertThat(messages("String read(long id, java.time.Clock clock)", "client.read(7)")).isEmpty();
  }

  @Test
  void callsStopCompilingWhenAHandlerIsRenamed() throws IOException {
    assertThat(messages("String show(long id)", "client.read(7)"))
        .singleElement()
        .satisfies(each -> assertThat(each.file()).isEqualTo("Use.java"))
        .satisfies(each -> assertThat(each.text()).contains("cannot find symbol", "read"));
  }

  @Test
  void callsStopCompilingWhenAParameterIsOfAnotherType() throws IOException {
    assertThat(messages("String read(java.util.UUID id)", "client.read(7)").getFirst().text())
        .contains("incompatible types");
  }

  @Test
  void callsStopCompilingWhenAParameterIsAddedOrTheResultIsAnother() throws IOException {
    assertThat(messages("String read(long id, int size)", "client.read(7)")).hasSize(1);
    assertThat(messages("int read(long id)", "client.read(7)"))
        .singleElement()
        .satisfies(each -> assertThat(each.text()).contains("incompatible types"));
  }

  @Test
  void errorsOfOtherPackagesAreMadeAsFarAsTheirConstructorsArePublic() throws IOException {
    var errors =
        List.of(
            error("Open", "public Open(String message) { super(message); }"),
            error("Shut", "Shut() { super(\"x\"); }"),
            error("Old", "@Deprecated public Old() { super(\"x\"); }"),
            error("Wordy", "public Wordy(String a, String b) { super(a + b); }"));
    var routes =
        new Unit(
            "tasks/Tasks.java",
            """
            package tasks;
            @dev.covet.api.Routes("/tasks") final class Tasks {
              @dev.covet.api.Get String read() throws errors.Open, errors.Shut, errors.Old, errors.Wordy {
                return "";
              }
            }
            """);
    var units = new ArrayList<>(errors);
    units.add(routes);

    assertThat(Generated.from(folder, units).source("tasks.TasksClient"))
        .contains("Open::new")
        .doesNotContain("Shut", "Old", "Wordy");
  }

  private static Unit error(String name, String constructor) {
    return new Unit(
        "errors/" + name + ".java",
        """
        package errors;
        @dev.covet.api.Status(409) public final class %s extends dev.covet.api.ApiError {
          private static final long serialVersionUID = 1L;
          %s
        }
        """
            .formatted(name, constructor));
  }

  private List<Message> messages(String handler, String call) throws IOException {
    var routes =
        """
        package tasks;
        @dev.covet.api.Routes("/tasks") final class Tasks {
          @dev.covet.api.Get("/{id}") %s { throw new IllegalStateException(); }
        }
        """
            .formatted(handler);
    var use =
        """
        package tasks;
        final class Use {
          String use(TasksClient client) { return %s; }
        }
        """
            .formatted(call);
    return new Compilation(folder, Emitter::emit)
        .compile(List.of(new Unit("tasks/Tasks.java", routes), new Unit("tasks/Use.java", use)));
  }
}

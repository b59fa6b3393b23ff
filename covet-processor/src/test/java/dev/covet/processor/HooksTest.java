package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.base.config.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Added classes may have hooks, whether they have routes or not. */
final class HooksTest {
  @TempDir Path folder;

  private Generated hooks;

  @BeforeEach
  void compile() throws IOException {
    hooks = Generated.from(folder, Generated.units(Path.of("src/test/resources/good/hooks")));
  }

  @SuppressWarnings("unchecked") // it is a list of texts
  private List<String> notes() throws ReflectiveOperationException {
    return (List<String>) hooks.constant("hooks.Journal", "NOTES");
  }

  @Test
  void aClassWithoutRoutesHasHooksThatRunAtStartAndStop() throws ReflectiveOperationException {
    var app = Covet.app().add(hooks.type("hooks.Seeding"), hooks.type("hooks.Statics"));

    try (var started = new Caller(app)) {
      assertThat(notes()).containsExactly("seeded by 1", "counted by 2");
      assertThat(started.app().operations()).isEmpty();
    }

    assertThat(notes()).endsWith("counted by 2", "bye from home", "cleared");
  }

  @Test
  void aCheckIsAskedWhenSomebodyAsksHowTheAppIs() throws ReflectiveOperationException {
    try (var started = new Caller(Covet.app().add(hooks.type("hooks.Seeding")))) {
      assertThat(started.get("/health").text()).isEqualTo("{\"status\":\"up\"}");
    }

    assertThat(notes()).anyMatch(each -> each.startsWith("checked by"));
  }

  @Test
  void aServiceWithHooksIsTheOneThatOthersAskFor() throws ClassNotFoundException {
    var app = Covet.app().add(hooks.type("hooks.Clocks"), hooks.type("hooks.Ticker"));

    try (var started = new Caller(app)) {
      assertThat(started.get("/clocks").text()).isEqualTo("true");
    }
  }

  @Test
  void hooksOfAClassThatIsNotAddedDoNotRun() throws ReflectiveOperationException {
    try (var started = new Caller(Covet.app().add(hooks.type("hooks.Clocks")))) {
      assertThat(started.get("/clocks").text()).isEqualTo("false");
    }

    assertThat(notes()).isEmpty();
  }

  @Test
  void aClassThatHasNeitherRoutesNorHooksCannotBeAdded() throws ClassNotFoundException {
    var app = Covet.app().add(hooks.type("hooks.Journal"));

    assertThatThrownBy(() -> app.start(StartOptions.of(Mode.TEST)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(
            "hooks.Journal has nothing to add: nothing was generated for it. An added class"
                + " has @Routes, or methods with @OnStart, @OnStop or @HealthCheck; an interface has @Webhook.");
  }
}

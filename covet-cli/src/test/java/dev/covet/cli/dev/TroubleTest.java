package dev.covet.cli.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.cli.compile.Mistake;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown of an exception that a program throws while it starts. */
class TroubleTest {
  private static <T extends Throwable> T at(T thrown, String... frames) {
    thrown.setStackTrace(
        Arrays.stream(frames)
            .map(each -> new StackTraceElement(each, "call", "A.java", 7))
            .toArray(StackTraceElement[]::new));
    return thrown;
  }

  @Test
  void theFramesThatCalledTheProgramAreLeftOut() {
    var cause =
        at(new NumberFormatException("x"), "java.lang.Integer", "shop.Prices", "dev.covet.A");
    var thrown =
        at(
            new IllegalStateException("no prices", cause),
            "org.lib.Files",
            "shop.Warm",
            "shop.Warm",
            "dev.covet.app.Hooks",
            "java.lang.Thread");

    assertThat(Trouble.ofProgram(thrown))
        .isEqualTo(
            """
            java.lang.IllegalStateException: no prices
            \tat org.lib.Files.call(A.java:7)
            \tat shop.Warm.call(A.java:7)
            \tat shop.Warm.call(A.java:7)
            Caused by: java.lang.NumberFormatException: x
            \tat java.lang.Integer.call(A.java:7)
            \tat shop.Prices.call(A.java:7)\
            """);
  }

  @Test
  void aLongTraceIsShownAsAShortOne() {
    var frames = Collections.nCopies(2_000, "java.util.List").toArray(String[]::new);
    frames[0] = "shop.Warm";

    assertThat(Trouble.ofProgram(at(new IllegalStateException(), frames))).hasLineCount(2);
  }

  @Test
  void aLibraryOfCovetThatIsNoDependencyIsNamedOnce() {
    var lacking = mistake("package dev.covet.security does not exist");
    var other = mistake("package dev.covet.sekurity does not exist");

    assertThat(Trouble.compiling(List.of(lacking, lacking, other)).lines())
        .singleElement()
        .asString()
        .contains("pom.xml", "<artifactId>covet-security</artifactId>");
    assertThat(Trouble.compiling(List.of(other)).lines()).isEmpty();
  }

  private static Mistake mistake(String text) {
    return new Mistake(true, Path.of("Shop.java"), 3, 1, text, "");
  }

  @Test
  void allIsShownWhereTheProgramIsNotInIt() {
    var thrown = at(new IllegalStateException(), "java.util.List", "dev.covet.app.Hooks");

    assertThat(Trouble.ofProgram(thrown)).hasLineCount(3);
  }
}

package dev.covet.processor.emit.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.model.type.TypeName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourceTextTest {
  @Test
  void namesInBackquotesBecomeImportsInOrder() {
    var text =
        text(
            Set.of(),
            "final class X {\n  `java.util.List`<`heroes.Hero`> a;\n  `dev.covet.Codec` b;\n}");

    assertThat(text)
        .isEqualTo(
            """
            package heroes;

            import dev.covet.Codec;
            import java.util.List;

            final class X {
              List<Hero> a;
              Codec b;
            }
            """);
  }

  @Test
  void ofTwoTypesWithOneNameTheNeighbourKeepsIt() {
    var text = text(Set.of("Request"), "`dev.covet.Request` a; `heroes.Request` b;");

    assertThat(text).isEqualTo("package heroes;\n\ndev.covet.Request a; Request b;\n");
  }

  @Test
  void ofTwoStrangersTheFirstInTheAlphabetIsImported() {
    var text = text(Set.of(), "`b.Item` x; `a.Item` y;");

    assertThat(text).isEqualTo("package heroes;\n\nimport a.Item;\n\nb.Item x; Item y;\n");
  }

  @Test
  void aTypeThatTheFileDeclaresHidesOthers() {
    var text = text(Set.of("Nested"), "record `=Nested`() {} `heroes.Nested` a;");

    assertThat(text).isEqualTo("package heroes;\n\nrecord Nested() {} heroes.Nested a;\n");
  }

  @Test
  void aNeighbourCalledStringDoesNotChangeWhatStringMeans() {
    var text = text(Set.of("String"), "`String` a; `java.util.List` b;");

    assertThat(text)
        .isEqualTo(
            "package heroes;\n\nimport java.lang.String;\nimport java.util.List;\n\nString a; List b;\n");
  }

  @Test
  void aNestedTypeIsReachedThroughItsOuterOne() {
    var text =
        text(
            Set.of(), "`hello.Hello.Greeting` a; `heroes.Hero.Power` b; `java.lang.Deprecated` c;");

    assertThat(text)
        .isEqualTo(
            "package heroes;\n\nimport hello.Hello;\n\nHello.Greeting a; Hero.Power b; Deprecated c;\n");
  }

  @Test
  void aPackageWithCapitalsIsToldApartByAColon() {
    var text = text(Set.of(), "`Shop.Parts:Item` a; `heroes:hero` b;");

    assertThat(text).isEqualTo("package heroes;\n\nimport Shop.Parts.Item;\n\nItem a; hero b;\n");
  }

  @Test
  void aBackquoteOfTheUsersStays() {
    var text = text(Set.of(), "String a = " + Literals.string("`a.B`") + ";");

    assertThat(text).isEqualTo("package heroes;\n\nString a = \"`a.B`\";\n");
  }

  @Test
  void longLinesAreBrokenBehindTheBracketThenAtEveryComma() {
    var argument = "abcdefghi".repeat(3);
    var text =
        text(
            Set.of(),
            "  callSomething(" + String.join(", ", List.of(argument, argument, argument)) + ");");
    var longer =
        text(
            Set.of(),
            "  callSomething("
                + String.join(", ", List.of(argument, argument, "f(a, \")\", ',')", argument))
                + ");");

    assertThat(text)
        .isEqualTo(
            "package heroes;\n\n  callSomething(\n      %1$s, %1$s, %1$s);\n".formatted(argument));
    assertThat(longer)
        .isEqualTo(
            "package heroes;\n\n  callSomething(\n      %1$s,\n      %1$s,\n      f(a, \")\", ','),\n      %1$s);\n"
                .formatted(argument));
  }

  private static String text(Set<String> neighbours, String body) {
    return new SourceText(new TypeName("heroes", "X"), neighbours::contains)
        .finish(body, List.of())
        .text();
  }
}

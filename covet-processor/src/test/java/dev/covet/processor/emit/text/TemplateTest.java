package dev.covet.processor.emit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {
  @Test
  void aPlaceOnALineOfItsOwnGivesItsIndentationToEveryLine() {
    var text = Template.fill("class %s {\n  %s\n}", "A", "int a;\n\nint b;");

    assertThat(text).isEqualTo("class A {\n  int a;\n\n  int b;\n}");
  }

  @Test
  void anEmptyBlockTakesItsLineWithIt() {
    assertThat(Template.fill("{\n  %s\n}", "")).isEqualTo("{\n}");
  }

  @Test
  void placesMayBeNumbered() {
    assertThat(Template.fill("%2$s %1$s %2$s", "a", "b")).isEqualTo("b a b");
  }

  @Test
  void aValueIsTakenAsItIs() {
    assertThat(Template.fill("x = %s;", "\"$1 %s \\\\\"")).isEqualTo("x = \"$1 %s \\\\\";");
  }

  @Test
  void paragraphsLeaveOutWhatIsEmpty() {
    assertThat(Template.paragraphs(List.of("a", "", "b"))).isEqualTo("a\n\nb");
  }
}

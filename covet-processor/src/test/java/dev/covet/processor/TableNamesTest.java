package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.Compilation.Unit;
import dev.covet.processor.emit.Emitter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** COV-134: a record whose table is named, and that is none. */
final class TableNamesTest {
  @TempDir Path folder;

  @Test
  void aTableThatAnotherPackageImportsWithAllOthersIsMissedToo() throws IOException {
    var units =
        List.of(
            new Unit("a/Hero.java", "package a; public record Hero(@dev.covet.api.Id long id) {}"),
            new Unit(
                "b/Use.java",
                "package b; import a.*; final class Use { Object o = HeroTable.HERO; }"));

    var messages = new Compilation(folder, Emitter::emit).compile(units);

    assertThat(messages).extracting(Compilation.Message::file).containsExactly("Hero.java");
    assertThat(messages.getFirst().text()).startsWith("[COV-134] Hero is not a table");
  }

  @Test
  void whatIsImportedWithAllOthersIsNoTableThatIsMissed() throws IOException {
    var units =
        List.of(
            new Unit("a/J.java", "package a; record J(long id) {}"),
            new Unit(
                "a/Use.java",
                "package a; import javax.swing.*; import b.*;"
                    + " abstract class Use { JTable table; Object o = HeroTable.HERO; }"),
            new Unit("a/Hero.java", "package a; record Hero(long id) {}"),
            new Unit(
                "b/Hero.java",
                "package b; import dev.covet.api.*; @Table public record Hero(@Id long id) {}"));

    assertThat(Generated.from(folder, units).sources()).containsKey("b.HeroTable");
  }
}

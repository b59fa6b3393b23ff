package dev.covet.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written does not depend on the machine's language. */
final class LocaleTest {
  @TempDir Path folder;

  /** In Arabic, numbers have other digits, which Java does not know. */
  @Test
  void theDigitsOfTheMachinesLanguageAreInNoSource() throws IOException, InterruptedException {
    var components =
        IntStream.range(0, 40)
            .mapToObj(number -> "@dev.covet.api.Default(\"1\") int c" + number)
            .collect(Collectors.joining(", "));
    var source = folder.resolve("Note.java");
    Files.writeString(
        source,
        "package a; @dev.covet.api.Table record Note(@dev.covet.api.Id long id, "
            + components
            + ") {}");

    var javac = javac(source);

    assertThat(javac).isEmpty();
    assertThat(Files.readString(folder.resolve("a/NoteCodec.java"))).isASCII().contains("read2(");
  }

  private String javac(Path source) throws IOException, InterruptedException {
    var classPath = System.getProperty("java.class.path");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(List.of("-J-Duser.language=ar", "-J-Duser.country=EG", "-proc:full"));
    command.addAll(List.of("-processor", CovetProcessor.class.getName()));
    command.addAll(List.of("-cp", classPath, "-d", folder.toString(), "-s", folder.toString()));
    command.add(source.toString());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() == 0 ? said : "failed: " + said;
  }
}

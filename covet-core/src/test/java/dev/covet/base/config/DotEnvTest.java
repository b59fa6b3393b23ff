package dev.covet.base.config;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A .env file that other libraries read is read here, and to the same values. */
class DotEnvTest {
  private final StartFaults faults = new StartFaults();
  private Path file = Path.of(".env");

  @BeforeEach
  void place(@TempDir Path folder) {
    file = folder.resolve(".env");
  }

  private Map<String, String> read(String text) throws IOException {
    Files.writeString(file, text);
    return DotEnv.read(file, faults).values();
  }

  /** {@code ~} is a tab, {@code |} the end of a line. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '>',
      value = {
        "A=1                         > 1",
        "A = 1                       > 1",
        "export A=1                  > 1",
        "export~A=1                  > 1",
        "~A~=~1~                     > 1",
        "A=1 # comment               > 1",
        "A=1~# comment               > 1",
        "A=1 ~ # comment             > 1",
        "A=1 2 3                     > 1 2 3",
        "A=a#b                       > a#b",
        "A=#ff0000                   > #ff0000",
        "A=http://h/#part            > http://h/#part",
        "A=c:\\new\\dir              > c:\\new\\dir",
        "A=it's                      > it's",
        "A=a=b=                      > a=b=",
        "A={\"b\": \"c\"}            > {\"b\": \"c\"}",
        "A=pa$$word${X}              > pa$$word${X}",
        "A=\" 1 \"                   > ^ 1 ^",
        "A=\"1\" # comment           > 1",
        "A=\"1\"~# say \"it\"        > 1",
        "A=\"1\"#comment             > 1",
        "A=\"1 # 2\" # 3             > 1 # 2",
        "A='1' # it's                > 1",
        "A=\"say \\\"x\\\" # y\"     > say \"x\" # y",
        "A=\"a\\\\\"                 > a\\",
        "A=\"a\\nb\\tc\\rd\"         > a|b~c!d",
        "A=\"cost: \\$5 \\d+\"       > cost: $5 \\d+",
        "A='a\\nb \\\\ # c'          > a\\nb \\\\ # c",
        "A='it\\'s'                  > it's",
        "A=`say \"it's\"`            > say \"it's\"",
        "A=\"one|two||three\"        > one|two||three",
        "A='one|two' # three         > one|two",
        "A=\"-----BEGIN|B=c|# d\"|C=1 > -----BEGIN|B=c|# d",
        "A=1|A=2                     > 2",
        "A.b-c=1|A=2                 > 2",
        "#A=1|  # A=3|~#|~|A=2       > 2"
      })
  void aValueIsWhatOtherLibrariesMakeOfIt(String text, String value) throws IOException {
    assertThat(read(plain(text))).containsEntry("A", plain(value));
    assertThat(faults.list()).isEmpty();
  }

  private static String plain(String text) {
    return text.replace('~', '\t').replace('|', '\n').replace('!', '\r');
  }

  @ParameterizedTest
  @CsvSource({"A=", "A= ", "A= # nothing", "A=\"\"", "A='' # nothing"})
  void anEmptyValueIsOne(String text) throws IOException {
    assertThat(read(text)).containsExactly(Map.entry("A", ""));
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void aByteOrderMarkAndEndsOfLinesOfOtherSystemsAreNoPartOfAnything() throws IOException {
    assertThat(read("\uFEFFA=1\r\nB=\"2\" # c\r\nC=\"x\r\ny\"\rD=4"))
        .isEqualTo(Map.of("A", "1", "B", "2", "C", "x\ny", "D", "4"));
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsAFaultWithItsLineAndWithoutItsText() throws IOException {
    var values =
        read(
            """
            A="one
            two" # fine
            secret words
            export B
            2C=3
            D="x" hunter2
            E=1
            F='hunter2
            """);

    assertThat(values).containsOnlyKeys("A", "E");
    assertThat(faults.list())
        .containsExactly(
            file + " line 3 is not a setting. Write NAME=value.",
            file + " line 4 is not a setting. Write NAME=value.",
            file + " line 5 is not a setting. Write NAME=value.",
            file
                + " line 6 has more behind the closing quote. Only a comment may follow, after a #.",
            file
                + " line 8 begins with a quote that does not end. Close it, or put the value in"
                + " other quotes.");
  }

  @Test
  void aFileThatIsNotThereHasNothing() {
    assertThat(DotEnv.read(file, faults).values()).isEmpty();
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsAFault() throws IOException {
    Files.write(file, "A=\u00fc".getBytes(UTF_16LE));
    assertThat(DotEnv.read(file, faults).values()).isEmpty();
    Files.delete(file);
    Files.createDirectory(file);
    assertThat(DotEnv.read(file, faults).values()).isEmpty();

    assertThat(faults.list())
        .hasSize(2)
        .satisfies(
            both ->
                assertThat(both.getFirst()).isEqualTo(file + " is not UTF-8. Save it as UTF-8."),
            both -> assertThat(both.getLast()).contains("cannot be read", "Make it a readable"));
  }
}

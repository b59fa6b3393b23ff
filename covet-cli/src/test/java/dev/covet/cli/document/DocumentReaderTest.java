package dev.covet.cli.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that cannot be read says so in one sentence, with the line where there is one. */
class DocumentReaderTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("openapi.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"openapi": "3.1.0",~<<<<<<< HEAD~"a": 1| openapi.json:2:1 has a merge conflict (<<<<<<<)
          <<<<<<< HEAD| openapi.json:1:1 has a merge conflict (<<<<<<<)
          {"openapi": "3.1.0",~"paths": {| openapi.json:2:11 ends too early
          {"openapi": "3.1.0",~"paths": }| openapi.json:2:10 is not valid JSON (
          {"openapi": "3.1.0",~"a": [1,~=======~2]}| openapi.json:3:1 is not valid JSON (
          {"openapi": "3.1.0",~"paths": {},~}| openapi.json:3:1 is not valid JSON (
          {"openapi": "3.1.0"} x| openapi.json:1:22 is not valid JSON (
          {"openapi": "3.1.0", "a": 1, "a": 2}| openapi.json: a must be given only once (duplicate)
          {"openapi": "3.0.3"}| openapi.json is OpenAPI 3.0.3, and only 3.1 can be compared
          {"swagger": "2.0"}| openapi.json is not an OpenAPI document: it has no field "openapi"
          []| openapi.json is not an OpenAPI document: it has no field "openapi"
          ~| openapi.json:2:1 ends too early
          """)
  void oneSentenceSaysWhatIsWrong(String text, String sentence) throws IOException {
    Files.writeString(file(), text.replace('~', '\n'));

    assertThatThrownBy(() -> DocumentReader.read(file()))
        .isInstanceOf(ContractFailure.class)
        .hasMessageStartingWith(sentence)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void anEmptyFileIsNamed() throws IOException {
    Files.writeString(file(), "");

    assertThatThrownBy(() -> DocumentReader.read(file())).hasMessage("openapi.json is empty");
  }

  @Test
  void bytesThatAreNotUtf8AreNamedWithTheirLine() throws IOException {
    Files.write(file(), "{\n\"a\": \"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> DocumentReader.read(file()))
        .hasMessage("openapi.json:2:7 is not UTF-8");
  }

  @Test
  void aMarkOfUtf8BeforeTheDocumentIsNothing() throws Exception {
    Files.writeString(file(), "\ufeff{\"openapi\": \"3.1.0\"}");

    assertThat(DocumentReader.read(file()).root()).containsOnlyKeys("openapi");
  }

  @Test
  void moreThanTwoHundredLevelsAreNotRead() throws IOException {
    Files.writeString(file(), "[".repeat(201) + "]".repeat(201));

    assertThatThrownBy(() -> DocumentReader.read(file())).hasMessageContaining("200");
  }

  @Test
  void moreThan64MebibytesAreNotRead() throws IOException {
    try (var large = new RandomAccessFile(file().toFile(), "rw")) {
      large.setLength(DocumentReader.BYTES_MAX + 1L);
    }

    assertThatThrownBy(() -> DocumentReader.read(file()))
        .hasMessage("openapi.json is larger than 64 MiB");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> DocumentReader.read(file()))
        .hasMessageStartingWith("openapi.json cannot be read: ");
  }
}

package dev.covet.web.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P2: which paths name files. */
class FileNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/..",
        "/../a",
        "/a/../b",
        "/%2e%2e/a",
        "/%2E%2E%2Fa",
        "/a%2fb",
        "/a%5cb",
        "/a\\b",
        "/.",
        "/.env",
        "/a/.git/config",
        "/%2eenv",
        "/a/.well-known/x",
        "/.well-known/.x",
        "/a%00.js",
        "/a%0a",
        "/a%7f",
        "//a",
        "/a//b",
        "/%",
        "/%zz",
        "/%c0%ae%c0%ae/a",
        "/%ff",
        "/..%00/a",
        "/....",
        "/...",
        "/..;/a",
        "/.%2e/a"
      })
  void theseNameNone(String path) {
    assertThat(FileNames.of(path)).isNull();
  }

  @Test
  void othersAreDecodedOnce() {
    assertThat(FileNames.of("/")).isEmpty();
    assertThat(FileNames.of("/a/b.js")).containsExactly("a", "b.js");
    assertThat(FileNames.of("/a/")).containsExactly("a");
    assertThat(FileNames.of("/a%20b/%C3%A4.txt")).containsExactly("a b", "ä.txt");
    assertThat(FileNames.of("/a%2541")).containsExactly("a%41");
    assertThat(FileNames.of("/a+b;c")).containsExactly("a+b;c");
    assertThat(FileNames.of("/.well-known/acme/x")).containsExactly(".well-known", "acme", "x");
  }

  @ParameterizedTest
  @CsvSource({
    "con, false",
    "CON, false",
    "aux.js, false",
    "nul.tar.gz, false",
    "COM1, false",
    "lpt9.txt, false",
    "com\u00b9, false",
    "index.html::$DATA, false",
    "a.js:x, false",
    "C:, false",
    "a., false",
    "'a ', false",
    "a?, false",
    "a*, false",
    "console.js, true",
    "com.js, true",
    "com10, true",
    "a.b, true"
  })
  void whatWindowsTakesForSomethingElseNamesNoneThere(String name, boolean expected) {
    assertThat(FileNames.isName(name, false, true)).isEqualTo(expected);
    assertThat(FileNames.isName(name, false, false)).isTrue();
  }
}

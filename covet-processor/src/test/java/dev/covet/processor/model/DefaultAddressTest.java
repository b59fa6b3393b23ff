package dev.covet.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.problem.Constraints;
import dev.covet.base.problem.Problems;
import dev.covet.schema.EmailAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A default is an address where a value of a request would be one. */
class DefaultAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a@",
        "@b",
        "a@b",
        "a.b@c.de",
        "a..b@c",
        ".a@b",
        "a.@b",
        "a@b..c",
        "a@-b",
        "a@b-",
        "a@b-c",
        "a b@c",
        "\"a b\"@c",
        "\"a@b\"@c",
        "\"\"@c",
        "\"a\"b\"@c",
        "\"a\\\"b\"@c",
        "a@b@c",
        "a@[127.0.0.1]",
        "a@[IPv6:::1]",
        "a@[x]",
        "ä@ö.de",
        "\ud83d\ude00@b",
        "a@\ud83d\ude00.de",
        "a@b_c",
        "a+b/c=d@e",
        "a\n@b",
        "a@b\n"
      })
  void aDefaultIsAnAddressWhereTheRunTimeSaysSo(String text) {
    assertSame(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 64, 65, 255, 256})
  void soItIsAtEveryLength(int length) {
    assertSame("a".repeat(length) + "@b");
    assertSame("a@" + "b".repeat(length));
    assertSame("a@" + "b.".repeat(length / 2) + "c");
  }

  private static void assertSame(String text) {
    var problems = new Problems();
    Constraints.email(problems.at("body"), text);

    assertThat(EmailAddress.isValid(text)).as(text).isEqualTo(problems.isEmpty());
  }
}

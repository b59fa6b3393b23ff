package dev.covet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code @Email} takes: RFC 5321, 4.1.2; RFC 6531. */
class EmailAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.com",
        "a@b",
        "ada.lovelace+tag@mail.example.co.uk",
        "!#$%&'*+/=?^_`{|}~-@example.com",
        "\"ada lovelace\"@example.com",
        "\"a\\\"b\"@example.com",
        "ada@[127.0.0.1]",
        "ada@[IPv6:2001:db8::1]",
        "ad\u00e9@ex\u00e4mple.com",
        "\u4e2d@\u4e2d.cn",
        "1@1.1",
        "a@x-y.com"
      })
  void aMailboxIsTaken(String text) {
    assertThat(EmailAddress.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "ada",
        "ada@",
        "@example.com",
        "ada.lovelace-example",
        ".ada@example.com",
        "ada.@example.com",
        "a..b@example.com",
        "ada lovelace@example.com",
        "ada@example..com",
        "ada@.com",
        "ada@example.com.",
        "ada@-example.com",
        "ada@example-.com",
        "ada@exa_mple.com",
        "ada@exam ple.com",
        "ada@[127.0.0.1",
        "ada@[x]",
        "\"ada@example.com",
        "\"a\"b\"@example.com",
        "\"\"@example.com",
        "ada\n@example.com",
        "ada@example.com\n",
        "a@b@c"
      })
  void anythingElseIsNot(String text) {
    assertThat(EmailAddress.isValid(text)).isFalse();
  }

  @Test
  void lengthsAreThoseOfTheProtocol() {
    assertThat(EmailAddress.isValid("a".repeat(64) + "@b.c")).isTrue();
    assertThat(EmailAddress.isValid("a".repeat(65) + "@b.c")).isFalse();
    assertThat(EmailAddress.isValid("a@" + "b".repeat(63) + ".c")).isTrue();
    assertThat(EmailAddress.isValid("a@" + "b".repeat(64) + ".c")).isFalse();
    assertThat(EmailAddress.isValid("a@" + "b.".repeat(127) + "c")).isTrue();
    assertThat(EmailAddress.isValid("a@" + "b.".repeat(128) + "c")).isFalse();
  }
}

package dev.covet.security.hash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The passwords that are tried first: words of a list, with what people put before and behind them
 * and with digits for letters; one character or a few again and again; rows of the keyboard and of
 * the alphabet. Loaded when a password is first set.
 */
final class CommonPasswords {
  private static final List<String> ROWS =
      List.of(
          ("01234567890 09876543210 abcdefghijklmnopqrstuvwxyz zyxwvutsrqponmlkjihgfedcba"
                  + " qwertyuiop[] poiuytrewq asdfghjkl;' lkjhgfdsa zxcvbnm,./ mnbvcxz qwertzuiop azertyuiop"
                  + " 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol. 1q2w3e4r5t6y7u8i9o0p q1w2e3r4t5y6u7i8o9p0"
                  + " qazwsxedcrfvtgbyhnujmikolp zaq12wsxcde3 !@#$%^&*() 147258369 741852963 123qweasdzxc"
                  + " qweasdzxc 1234qwer qwer1234 asdf1234 1234abcd abcd1234 123456789a a123456789")
              .split(" ", -1));

  /** Longest run that is put behind a word and changes nothing: {@code 2026}, {@code 123!}. */
  private static final int ADDED_MAX = 4;

  /** Longest text that is put together of copies of itself: {@code abcabcabc}. */
  private static final int REPEATED_MAX = 4;

  private static final Set<String> WORDS = words();

  private CommonPasswords() {}

  private static Set<String> words() {
    try (var in = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.strip().split(" ", -1)))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a password is one of them; a text in lower case. */
  static boolean contain(String password) {
    return isRepeated(password) || isRow(password) || isWord(password);
  }

  private static boolean isRepeated(String text) {
    return IntStream.rangeClosed(1, REPEATED_MAX)
        .filter(length -> length * 2 <= text.length())
        .anyMatch(length -> text.startsWith(text.substring(length)));
  }

  private static boolean isRow(String text) {
    return ROWS.stream().anyMatch(row -> row.contains(text));
  }

  /** Also without a few digits and signs around it, and where some stand for letters. */
  private static boolean isWord(String text) {
    return IntStream.rangeClosed(0, ADDED_MAX)
        .filter(added -> added < text.length())
        .anyMatch(added ->
            areAdded(text.substring(text.length() - added))
                && isBareWord(text.substring(0, text.length() - added)));
  }

  private static boolean areAdded(String text) {
    return text.chars().noneMatch(Character::isLetter);
  }

  private static boolean isBareWord(String text) {
    var start = 0;
    while (start < Math.min(ADDED_MAX, text.length()) && !Character.isLetter(text.charAt(start))) {
      start++;
    }
    return WORDS.contains(text)
        || WORDS.contains(text.substring(start))
        || WORDS.contains(letters(text))
        || WORDS.contains(letters(text).replace('l', 'i'));
  }

  /** The letters that digits and signs stand for: {@code p@ssw0rd} is {@code password}. */
  private static String letters(String text) {
    var letters = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      var at = "01345789@$!".indexOf(text.charAt(i));
      letters.append(at < 0 ? text.charAt(i) : "oleastbgasl".charAt(at));
    }
    return letters.toString();
  }
}

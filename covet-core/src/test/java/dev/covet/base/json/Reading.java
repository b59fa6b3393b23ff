package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.api.Invalid;
import dev.covet.api.Problem;
import java.util.List;

/** What reading a text comes to. */
final class Reading {
  private Reading() {}

  /** The problems as {@code code location...}, in their order. */
  static List<String> problems(Codec<?> codec, String text) {
    try {
      new Json().read(text.getBytes(UTF_8), codec);
      return List.of();
    } catch (Invalid e) {
      return e.problems().stream().map(Reading::shown).toList();
    }
  }

  private static String shown(Problem problem) {
    return problem.code() + " " + problem.field();
  }

  /** The value written again. */
  static <T> String again(Codec<T> codec, String text) {
    var json = new Json();
    return new String(json.write(codec, json.read(text.getBytes(UTF_8), codec)), UTF_8);
  }
}

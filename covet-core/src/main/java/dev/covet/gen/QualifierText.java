package dev.covet.gen;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Qualifiers with their values as text, by which services are told apart. */
public final class QualifierText {
  private QualifierText() {}

  /**
   * The text of a qualifier; two are equal only if all values are.
   *
   * @param annotation its full name
   * @param values of its members, in the order of the declaration
   */
  public static String of(String annotation, Object... values) {
    return Stream.of(values)
        .map(QualifierText::text)
        .collect(Collectors.joining(", ", "@" + annotation + "(", ")"));
  }

  private static String text(Object value) {
    return switch (value) {
      case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      case Class<?> type -> type.getName();
      case Object[] several ->
          Stream.of(several).map(QualifierText::text).collect(Collectors.joining(", ", "[", "]"));
      case boolean[] several -> Arrays.toString(several);
      case byte[] several -> Arrays.toString(several);
      case char[] several -> "" + several.length + Arrays.toString(several);
      case short[] several -> Arrays.toString(several);
      case int[] several -> Arrays.toString(several);
      case long[] several -> Arrays.toString(several);
      case float[] several -> Arrays.toString(several);
      case double[] several -> Arrays.toString(several);
      default -> value.toString();
    };
  }
}

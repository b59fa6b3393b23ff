package dev.covet.processor.model;

import java.util.regex.Pattern;

/**
 * What {@code @Email} lets pass, which only defaults are asked for: the grammar of {@code
 * base.problem.Email}, which checks what clients send.
 */
final class EmailText {
  private static final String LETTER = "A-Za-z0-9\\xA0-\\x{10FFFF}";
  private static final String ATOM = "[" + LETTER + "!#$%&'*+/=?^_`{|}~-]+";
  private static final String DOTTED = ATOM + "(?:\\." + ATOM + ")*+";
  private static final String QUOTED = "\"(?:[^\\x00-\\x1F\"\\\\\\x7F]|\\\\.)++\"";
  private static final String LABEL = "[%1$s](?:[%1$s-]{0,61}[%1$s])?".formatted(LETTER);
  private static final String NAME = LABEL + "(?:\\." + LABEL + ")*";
  private static final String NUMBER =
      "\\[(?:\\d{1,3}(?:\\.\\d{1,3}){3}|IPv6:[0-9A-Fa-f:.]{2,45})]";

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?s)(?=.{1,64}@[^@]{1,255}$)(?:%s|%s)@(?:%s|%s)"
              .formatted(DOTTED, QUOTED, NAME, NUMBER));

  private EmailText() {}

  static boolean isValid(String text) {
    return ADDRESS.matcher(text).matches();
  }
}

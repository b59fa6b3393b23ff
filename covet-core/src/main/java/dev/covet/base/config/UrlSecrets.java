package dev.covet.base.config;

import java.util.regex.Pattern;

/**
 * Hides what is secret in a URL: who logs in and by which password, and parameters that hold
 * passwords, tokens or keys. Rather too much than too little is hidden.
 */
public final class UrlSecrets {
  /** Stands for what is hidden. */
  static final String MASK = "***";

  private static final String SCHEME_END = "://";

  private static final Pattern PARAMETER =
      Pattern.compile("(?i)([?&;][^=?&;#]*(?:password|passwd|pwd|secret|token|key)=)[^&;#]*");

  private UrlSecrets() {}

  /** A value, whose secrets are hidden if it is a URL. */
  public static String hidden(String value) {
    return PARAMETER.matcher(withoutUsers(value)).replaceAll("$1" + MASK);
  }

  /** From a scheme to the last at sign before a query, or else to the first one. */
  private static String withoutUsers(String value) {
    var last = value.lastIndexOf('@');
    var out = new StringBuilder();
    var from = 0;
    for (var scheme = next(value, from); scheme >= 0 && scheme < last; scheme = next(value, from)) {
      var start = scheme + SCHEME_END.length();
      out.append(value, from, start).append(MASK);
      from = userEnd(value, start);
    }
    return out.append(value, from, value.length()).toString();
  }

  private static int next(String value, int from) {
    return value.indexOf(SCHEME_END, from);
  }

  private static int userEnd(String value, int start) {
    var query = value.indexOf('?', start);
    for (var i = query < 0 ? value.length() - 1 : query; i >= start; i--) {
      if (value.charAt(i) == '@') return i;
    }
    return value.indexOf('@', start);
  }

  /** A sentence, with the secrets hidden of all URLs in it; in time that grows as its length. */
  public static String hiddenIn(String sentence) {
    var out = new StringBuilder();
    var from = 0;
    for (var scheme = next(sentence, from); scheme >= 0; scheme = next(sentence, from)) {
      var start = scheme;
      while (start > from && !Character.isWhitespace(sentence.charAt(start - 1))) start--;
      var end = scheme;
      while (end < sentence.length() && !Character.isWhitespace(sentence.charAt(end))) end++;
      out.append(sentence, from, start).append(hidden(sentence.substring(start, end)));
      from = end;
    }
    return from == 0 ? sentence : out.append(sentence, from, sentence.length()).toString();
  }
}

package dev.covet.base.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what is secret in a URL: who logs in and by which password, and parameters that hold
 * passwords, tokens or keys. Rather too much than too little is hidden.
 */
public final class Passwords {
  private static final String MASK = "***";

  /** From the scheme to the last at sign before a query, unless a host and a port come first. */
  private static final Pattern USER =
      Pattern.compile("(?s)(?<=://)(?![^/?#@:\\s]*(?::[0-9]*)?(?:[/?#]|$))(?:[^?]*@|.*?@)");

  private static final Pattern PARAMETER =
      Pattern.compile("(?i)([?&;][^=&;#]*(?:password|passwd|pwd|secret|token|key)=)[^&;#]*");

  private static final Pattern URL = Pattern.compile("\\S*://\\S*");

  private Passwords() {}

  /** A value, whose secrets are hidden if it is a URL. */
  public static String hidden(String value) {
    var user = USER.matcher(value).replaceAll(MASK + "@");
    return PARAMETER.matcher(user).replaceAll("$1" + MASK);
  }

  /** A sentence, with the secrets hidden of all URLs in it. */
  public static String hiddenIn(String sentence) {
    return URL.matcher(sentence).replaceAll(url -> Matcher.quoteReplacement(hidden(url.group())));
  }
}

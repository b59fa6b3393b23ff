package dev.covet.processor.model.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes SQL apart as far as SQLite and PostgreSQL agree on it: words, signs, and what is quoted;
 * comments and white space lie between.
 */
final class SqlTokens {
  /** What a token is. */
  enum Kind {
    /** A word without quotes, in lower case. */
    WORD,
    /** A parameter, without its colon. */
    PARAMETER,
    /** What is quoted, in whatever way. */
    QUOTED,
    /** Anything else: a sign, or a placeholder of the database's own. */
    SIGN
  }

  /**
   * One token.
   *
   * @param depth how many parentheses are around it
   */
  record Token(Kind kind, String text, int depth, int from, int to) {
    boolean is(String word) {
      return kind != Kind.QUOTED && kind != Kind.PARAMETER && text.equals(word);
    }
  }

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private Optional<String> endless = Optional.empty();
  private int at;
  private int depth;

  private SqlTokens(String sql) {
    this.sql = sql;
  }

  static SqlTokens of(String sql) {
    var tokens = new SqlTokens(sql);
    while (tokens.at < sql.length()) tokens.step();
    return tokens;
  }

  /** The tokens, in order. */
  List<Token> list() {
    return List.copyOf(tokens);
  }

  /** What begins and does not end, if there is something. */
  Optional<String> endless() {
    return endless;
  }

  private void step() {
    char c = sql.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (sql.startsWith("--", at)) {
      at = lineEnd();
    } else if (sql.startsWith("/*", at)) {
      comment();
    } else if (c == '\'' || c == '"' || c == '`') {
      add(Kind.QUOTED, quoted(c, isEscaping()));
    } else if (Character.isJavaIdentifierPart(c) && c != '$') {
      add(Kind.WORD, wordEnd(at));
    } else if (c == '$') {
      dollar();
    } else if (c == ':') {
      colon();
    } else {
      sign(c);
    }
  }

  private int lineEnd() {
    int end = sql.indexOf('\n', at);
    return end < 0 ? sql.length() : end;
  }

  /** PostgreSQL has comments in comments. */
  private void comment() {
    var from = at;
    var open = 0;
    do {
      open += sql.startsWith("/*", at) ? 1 : sql.startsWith("*/", at) ? -1 : 0;
      at += sql.startsWith("/*", at) || sql.startsWith("*/", at) ? 2 : 1;
    } while (open > 0 && at < sql.length());
    if (open > 0) endless(from);
  }

  /** Where what is quoted ends; the quote twice stands for itself. */
  private int quoted(char quote, boolean isEscaping) {
    int end = at + 1;
    while (end < sql.length()) {
      var isQuote = sql.charAt(end) == quote;
      if (isQuote && !sql.startsWith(String.valueOf(quote), end + 1)) return end + 1;
      end += isQuote || (isEscaping && sql.charAt(end) == '\\') ? 2 : 1;
    }
    endless(at);
    return sql.length();
  }

  private void endless(int from) {
    endless = Optional.of(sql.substring(from, Math.min(from + 20, sql.length())).strip());
  }

  /** Whether a backslash means something: behind an {@code E}, as PostgreSQL has it. */
  private boolean isEscaping() {
    return !tokens.isEmpty() && tokens.getLast().to() == at && tokens.getLast().is("e");
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) end++;
    return end;
  }

  /** A text between two tags such as {@code $$} and {@code $body$}; else a placeholder. */
  private void dollar() {
    int tagEnd = at + 1;
    while (tagEnd < sql.length() && isOfTag(sql.charAt(tagEnd))) tagEnd++;
    var isTag =
        tagEnd < sql.length()
            && sql.charAt(tagEnd) == '$'
            && !Character.isDigit(sql.charAt(at + 1));
    if (!isTag) {
      add(Kind.SIGN, tagEnd);
      return;
    }
    int end = sql.indexOf(sql.substring(at, tagEnd + 1), tagEnd + 1);
    if (end < 0) endless(at);
    add(Kind.QUOTED, end < 0 ? sql.length() : end + tagEnd + 1 - at);
  }

  private static boolean isOfTag(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  /** Two colons are a cast, and {@code :=} names an argument. */
  private void colon() {
    if (at + 1 < sql.length() && sql.charAt(at + 1) == ':') {
      add(Kind.SIGN, at + 2);
    } else if (at + 1 < sql.length() && isNameStart(sql.charAt(at + 1))) {
      add(Kind.PARAMETER, wordEnd(at + 1));
    } else {
      add(Kind.SIGN, at + 1);
    }
  }

  private static boolean isNameStart(char c) {
    return Character.isJavaIdentifierStart(c) && c != '$';
  }

  private void sign(char c) {
    depth -= c == ')' ? 1 : 0;
    add(Kind.SIGN, at + 1);
    depth += c == '(' ? 1 : 0;
  }

  private void add(Kind kind, int to) {
    var text = sql.substring(at, to);
    tokens.add(
        new Token(
            kind,
            switch (kind) {
              case WORD -> text.toLowerCase(Locale.ROOT);
              case PARAMETER -> text.substring(1);
              case QUOTED, SIGN -> text;
            },
            depth,
            at,
            to));
    at = to;
  }
}

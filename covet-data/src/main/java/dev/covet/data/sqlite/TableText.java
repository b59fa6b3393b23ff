package dev.covet.data.sqlite;

import dev.covet.data.table.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The definition of a table as SQLite keeps it, taken apart as far as its CHECKs need it.
 *
 * @param sql {@code CREATE TABLE hero (...) STRICT}
 */
record TableText(String sql) {
  private static final String CHECK = " CHECK (";
  private static final Pattern NAMED =
      Pattern.compile(
          "\\bCONSTRAINT\\s+(\"[^\"]*\"|\\[[^]]*]|`[^`]*`|\\w+)\\s*$", Pattern.CASE_INSENSITIVE);

  /** Whether it may be one that Covet has made; one with comments was written by a person. */
  boolean isOwn() {
    return sql.endsWith(") STRICT") && !hasComment();
  }

  private boolean hasComment() {
    for (var at = 0; at < sql.length(); at = isQuote(sql.charAt(at)) ? after(sql, at) : at + 1) {
      if (sql.startsWith("--", at) || sql.startsWith("/*", at)) return true;
    }
    return false;
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '"' || c == '`';
  }

  /** The conditions of a column's CHECKs that are so. */
  List<String> checks(String column, Predicate<String> which) {
    var found = new ArrayList<String>();
    each(
        column,
        part -> {
          without(part, which, found);
          return part;
        });
    return found;
  }

  /** The same with other CHECKs in the place of those of a column that are so. */
  TableText with(String column, Predicate<String> which, List<String> checks) {
    return new TableText(
        each(
            column,
            part -> {
              var made = new StringBuilder(without(part, which, new ArrayList<>()));
              checks.forEach(check -> made.append(CHECK).append(check).append(')'));
              return made.toString();
            }));
  }

  private String each(String column, UnaryOperator<String> change) {
    var open = sql.indexOf('(') + 1;
    var close = after(sql, open - 1) - 1;
    var made = new StringBuilder(sql.substring(0, open));
    for (var at = open; at < close; ) {
      var start = at;
      while (at < close && sql.charAt(at) != ',') at = after(sql, at);
      var part = sql.substring(start, at);
      made.append(isOf(column, part) ? change.apply(part) : part);
      if (at < close) made.append(sql.charAt(at++));
    }
    return made.append(sql.substring(close)).toString();
  }

  private static boolean isOf(String column, String part) {
    var text = part.strip();
    var name = text.startsWith("\"") ? '"' + column + '"' : Identifiers.sql(column);
    return text.regionMatches(true, 0, name + ' ', 0, name.length() + 1);
  }

  private static String without(String part, Predicate<String> which, List<String> found) {
    var made = new StringBuilder();
    for (var at = 0; at < part.length(); ) {
      var isCheck = part.startsWith(CHECK, at) && !NAMED.matcher(made).find();
      var end = isCheck ? after(part, at + CHECK.length() - 1) : after(part, at);
      var condition = isCheck ? part.substring(at + CHECK.length(), end - 1) : "";
      if (isCheck && which.test(condition)) {
        found.add(condition);
      } else {
        made.append(part, at, end);
      }
      at = end;
    }
    return made.toString();
  }

  /** Where what begins here ends: a text in quotes, what is in parentheses, or one character. */
  private static int after(String sql, int at) {
    var first = sql.charAt(at);
    if (isQuote(first)) return sql.indexOf(first, at + 1) + 1;
    if (first == '[') return sql.indexOf(']', at) + 1;
    if (first != '(') return at + 1;
    var next = at + 1;
    while (sql.charAt(next) != ')') next = after(sql, next);
    return next + 1;
  }
}

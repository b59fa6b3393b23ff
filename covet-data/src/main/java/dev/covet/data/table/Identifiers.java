package dev.covet.data.table;

import java.util.Locale;
import java.util.Set;

/** Names in SQL: what may be one, and which must be quoted. */
public final class Identifiers {
  /** Longest name, in characters: PostgreSQL's. */
  private static final int LENGTH_MAX = 63;

  /** Words that SQLite or PostgreSQL keeps for itself. */
  private static final Set<String> RESERVED =
      Set.of(
          ("abort action add after all alter always analyse analyze and any array as asc asymmetric"
                  + " attach authorization autoincrement before begin between binary both by cascade"
                  + " case cast check collate collation column commit concurrently conflict"
                  + " constraint create cross current current_catalog current_date current_role"
                  + " current_schema current_time current_timestamp current_user database default"
                  + " deferrable deferred delete desc detach distinct do drop each else end escape"
                  + " except exclude exclusive exists explain fail false fetch filter first following"
                  + " for foreign freeze from full generated glob grant group groups having if ignore"
                  + " ilike immediate in index indexed initially inner insert instead intersect into"
                  + " is isnull join key last lateral leading left like limit localtime"
                  + " localtimestamp match materialized natural no not nothing notnull null nulls of"
                  + " offset on only or order others outer over overlaps partition placing plan"
                  + " pragma preceding primary query raise range recursive references regexp reindex"
                  + " release rename replace restrict returning right rollback row rows savepoint"
                  + " select session_user set similar some symmetric system_user table tablesample"
                  + " temp temporary then ties to trailing transaction trigger true unbounded union"
                  + " unique update user using vacuum values variadic verbose view virtual when where"
                  + " window with without")
              .split(" "));

  private Identifiers() {}

  /**
   * Lets a plain name through, which no text that a client sends could ever become.
   *
   * @throws IllegalArgumentException if it is anything but up to 63 letters, digits and underscores
   */
  static String check(String name) {
    if (!isPlain(name)) throw new IllegalArgumentException("Not a name for SQL: " + name);
    return name;
  }

  private static boolean isPlain(String name) {
    if (name.isEmpty() || name.length() > LENGTH_MAX || isDigit(name.charAt(0))) return false;
    for (var at = 0; at < name.length(); at++) {
      var c = name.charAt(at);
      if (!isDigit(c) && !isLetter(c)) return false;
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The name as it stands in SQL: quoted where it is a reserved word. */
  public static String sql(String name) {
    return RESERVED.contains(check(name).toLowerCase(Locale.ROOT)) ? '"' + name + '"' : name;
  }

  /** A name that somebody else may have chosen: quoted unless it is a plain one in lower case. */
  public static String foreign(String name) {
    return isPlain(name) && name.equals(name.toLowerCase(Locale.ROOT))
        ? sql(name)
        : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Whether an index or a constraint has the name of one that is made for a table. */
  public static boolean isNamedAfter(String name, String table) {
    return name.startsWith(table + ".") || name.startsWith(table + "(");
  }
}

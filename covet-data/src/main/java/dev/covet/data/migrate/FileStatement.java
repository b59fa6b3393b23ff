package dev.covet.data.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A statement of an SQL file, as far as one has to know what it does. What is in quotes, in a
 * comment, or in the body of a function or a trigger is none.
 *
 * @param line where it begins, from 1
 * @param words its words outside of quotes and comments, in upper case
 */
record FileStatement(int line, List<String> words) {
  /** Stands among the words of a body for the end of one of its statements. */
  private static final String SEMICOLON = ";";

  /** Words that may be between CREATE and the kind: {@code OR REPLACE CONSTRAINT TRIGGER}. */
  private static final Set<String> BEFORE_KIND =
      Set.of("OR", "REPLACE", "TEMP", "TEMPORARY", "CONSTRAINT");

  private static final Set<String> ROUTINES = Set.of("TRIGGER", "FUNCTION", "PROCEDURE");

  private static final Set<String> ENDING =
      Set.of("ABORT", "BEGIN", "COMMIT", "END", "ROLLBACK", "START", "PREPARE");

  private static final Pattern DOLLARS = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

  /** All of a text, in their order; its comments may nest. */
  static List<FileStatement> of(String text, boolean nests) {
    return new Reading(text, nests).all();
  }

  /** Goes once through a text. Not thread-safe. */
  private static final class Reading {
    private final String text;
    private final boolean nests;
    private final List<FileStatement> found = new ArrayList<>();
    private int at;

    /** The line of {@code counted}, from 1. */
    private int line = 1;

    private int counted;

    Reading(String text, boolean nests) {
      this.text = text;
      this.nests = nests;
    }

    List<FileStatement> all() {
      while (at < text.length()) read(new Words());
      return found;
    }

    /** Adds the statement that begins here, if it has words, and goes behind it. */
    private void read(Words words) {
      while (at < text.length() && (text.charAt(at) != ';' || words.isOpen())) {
        var from = at;
        at = nests && text.startsWith("/*", from) ? afterNested(text, from) : after(text, from);
        if (text.charAt(from) == ';') words.ended();
        if (!isOfWord(text.charAt(from))) continue;
        if (words.all.isEmpty()) countTo(from);
        words.all.add(text.substring(from, at).toUpperCase(Locale.ROOT));
      }
      if (words.all.isEmpty()) {
        at++;
      } else if (at >= text.length() && words.isOpen()) { // it was no body, and hides nothing
        pieces(words.all).forEach(this::add);
      } else {
        add(words.all);
        at = found.getLast().hasRows() ? behind(text, "\n\\.", at) : at + 1;
      }
    }

    private void add(List<String> words) {
      if (!words.isEmpty()) found.add(new FileStatement(line, List.copyOf(words)));
    }

    private void countTo(int place) {
      for (; counted < place; counted++) {
        if (text.charAt(counted) == '\n') line++;
      }
    }
  }

  /** The words of one statement while it is read. */
  private static final class Words {
    private final List<String> all = new ArrayList<>();
    private boolean isRoutine;

    /** Where the words behind the last semicolon begin. */
    private int piece;

    /** Up to where it was looked for {@code BEGIN}, and whether that is there. */
    private int looked;

    private boolean begins;

    /** Notes a semicolon of a body. */
    void ended() {
      all.add(SEMICOLON);
      piece = all.size();
    }

    /** Whether a semicolon is one of the body that {@code BEGIN} begins and {@code END} ends. */
    boolean isOpen() {
      if (looked == 0) isRoutine = isRoutine(all);
      for (; !begins && looked < all.size(); looked++) begins = all.get(looked).equals("BEGIN");
      return isRoutine && begins && !all.subList(piece, all.size()).equals(List.of("END"));
    }
  }

  /** Whether it makes what has a body. */
  private static boolean isRoutine(List<String> words) {
    if (words.isEmpty() || !words.getFirst().equals("CREATE")) return false;
    return words.stream()
        .skip(1)
        .dropWhile(BEFORE_KIND::contains)
        .findFirst()
        .filter(ROUTINES::contains)
        .isPresent();
  }

  private static List<List<String>> pieces(List<String> words) {
    var pieces = new ArrayList<List<String>>(List.of(new ArrayList<>()));
    for (var word : words) {
      if (word.equals(SEMICOLON)) {
        pieces.add(new ArrayList<>());
      } else {
        pieces.getLast().add(word);
      }
    }
    return pieces;
  }

  /** Whether rows stand behind it, up to a line that ends them. */
  private boolean hasRows() {
    return !words.isEmpty() && words.getFirst().equals("COPY") && words.contains("STDIN");
  }

  private static boolean isOfWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  /** Where what begins here ends: a comment, what is in quotes, a word, or one character. */
  private static int after(String text, int at) {
    if (text.startsWith("--", at)) return behind(text, "\n", at);
    if (text.startsWith("/*", at)) return behind(text, "*/", at + 2);
    return switch (text.charAt(at)) {
      case '\'', '"', '`' -> behind(text, text.substring(at, at + 1), at + 1);
      case '$' -> afterDollar(text, at);
      case 'e', 'E' ->
          text.startsWith("'", at + 1) ? afterEscaped(text, at + 2) : afterWord(text, at);
      default -> isOfWord(text.charAt(at)) ? afterWord(text, at) : at + 1;
    };
  }

  private static int afterNested(String text, int from) {
    var depth = 0;
    var at = from;
    do {
      var opens = text.startsWith("/*", at);
      var closes = text.startsWith("*/", at);
      if (opens) depth++;
      if (closes) depth--;
      at += opens || closes ? 2 : 1;
    } while (depth > 0 && at < text.length());
    return at;
  }

  private static int behind(String text, String closing, int from) {
    var found = text.indexOf(closing, from);
    return found < 0 ? text.length() : found + closing.length();
  }

  private static int afterWord(String text, int at) {
    var end = at;
    while (end < text.length() && (isOfWord(text.charAt(end)) || text.charAt(end) == '$')) end++;
    return end;
  }

  /** A text of PostgreSQL in which a backslash stands before what it takes as it is. */
  private static int afterEscaped(String text, int from) {
    var at = from;
    while (at < text.length() && text.charAt(at) != '\'') at += text.charAt(at) == '\\' ? 2 : 1;
    return Math.min(at + 1, text.length());
  }

  /** A text of PostgreSQL between two {@code $body$}. */
  private static int afterDollar(String text, int at) {
    var opening = DOLLARS.matcher(text).region(at, text.length());
    return opening.lookingAt() ? behind(text, opening.group(), opening.end()) : at + 1;
  }

  /** Whether it begins or ends a transaction; one with savepoints leaves it as it is. */
  boolean isOfTransaction() {
    if (!ENDING.contains(words.getFirst())) return false;
    return switch (words.getFirst()) {
      case "ROLLBACK" -> !words.contains("TO");
      case "START", "PREPARE" -> isWith("TRANSACTION");
      default -> true;
    };
  }

  /** Whether it switches references of SQLite on or off, or asks whether they are. */
  boolean isOfReferences() {
    return words.getFirst().equals("PRAGMA") && words.contains("FOREIGN_KEYS");
  }

  private boolean isWith(String second) {
    return words.size() > 1 && words.get(1).equals(second);
  }

  /** How it begins, in at most two words. */
  String start() {
    return words.size() > 1 && isWith("TRANSACTION")
        ? words.getFirst() + " TRANSACTION"
        : words.getFirst();
  }
}

package dev.covet.processor.model.data;

import dev.covet.processor.model.data.SqlTokens.Kind;
import dev.covet.processor.model.data.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What an {@code @Sql} says, as far as it matters to Java.
 *
 * @param parts the text and its parameters, in order
 * @param writes whether it may change rows, or keeps them from others
 * @param givesRows whether it has a result of rows
 * @param wrong what is wrong with it, a clause such as {@code is empty}
 */
public record NamedSql(
    List<Part> parts, boolean writes, boolean givesRows, Optional<String> wrong) {
  private static final Set<String> READS = Set.of("select", "values");
  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "merge");
  private static final Set<String> LOCKS = Set.of("update", "share", "no", "key");

  /** Copies the list. */
  public NamedSql {
    parts = List.copyOf(parts);
  }

  /** A part of the text. */
  public sealed interface Part {
    /** What stands as it is. */
    record Text(String sql) implements Part {}

    /**
     * The value of a parameter of the method.
     *
     * @param isAlone whether it stands alone within parentheses
     */
    record Parameter(String name, boolean isAlone) implements Part {}
  }

  /** What a text says. */
  public static NamedSql of(String text) {
    var sql = text.strip();
    var scanned = SqlTokens.of(sql);
    var tokens = scanned.list();
    var verb = verb(tokens);
    var wrong = scanned.endless().map("has no end of %s"::formatted);
    return new NamedSql(
        parts(sql, tokens),
        WRITES.contains(verb) || verb.equals("replace") || writesWithin(tokens),
        READS.contains(verb) || tokens.stream().anyMatch(each -> isOutside(each, "returning")),
        wrong.or(() -> wrong(tokens, verb)));
  }

  /** The names of the parameters, each as often as it stands there. */
  public List<String> names() {
    return parameters().stream().map(Part.Parameter::name).toList();
  }

  /** The parameters, each as often as it stands there. */
  public List<Part.Parameter> parameters() {
    return parts.stream()
        .filter(Part.Parameter.class::isInstance)
        .map(Part.Parameter.class::cast)
        .toList();
  }

  private static boolean isOutside(Token token, String word) {
    return token.depth() == 0 && token.is(word);
  }

  /** What the statement does: its first word, or the first one behind those of {@code with}. */
  private static String verb(List<Token> tokens) {
    var words =
        tokens.stream().dropWhile(each -> each.is("(")).filter(each -> each.kind() == Kind.WORD);
    var first = words.findFirst().map(Token::text).orElse("");
    return first.equals("with")
        ? tokens.stream()
            .filter(each -> each.depth() == 0 && isVerb(each.text()))
            .map(Token::text)
            .findFirst()
            .orElse(first)
        : first;
  }

  private static boolean isVerb(String word) {
    return READS.contains(word) || WRITES.contains(word) || word.equals("replace");
  }

  /** PostgreSQL writes within {@code with}, too; and what is locked, is locked for writing. */
  private static boolean writesWithin(List<Token> tokens) {
    return IntStream.range(1, tokens.size())
        .anyMatch(at -> {
          var before = tokens.get(at - 1);
          var word = tokens.get(at).text();
          return (before.is("(") && WRITES.contains(word))
              || (before.is("for") && LOCKS.contains(word));
        });
  }

  private static Optional<String> wrong(List<Token> tokens, String verb) {
    if (tokens.isEmpty()) return Optional.of("is empty");
    if (!isVerb(verb)) {
      return Optional.of("begins neither with select, values, with nor with what changes rows");
    }
    var end = IntStream.range(0, tokens.size()).filter(at -> tokens.get(at).is(";")).findFirst();
    if (end.isPresent() && end.getAsInt() < tokens.size() - 1) {
      return Optional.of("has a second statement behind the semicolon");
    }
    return tokens.stream()
        .filter(each -> each.kind() == Kind.SIGN && each.text().matches("\\$\\d+"))
        .map(each -> "has %s, which no parameter is called".formatted(each.text()))
        .findFirst();
  }

  private static List<Part> parts(String sql, List<Token> tokens) {
    var parts = new ArrayList<Part>();
    var from = 0;
    for (var at = 0; at < tokens.size(); at++) {
      var token = tokens.get(at);
      if (token.kind() == Kind.PARAMETER) {
        parts.add(new Part.Text(sql.substring(from, token.from())));
        parts.add(new Part.Parameter(token.text(), isAlone(tokens, at)));
        from = token.to();
      }
    }
    parts.add(new Part.Text(sql.substring(from)));
    return parts.stream().filter(each -> !each.equals(new Part.Text(""))).toList();
  }

  private static boolean isAlone(List<Token> tokens, int at) {
    return at > 0
        && at < tokens.size() - 1
        && tokens.get(at - 1).is("(")
        && tokens.get(at + 1).is(")");
  }
}

package dev.covet.processor.model;

import dev.covet.processor.model.CheckCall.Argument;
import dev.covet.schema.Limit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A limit that an annotation of Jakarta Validation puts on a value. */
public sealed interface ConstraintModel {
  /** The annotation's simple name: {@code Size}. */
  String name();

  /** Whether it is one of these. */
  default boolean is(ConstraintKind kind) {
    return this instanceof Known known && known.kind() == kind;
  }

  /** This, if Covet checks it. */
  default Optional<Known> known() {
    return this instanceof Known known ? Optional.of(known) : Optional.empty();
  }

  /** A constraint with what its annotation says, and without a message of its own. */
  static Known of(ConstraintKind kind, Map<String, Object> says) {
    return new Known(kind, new TreeMap<>(says), "");
  }

  /** A constraint whose annotation says nothing. */
  static Known of(ConstraintKind kind) {
    return of(kind, Map.of());
  }

  /**
   * A constraint that Covet checks.
   *
   * @param says the annotation's own attributes: texts, numbers, booleans, lists of names
   * @param message what a client is told, as it is written; {@code ""} for the usual
   */
  record Known(ConstraintKind kind, SortedMap<String, Object> says, String message)
      implements ConstraintModel {
    /** Copies the map. */
    public Known {
      says = Collections.unmodifiableSortedMap(new TreeMap<>(says));
    }

    @Override
    public String name() {
      return kind.annotation();
    }

    /** What a client is told, with what the annotation says filled in; {@code ""} for the usual. */
    public String told() {
      return MessageText.filled(message, says);
    }

    /** The first placeholder of its message that nothing fills in. */
    public Optional<String> unfilled() {
      return MessageText.unknown(message, says);
    }

    /** How it is checked. */
    public CheckCall check() {
      return kind.check(this);
    }

    /** What data can say of it; nothing where it is written wrong, which was reported. */
    public List<Limit> limits() {
      try {
        return kind.limits(this);
      } catch (NumberFormatException e) {
        return List.of();
      }
    }

    /** A number that the annotation says. */
    public int number(String attribute) {
      return says.get(attribute) instanceof Number number ? number.intValue() : 0;
    }

    Argument whole(String attribute) {
      return new Argument.Whole(
          says.get(attribute) instanceof Number number ? number.longValue() : 0);
    }

    Argument decimal(String attribute) {
      return new Argument.Decimal(text(attribute));
    }

    String text(String attribute) {
      return String.valueOf(says.getOrDefault(attribute, ""));
    }

    boolean is(String attribute) {
      return Boolean.TRUE.equals(says.get(attribute));
    }

    /** Flags as the expression itself can say them: {@code (?i)}. */
    String flags() {
      var letters =
          says.get("flags") instanceof List<?> flags
              ? flags.stream().map(each -> letter(each.toString())).collect(Collectors.joining())
              : "";
      return letters.isEmpty() ? "" : "(?" + letters + ")";
    }

    private static String letter(String flag) {
      return switch (flag) {
        case "CASE_INSENSITIVE" -> "i";
        case "COMMENTS" -> "x";
        case "DOTALL" -> "s";
        case "MULTILINE" -> "m";
        case "UNICODE_CASE" -> "u";
        case "UNIX_LINES" -> "d";
        default -> flag; // no expression can say it, which its syntax then tells
      };
    }
  }

  /**
   * A constraint that Covet does not check.
   *
   * @param annotation its qualified name
   */
  record Unknown(String annotation, Reason reason) implements ConstraintModel {
    /** Why it is not checked. */
    public enum Reason {
      /** Nobody has written its check. */
      KIND,
      /** It holds for groups alone, and Covet validates none. */
      GROUPS,
      /** It has a payload, which nobody reads. */
      PAYLOAD
    }

    @Override
    public String name() {
      return annotation.substring(annotation.lastIndexOf('.') + 1);
    }
  }
}

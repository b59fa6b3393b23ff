package dev.covet.processor.model.type;

import dev.covet.schema.Constraint;
import dev.covet.schema.MessageText;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A limit that an annotation puts on a value: one of Jakarta Validation's, or the program's own.
 */
public sealed interface ConstraintModel {
  /** The annotation's simple name: {@code Size}. */
  String name();

  /** Whether it is one of these. */
  default boolean is(ConstraintKind kind) {
    return this instanceof Known known && known.kind() == kind;
  }

  /** The constraints of Jakarta Validation that this is, or is composed of. */
  default Stream<Known> known() {
    return switch (this) {
      case Known known -> Stream.of(known);
      case Own own -> own.parts().stream().flatMap(ConstraintModel::known);
      case Unknown _ -> Stream.of();
    };
  }

  /** What is checked one by one: the parts of what is composed, unless they are told as one. */
  default Stream<ConstraintModel> checks() {
    return switch (this) {
      case Known _ -> Stream.of(this);
      case Own own when own.single() -> Stream.of(own);
      case Own own ->
          Stream.concat(
              own.parts().stream().flatMap(ConstraintModel::checks), own.validated().stream());
      case Unknown _ -> Stream.of();
    };
  }

  /** Those of the program's own that this is, or is composed of. */
  default Stream<Own> own() {
    return this instanceof Own own
        ? Stream.concat(Stream.of(own), own.parts().stream().flatMap(ConstraintModel::own))
        : Stream.of();
  }

  /** What data can say of it. */
  default Stream<Constraint> limits() {
    return switch (this) {
      case Known known -> known.said().stream();
      case Own own ->
          Stream.concat(
              own.parts().stream().flatMap(ConstraintModel::limits),
              own.validated().stream().map(each -> Constraint.said(each.described())));
      case Unknown _ -> Stream.of();
    };
  }

  /** What an annotation says as messages show it. */
  static String shown(Object value) {
    return MessageText.shown(value);
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
      return kind.check(new Says(says));
    }

    /** What data can say of it; nothing where it is written wrong, which was reported. */
    public List<Constraint> said() {
      try {
        return kind.limits(new Says(says));
      } catch (NumberFormatException e) {
        return List.of();
      }
    }

    /** Whether it limits values of a type; what the compiler does not find fits anything. */
    public boolean fits(TypeModel type) {
      var fit = kind.fit();
      return switch (type) {
        case TypeModel.Unresolved _ -> true;
        case TypeModel.Scalar(var scalar, var boxed) -> fit.has(scalar, boxed);
        case TypeModel.Bytes _ -> fit.hasBytes();
        default -> type.isSized() ? fit.hasSeveral() : fit == ConstraintFit.ANYTHING;
      };
    }

    /** A number that the annotation says. */
    public int number(String attribute) {
      return new Says(says).number(attribute);
    }
  }

  /**
   * A constraint of the program's own: composed of others, with a validator, or both.
   *
   * @param shape what its declaration says, to see whether that has changed
   * @param single whether it is told as one problem, whichever of its parts is broken
   * @param says the annotation's own attributes, by which placeholders are filled in
   * @param message what a client is told, as it is written; {@code ""} where its parts tell theirs
   */
  record Own(
      TypeName annotation,
      String shape,
      List<ConstraintModel> parts,
      Optional<Validator> validator,
      boolean single,
      SortedMap<String, Object> says,
      String message)
      implements ConstraintModel {
    /** Copies the collections. */
    public Own {
      parts = List.copyOf(parts);
      says = Collections.unmodifiableSortedMap(new TreeMap<>(says));
    }

    /**
     * Who checks it beside its parts.
     *
     * @param values one for each member of the annotation, as Java writes it
     */
    public record Validator(TypeName type, List<String> values) {
      /** Copies the list. */
      public Validator {
        values = List.copyOf(values);
      }
    }

    @Override
    public String name() {
      return annotation.simple();
    }

    /** The code of its problems: {@code iban}. */
    public String code() {
      return Naming.SNAKE_CASE.of(annotation.simple());
    }

    /** Whether it has problems of its own, beside those of its parts. */
    public boolean tells() {
      return single || validator.isPresent();
    }

    /** What a client is told, with what the annotation says filled in. */
    public String told() {
      return MessageText.filled(message, says);
    }

    /** The first placeholder of its message that nothing fills in. */
    public Optional<String> unfilled() {
      return MessageText.unknown(message, says);
    }

    /** What documents say of its validator: JSON Schema has no words for it. */
    public String described() {
      return "`%s`: %s.".formatted(code(), told().replaceFirst("\\.$", ""));
    }

    /** This without its parts, if it has a validator. */
    public Optional<Own> validated() {
      return validator.map(
          _ -> new Own(annotation, shape, List.of(), validator, false, says, message));
    }
  }

  /**
   * A constraint that Covet does not check.
   *
   * @param annotation its qualified name
   * @param subject what the reason names: a type, a validator, another annotation
   */
  record Unknown(String annotation, Reason reason, String subject) implements ConstraintModel {
    /** Why it is not checked. */
    public enum Reason {
      /** Nobody has written its check. */
      KIND,
      /** It holds for groups alone, and Covet validates none. */
      GROUPS,
      /** It has a payload, which nobody reads. */
      PAYLOAD,
      /** It is composed of nothing, and no validator is named. */
      NOTHING,
      /** It is composed of itself. */
      CIRCLE,
      /** None of its validators is for the type of the value. */
      NO_VALIDATOR,
      /** Several of its validators are, and none is nearer to the type than the others. */
      VALIDATORS,
      /** Generated code cannot make its validator. */
      UNMAKEABLE,
      /** Generated code cannot write what the annotation says. */
      UNWRITABLE,
      /** Nothing was generated for it where it was compiled. */
      FOREIGN,
      /** It sets an attribute of a constraint that is no one of Jakarta Validation's. */
      OVERRIDING
    }

    @Override
    public String name() {
      return annotation.substring(annotation.lastIndexOf('.') + 1);
    }
  }
}

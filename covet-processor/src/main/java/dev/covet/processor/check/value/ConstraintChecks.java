package dev.covet.processor.check.value;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.data.RuleModel;
import dev.covet.processor.model.type.ConstraintKind;
import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.Where;
import java.util.List;
import java.util.stream.Stream;

/** Rules for constraints: each fits the type that it stands on, and its message can be told. */
public final class ConstraintChecks {
  private static final String JAKARTA = "jakarta.validation.constraints.";

  private ConstraintChecks() {}

  public static Stream<Finding> of(ValueModel value, Where where) {
    var here =
        Stream.concat(
            value.constraints().stream().flatMap(each -> of(each, value.type(), where)),
            Stream.concat(
                ConstraintLimits.unkept(value).map(each -> unkept(each, value, where)).stream(),
                neverNull(value, where)));
    return Stream.concat(here, held(value.type()).flatMap(each -> of(each, where)));
  }

  /** What a type holds, and what stands for the type variables of a generic one. */
  private static Stream<ValueModel> held(TypeModel type) {
    return switch (type) {
      case TypeModel.RecordType(var name) -> arguments(name);
      case TypeModel.SealedType(var name) -> arguments(name);
      default -> type.parts().stream();
    };
  }

  private static Stream<ValueModel> arguments(TypeName name) {
    return name.instance().stream().flatMap(each -> each.arguments().stream());
  }

  private static Stream<Finding> of(ConstraintModel constraint, TypeModel type, Where where) {
    return type instanceof TypeModel.Unresolved && !(constraint instanceof ConstraintModel.Known)
        ? Stream.of()
        : switch (constraint) {
          case ConstraintModel.Known known -> of(known, type, at(known, where), "");
          case ConstraintModel.Own own -> of(own, type, at(own, where));
          case ConstraintModel.Unknown unknown ->
              Stream.of(UncheckedConstraints.of(unknown, at(unknown, where)));
        };
  }

  /** Where a constraint stands. */
  private static Where at(ConstraintModel constraint, Where where) {
    return where.at(
        switch (constraint) {
          case ConstraintModel.Known known -> JAKARTA + known.name();
          case ConstraintModel.Own own -> own.annotation().qualified();
          case ConstraintModel.Unknown unknown -> unknown.annotation();
        });
  }

  /** What is wrong with the parts of a constraint is said where it stands. */
  private static Stream<Finding> of(ConstraintModel.Own own, TypeModel type, Where at) {
    var parts =
        own.parts().stream()
            .flatMap(each ->
                switch (each) {
                  case ConstraintModel.Known known -> of(known, type, at, own.name());
                  case ConstraintModel.Own inner -> of(inner, type, at);
                  case ConstraintModel.Unknown unknown ->
                      Stream.of(UncheckedConstraints.of(unknown, at));
                });
    return type instanceof TypeModel.OptionalOf && own.tells()
        ? Stream.of(onOptional(own, at))
        : Stream.concat(parts, saying(own, at));
  }

  private static Finding onOptional(ConstraintModel.Own own, Where at) {
    return new Finding(
        Code.CONSTRAINT,
        at,
        "@%s does not apply to an Optional.".formatted(own.name()),
        "Put it on the value in the Optional: Optional<@%s ...>.".formatted(own.name()));
  }

  private static Stream<Finding> saying(ConstraintModel.Own own, Where at) {
    if (own.tells()) return own.unfilled().map(each -> unfilled(own.message(), each, at)).stream();
    return own.message().isEmpty()
        ? Stream.of()
        : Stream.of(
            new Finding(
                Code.MESSAGE,
                at,
                "The message of @%s is never shown: each of its parts has its own."
                    .formatted(own.name()),
                "Remove the message, or put @ReportAsSingleViolation on the declaration of @%s."
                    .formatted(own.name())));
  }

  /** A constraint of Jakarta Validation, which may be part of another one. */
  private static Stream<Finding> of(
      ConstraintModel.Known constraint, TypeModel type, Where at, String of) {
    var name =
        of.isEmpty() ? "@" + constraint.name() : "@%s of @%s".formatted(constraint.name(), of);
    var wrong =
        constraint.fits(type)
            ? ConstraintLimits.fault(constraint).map(each -> wrong(name, each, at)).stream()
            : Stream.of(misplaced(constraint, name, type, at));
    return constraint.message().isEmpty() ? wrong : Stream.concat(wrong, saying(constraint, at));
  }

  private static Finding wrong(String name, String fault, Where at) {
    return new Finding(
        Code.CONSTRAINT,
        at,
        "%s cannot be checked: %s.".formatted(name, fault),
        "Write a limit that some value satisfies.");
  }

  /** Nothing that is never null keeps {@code @Null}. */
  private static Stream<Finding> neverNull(ValueModel value, Where where) {
    return value
        .known()
        .filter(each -> each.is(ConstraintKind.NULL) && !value.nullable())
        .map(each ->
            new Finding(
                Code.CONSTRAINT,
                around(value, each.name(), where),
                "No value satisfies @Null where null is not allowed.",
                "Add @Nullable, or remove @Null."));
  }

  private static Finding unkept(ConstraintLimits.Pair pair, ValueModel value, Where where) {
    return new Finding(
        Code.CONSTRAINT,
        around(value, pair.second(), where),
        "No value satisfies both @%s and @%s.".formatted(pair.first(), pair.second()),
        "Change one of them.");
  }

  /** The place of a constraint of Jakarta Validation, which may be part of another one. */
  private static Where around(ValueModel value, String name, Where where) {
    return value.constraints().stream()
        .filter(each -> each.known().anyMatch(part -> part.name().equals(name)))
        .findFirst()
        .map(each -> at(each, where))
        .orElse(where);
  }

  /** What the program says itself is not checked: only what clients send is. */
  static Stream<Finding> unchecked(List<ConstraintModel> constraints, Where where) {
    return constraints.stream()
        .filter(each -> !each.is(ConstraintKind.NOT_NULL))
        .map(each -> unchecked(each, where));
  }

  private static Finding unchecked(ConstraintModel constraint, Where where) {
    return new Finding(
        Code.CONSTRAINT,
        at(constraint, where),
        "@%s is never checked here: only what clients send is, and JSON that they get."
            .formatted(constraint.name()),
        "Remove it, or put it on a component of a record.");
  }

  /** A rule says its message as a constraint does. */
  static Stream<Finding> rule(RuleModel rule) {
    var where = rule.where().at(JAKARTA + rule.annotation());
    return rule.grouped()
        ? Stream.of(UncheckedConstraints.grouped(rule.annotation(), where))
        : rule.unfilled().map(each -> unfilled(rule.message(), each, where)).stream();
  }

  private static Stream<Finding> saying(ConstraintModel.Known saying, Where where) {
    return saying.kind() == ConstraintKind.NOT_NULL
        ? Stream.of(
            new Finding(
                Code.MESSAGE,
                where,
                "The message of @NotNull is never shown: null and missing values have a message of their own.",
                "Remove the message; what is not @Nullable needs no @NotNull either."))
        : saying.unfilled().map(each -> unfilled(saying.message(), each, where)).stream();
  }

  private static Finding unfilled(String message, String placeholder, Where where) {
    return new Finding(
        Code.MESSAGE,
        where,
        "The message \"%s\" has the placeholder %s, which nothing fills in."
            .formatted(message, placeholder),
        "Write the text that clients read; {name} is an attribute of the annotation, and"
            + " \\{ for a brace.");
  }

  private static Finding misplaced(
      ConstraintModel.Known constraint, String name, TypeModel type, Where at) {
    return new Finding(
        Code.CONSTRAINT,
        at,
        "%s does not apply to %s.".formatted(name, type.source()),
        "It is for %s.".formatted(constraint.kind().limited()));
  }
}

package dev.covet.processor.check;

import dev.covet.processor.model.ConstraintKind;
import dev.covet.processor.model.ConstraintModel;
import dev.covet.processor.model.RuleModel;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.ValueModel;
import dev.covet.processor.model.Where;
import java.util.List;
import java.util.stream.Stream;

/** Rules for constraints: each fits the type that it stands on, and its message can be told. */
final class ConstraintChecks {
  private static final String JAKARTA = "jakarta.validation.constraints.";

  private ConstraintChecks() {}

  static Stream<Finding> of(ValueModel value, Where where) {
    var here =
        Stream.concat(
            value.constraints().stream().flatMap(each -> of(each, value.type(), where)),
            Stream.concat(
                ConstraintLimits.unkept(value).map(each -> unkept(each, where)).stream(),
                neverNull(value, where)));
    return switch (value.type()) {
      case TypeModel.ListOf(var element) -> Stream.concat(here, of(element, where));
      case TypeModel.OptionalOf(var inner) -> Stream.concat(here, of(inner, where));
      case TypeModel.RecordType(var name) ->
          Stream.concat(
              here,
              name.instance().stream()
                  .flatMap(each -> each.arguments().stream())
                  .flatMap(each -> of(each, where)));
      default -> here;
    };
  }

  private static Stream<Finding> of(ConstraintModel constraint, TypeModel type, Where where) {
    return switch (constraint) {
      case ConstraintModel.Known known -> of(known, type, where);
      case ConstraintModel.Unknown unknown ->
          type instanceof TypeModel.Unresolved
              ? Stream.of()
              : Stream.of(unknown(unknown, where.at(unknown.annotation())));
    };
  }

  private static Stream<Finding> of(ConstraintModel.Known constraint, TypeModel type, Where where) {
    var wrong =
        constraint.kind().fits(type)
            ? ConstraintLimits.fault(constraint)
                .map(each -> wrong(constraint, each, where))
                .stream()
            : Stream.of(misplaced(constraint, type, where));
    return constraint.message().isEmpty()
        ? wrong
        : Stream.concat(wrong, saying(constraint, where.at(JAKARTA + constraint.name())));
  }

  private static Finding wrong(ConstraintModel constraint, String fault, Where where) {
    return new Finding(
        Code.CONSTRAINT,
        where.at(JAKARTA + constraint.name()),
        "@%s cannot be checked: %s.".formatted(constraint.name(), fault),
        "Write a limit that some value satisfies.");
  }

  /** Nothing that is never null keeps {@code @Null}. */
  private static Stream<Finding> neverNull(ValueModel value, Where where) {
    return value.constraints().stream()
        .filter(each -> each.is(ConstraintKind.NULL) && !value.nullable())
        .map(each ->
            new Finding(
                Code.CONSTRAINT,
                where.at(JAKARTA + each.name()),
                "No value satisfies @Null where null is not allowed.",
                "Add @Nullable, or remove @Null."));
  }

  private static Finding unkept(ConstraintLimits.Pair pair, Where where) {
    return new Finding(
        Code.CONSTRAINT,
        where.at(JAKARTA + pair.second()),
        "No value satisfies both @%s and @%s.".formatted(pair.first(), pair.second()),
        "Change one of them.");
  }

  /** What the program says itself is not checked: only what clients send is. */
  static Stream<Finding> unchecked(List<ConstraintModel> constraints, Where where) {
    return constraints.stream()
        .filter(each -> !each.is(ConstraintKind.NOT_NULL))
        .map(each -> unchecked(each, where));
  }

  private static Finding unchecked(ConstraintModel constraint, Where where) {
    var annotation =
        constraint instanceof ConstraintModel.Unknown unknown
            ? unknown.annotation()
            : JAKARTA + constraint.name();
    return new Finding(
        Code.CONSTRAINT,
        where.at(annotation),
        "@%s is never checked here: only what clients send is.".formatted(constraint.name()),
        "Remove it, or put it on a component of a record that clients send.");
  }

  /** A rule says its message as a constraint does. */
  static Stream<Finding> rule(RuleModel rule) {
    var where = rule.where().at(JAKARTA + rule.annotation());
    return rule.grouped()
        ? Stream.of(grouped(rule.annotation(), where))
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
        "Write the text that clients read; {name} stands for an attribute of the annotation, and"
            + " \\{ for a brace.");
  }

  private static Finding misplaced(ConstraintModel.Known constraint, TypeModel type, Where where) {
    return new Finding(
        Code.CONSTRAINT,
        where.at(JAKARTA + constraint.name()),
        "@%s does not apply to %s.".formatted(constraint.name(), type.source()),
        "It is for %s.".formatted(constraint.kind().limited()));
  }

  private static Finding unknown(ConstraintModel.Unknown constraint, Where where) {
    return switch (constraint.reason()) {
      case KIND ->
          new Finding(
              Code.CONSTRAINT,
              where,
              "@%s is not checked by this version of Covet.".formatted(constraint.name()),
              "Use another constraint, or an @AssertTrue method of the record.");
      case GROUPS -> grouped(constraint.name(), where);
      case PAYLOAD ->
          new Finding(
              Code.CONSTRAINT,
              where,
              "The payload of @%s is never read.".formatted(constraint.name()),
              "Remove payload; what clients are to know stands in the message.");
    };
  }

  private static Finding grouped(String name, Where where) {
    return new Finding(
        Code.CONSTRAINT,
        where,
        "@%s belongs to a group, and Covet does not validate groups.".formatted(name),
        "Remove groups where it always holds; else write a record for each use.");
  }
}

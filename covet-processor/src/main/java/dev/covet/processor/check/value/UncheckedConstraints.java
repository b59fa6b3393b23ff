package dev.covet.processor.check.value;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.type.ConstraintModel.Unknown;
import dev.covet.processor.model.type.ConstraintModel.Unknown.Reason;
import dev.covet.processor.model.type.Where;

/** Says why a constraint is not checked, and what to write for it. */
final class UncheckedConstraints {
  private UncheckedConstraints() {}

  static Finding of(Unknown constraint, Where at) {
    return finding(
        constraint.reason(), constraint.name(), TypeChecks.shown(constraint.subject()), at);
  }

  static Finding grouped(String name, Where at) {
    return finding(Reason.GROUPS, name, "", at);
  }

  private static Finding finding(Reason reason, String name, String subject, Where at) {
    return new Finding(
        Code.CONSTRAINT,
        at,
        wrong(reason).formatted(name, subject),
        right(reason).formatted(name, subject));
  }

  /** What is wrong with a constraint, by its name and what the reason is about. */
  private static String wrong(Reason reason) {
    return switch (reason) {
      case KIND -> "@%s is not checked by this version of Covet.";
      case GROUPS -> "@%s belongs to a group, and Covet does not validate groups.";
      case PAYLOAD -> "The payload of @%s is never read.";
      case NOTHING -> "@%s checks nothing: it has no validator and is composed of no constraints.";
      case CIRCLE -> "@%s is composed of itself.";
      case NO_VALIDATOR -> "@%s has no validator for %s.";
      case VALIDATORS -> "@%s has several validators for %s, none nearer to it than the others.";
      case UNMAKEABLE -> "The validator %2$s of @%1$s cannot be made.";
      case UNWRITABLE -> "What @%s says cannot be written for its validator.";
      case FOREIGN -> "@%s has a validator, and was compiled without Covet.";
      case OVERRIDING ->
          "An attribute of @%s is overridden, which only one of Jakarta's constraints allows.";
    };
  }

  private static String right(Reason reason) {
    return switch (reason) {
      case KIND -> "Use another constraint, or an @AssertTrue method of the record.";
      case GROUPS -> "Remove groups if it always applies; else write a record for each use.";
      case PAYLOAD -> "Remove payload; put what clients should know into the message.";
      case NOTHING -> "Put constraints on its declaration, or name a validator in validatedBy.";
      case CIRCLE -> "Remove one of the constraints on its declaration.";
      case NO_VALIDATOR -> "Name one in validatedBy: a ConstraintValidator<%s, %s>.";
      case VALIDATORS -> "Name one more in validatedBy, for %2$s itself.";
      case UNMAKEABLE ->
          "It is a class, not abstract, without type parameters, with a constructor without"
              + " parameters, both as visible as @%s.";
      case UNWRITABLE ->
          "Make the annotation and the types of its attributes package-private or public, and"
              + " use no annotations in them.";
      case FOREIGN -> "Declare a constraint of your own with validatedBy = %2$s.class.";
      case OVERRIDING -> "Write the value where @%s is on the declaration.";
    };
  }
}

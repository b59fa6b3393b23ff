package dev.covet.processor.check;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.source.Misplaced;
import java.util.Locale;

/** Rules for what classes and methods are, whatever they do: generated code must call them. */
final class CallableChecks {
  private CallableChecks() {}

  static Finding of(Misplaced misplaced) {
    return switch (misplaced.reason()) {
      case PRIVATE -> hidden(misplaced);
      case INTERFACE -> unmakeable(misplaced, "is an interface");
      case ENUM -> unmakeable(misplaced, "is an enum");
      case RECORD -> unmakeable(misplaced, "is a record, which is data");
      case ABSTRACT -> unmakeable(misplaced, "is abstract");
      case INNER -> unmakeable(misplaced, "needs an instance of the class around it");
      case GENERIC_CLASS -> unmakeable(misplaced, "has type parameters");
      case CONSTRUCTORS -> constructors(misplaced);
      case GENERIC_METHOD, NOT_STATIC, NO_SERVICE, UNWRITABLE, CHECK_RESULT ->
          uncallable(misplaced);
      case NULLABLE -> nullable(misplaced);
      case STRAY -> stray(misplaced);
      case INHERITED -> inherited(misplaced);
      case NO_ROUTES -> noRoutes(misplaced);
      case COMPACT_SOURCE -> compactSource(misplaced);
      case NO_STATUS -> noStatus(misplaced);
      case GENERIC_RECORD -> genericRecord(misplaced);
      case PARAMETERS, STATIC, CHECKED, NO_BOOLEAN -> ofRecord(misplaced);
      case ON_RECORD -> onRecord(misplaced);
      case FOREIGN -> foreign(misplaced);
      case NO_MIDDLEWARE -> noMiddleware(misplaced);
      case NO_GUARD,
          GUARD_EMPTY,
          GUARD_HIDDEN,
          GUARD_SECOND,
          GUARD_RESULT,
          GUARD_BODY,
          GUARD_ANNOTATION,
          GUARD_REPEATABLE,
          GUARD_BEYOND ->
          GuardChecks.of(misplaced);
      case NO_TABLE -> noTable(misplaced);
      case PATH, PREFIX -> path(misplaced);
      case SEVERAL_METHODS -> severalMethods(misplaced);
    };
  }

  private static Finding hidden(Misplaced misplaced) {
    return finding(
        Code.HIDDEN,
        misplaced,
        "is private, so generated code cannot reach it.",
        "Remove private; package-private is enough.");
  }

  private static Finding constructors(Misplaced misplaced) {
    return finding(
        Code.UNMAKEABLE,
        misplaced,
        "is a second constructor, and nothing says which one the app calls.",
        "Keep the one that takes services, and make the others private.");
  }

  private static Finding nullable(Misplaced misplaced) {
    return misplaced.gives().isEmpty()
        ? finding(
            Code.NULLABLE_RESULT,
            misplaced,
            "returns a @Nullable value, and null has no response.",
            "Return Optional: what is absent is a 404.")
        : finding(
            Code.NULLABLE_RESULT,
            misplaced,
            "provides a @Nullable value, and a service is never null.",
            "Give an object in any case, or throw an exception.");
  }

  private static Finding stray(Misplaced misplaced) {
    return finding(
        Code.STRAY_ROUTE,
        misplaced,
        "is a route, but its class has no @Routes, so it is never served.",
        "Write it in a class that says @Routes itself; routes are not inherited.");
  }

  private static Finding inherited(Misplaced misplaced) {
    return finding(
        Code.STRAY_ROUTE,
        misplaced,
        "does not inherit %s(...): routes and hooks are not inherited."
            .formatted(misplaced.gives()),
        "Write a method with that annotation in the class itself; it may call the other.");
  }

  private static Finding noRoutes(Misplaced misplaced) {
    return finding(
        Code.NO_ROUTES,
        misplaced,
        "has no route.",
        "Put @Get, @Post, @Put, @Patch or @Delete on its methods.");
  }

  private static Finding compactSource(Misplaced misplaced) {
    return finding(
        Code.COMPACT_SOURCE,
        misplaced,
        "is in a compact source file, whose class has no name, so generated code cannot reach it.",
        "Write a class around it.");
  }

  private static Finding noStatus(Misplaced misplaced) {
    return finding(
        Code.STATUS,
        misplaced,
        "has no status, so clients would get a 500.",
        "Put @Status on it, with a status from 400 to 599.");
  }

  private static Finding genericRecord(Misplaced misplaced) {
    return finding(
        Code.NO_CODEC,
        misplaced,
        "has no codec, because it has type parameters.",
        "Name it with its types where it is read or answered; only then it has one.");
  }

  /** What a rule or a computed field cannot be. */
  private static Finding ofRecord(Misplaced misplaced) {
    return switch (misplaced.reason()) {
      case PARAMETERS ->
          ofRecord(misplaced, "has parameters", "It says something of its record alone.");
      case STATIC -> ofRecord(misplaced, "is static", "Remove static.");
      case CHECKED ->
          ofRecord(misplaced, "throws a checked exception", "Catch it inside the method.");
      default ->
          ofRecord(misplaced, "does not return a boolean", "Return true if the rule is kept.");
    };
  }

  private static Finding onRecord(Misplaced misplaced) {
    return new Finding(
        Code.CONSTRAINT,
        misplaced.where(),
        "@%s on the record %s is not checked.".formatted(misplaced.name(), misplaced.gives()),
        "Put it on the components that hold a %s, or write an @AssertTrue method of the record."
            .formatted(misplaced.gives()));
  }

  private static Finding ofRecord(Misplaced misplaced, String why, String right) {
    var wrong = why + ", so it is neither a rule nor a field of its record.";
    return finding(Code.UNCALLABLE, misplaced, wrong, right);
  }

  private static Finding foreign(Misplaced misplaced) {
    return finding(
        Code.NO_PROVIDER,
        misplaced,
        "was compiled without Covet, so the app cannot make one.",
        "Make it yourself, and name it in .use(...) of the app or a router.");
  }

  private static Finding noMiddleware(Misplaced misplaced) {
    return finding(
        Code.NO_MIDDLEWARE,
        misplaced,
        "is not a Middleware, so it cannot be around a handler.",
        "Name a class that implements dev.covet.web.http.Middleware.");
  }

  private static Finding noTable(Misplaced misplaced) {
    return finding(
        Code.NO_TABLE,
        misplaced,
        "is not a %s, but %s is used."
            .formatted(
                misplaced.gives().toLowerCase(Locale.ROOT),
                misplaced.where().type().generated(misplaced.gives()).nested()),
        misplaced.gives().equals("Table")
            ? "Put @Table on the record."
            : "Put @Projection on the record, with the record of its table.");
  }

  private static Finding path(Misplaced misplaced) {
    return finding(
        Code.PATH,
        misplaced,
        "has the path " + misplaced.gives() + ".",
        "Separate segments by one slash; a variable is a whole one: /heroes/{id}.");
  }

  private static Finding severalMethods(Misplaced misplaced) {
    return finding(
        Code.OPERATION_ID,
        misplaced,
        "serves several HTTP methods, which would share one operation id.",
        "Write a method for each; one may call the other.");
  }

  private static Finding unmakeable(Misplaced misplaced, String why) {
    return finding(
        Code.UNMAKEABLE,
        misplaced,
        why + ", so the app cannot make one.",
        "Use a class that is top-level or static, neither abstract nor generic.");
  }

  private static Finding uncallable(Misplaced misplaced) {
    return switch (misplaced.reason()) {
      case NOT_STATIC ->
          uncallable(
              misplaced,
              "provides something and is not static",
              "Make it static; what it needs are its parameters.");
      case NO_SERVICE ->
          uncallable(
              misplaced,
              "provides %s, which is not a service".formatted(misplaced.gives()),
              "Return an object of one of your classes.");
      case CHECK_RESULT ->
          finding(
              Code.UNCALLABLE,
              misplaced,
              "is a @HealthCheck, and nobody looks at what it returns.",
              "Return nothing, and throw where something is not well.");
      case UNWRITABLE ->
          uncallable(
              misplaced,
              "reads a qualifier with values that generated code cannot write",
              "Use no annotations and no private enums in the qualifier.");
      default ->
          uncallable(misplaced, "has type parameters", "Write types instead of the parameters.");
    };
  }

  private static Finding uncallable(Misplaced misplaced, String why, String right) {
    return finding(Code.UNCALLABLE, misplaced, why + ", so the app cannot call it.", right);
  }

  private static Finding finding(Code code, Misplaced misplaced, String wrong, String right) {
    return new Finding(code, misplaced.where(), misplaced.name() + " " + wrong, right);
  }
}

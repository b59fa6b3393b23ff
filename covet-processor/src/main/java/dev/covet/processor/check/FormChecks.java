package dev.covet.processor.check;

import dev.covet.processor.model.Misplaced;

/** Rules for what classes and methods are, whatever they do: generated code must call them. */
final class FormChecks {
  private FormChecks() {}

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
      case GENERIC_METHOD, NOT_STATIC, NO_SERVICE, UNWRITABLE -> uncallable(misplaced);
      case STRAY -> stray(misplaced);
      case NO_ROUTES -> noRoutes(misplaced);
      case COMPACT_SOURCE -> compactSource(misplaced);
      case NO_STATUS -> noStatus(misplaced);
      case GENERIC_RECORD -> genericRecord(misplaced);
      case PARAMETERS, STATIC, CHECKED, NO_BOOLEAN -> ofRecord(misplaced);
      case FOREIGN -> foreign(misplaced);
      case PATH, PREFIX -> path(misplaced);
      case SEVERAL_METHODS -> severalMethods(misplaced);
    };
  }

  private static Finding hidden(Misplaced misplaced) {
    return finding(
        Code.HIDDEN,
        misplaced,
        "is private, so generated code cannot reach it.",
        "Take private away; package-private is enough.");
  }

  private static Finding constructors(Misplaced misplaced) {
    return finding(
        Code.UNMAKEABLE,
        misplaced,
        "is a second constructor, and nothing says which one the app is to call.",
        "Keep the one that asks for services, and make the others private.");
  }

  private static Finding stray(Misplaced misplaced) {
    return finding(
        Code.STRAY_ROUTE,
        misplaced,
        "is a route, but its class has no @Routes, so nobody serves it.",
        "Say @Routes on the class itself; routes are not inherited.");
  }

  private static Finding noRoutes(Misplaced misplaced) {
    return finding(
        Code.NO_ROUTES,
        misplaced,
        "has no route.",
        "Say @Get, @Post, @Put, @Patch or @Delete on its methods.");
  }

  private static Finding compactSource(Misplaced misplaced) {
    return finding(
        Code.COMPACT_SOURCE,
        misplaced,
        "is in a compact source file, whose class has no name, so generated code cannot reach it.",
        "Write a class around what the file holds.");
  }

  private static Finding noStatus(Misplaced misplaced) {
    return finding(
        Code.STATUS,
        misplaced,
        "does not say its status, so clients would be told 500.",
        "Say @Status on it, with a status from 400 to 599.");
  }

  private static Finding genericRecord(Misplaced misplaced) {
    return finding(
        Code.NO_CODEC,
        misplaced,
        "has no codec: it has type parameters.",
        "Write the types themselves; one record for each is enough.");
  }

  /** What a rule or a computed field cannot be. */
  private static Finding ofRecord(Misplaced misplaced) {
    return switch (misplaced.reason()) {
      case PARAMETERS ->
          ofRecord(misplaced, "has parameters", "It says something of its record alone.");
      case STATIC -> ofRecord(misplaced, "is static", "Take static away.");
      case CHECKED ->
          ofRecord(misplaced, "throws a checked exception", "Catch it, and answer all the same.");
      default -> ofRecord(misplaced, "does not give a boolean", "Give true where the rule holds.");
    };
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
        "answers several methods of HTTP, which would have one operation id.",
        "Write a method for each; one may call the other.");
  }

  private static Finding unmakeable(Misplaced misplaced, String why) {
    return finding(
        Code.UNMAKEABLE,
        misplaced,
        why + ", so the app cannot make one.",
        "Take a class that is top-level or static, neither abstract nor generic.");
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
              "provides %s, which is no service".formatted(misplaced.gives()),
              "Give an object of a class of your own.");
      case UNWRITABLE ->
          uncallable(
              misplaced,
              "reads a qualifier with values that generated code cannot write",
              "Let the qualifier hold no annotations and no private enums.");
      default -> uncallable(misplaced, "has type parameters", "Write the types themselves.");
    };
  }

  private static Finding uncallable(Misplaced misplaced, String why, String right) {
    return finding(Code.UNCALLABLE, misplaced, why + ", so the app cannot call it.", right);
  }

  private static Finding finding(Code code, Misplaced misplaced, String wrong, String right) {
    return new Finding(code, misplaced.where(), misplaced.name() + " " + wrong, right);
  }
}

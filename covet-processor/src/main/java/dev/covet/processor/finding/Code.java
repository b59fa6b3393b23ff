package dev.covet.processor.finding;

/**
 * What can be wrong in a source. The numbers are stable; each has a paragraph in
 * docs/compile-errors.md.
 */
public enum Code {
  /** A private type or method that generated code must reach. */
  HIDDEN(101),
  /** A route with two bodies. */
  TWO_BODIES(102),
  /** A body of a GET, or one of a DELETE that a provider reads. */
  BODY_ON_GET(103),
  /** A type that JSON, a path or a query cannot hold. */
  NO_CODEC(104),
  /** A constraint that does not fit the type it stands on. */
  CONSTRAINT(105),
  /** A default that is no value of its type. */
  DEFAULT(106),
  /** A variable of the path without parameter. */
  PATH_VALUE(107),
  /** Two routes of a class that match one path equally well. */
  SAME_PATH(108),
  /** A nullable result. */
  NULLABLE_RESULT(109),
  /** A table without id, or with one that is none. */
  NO_ID(110),
  /** A component of a projection that is neither column nor relation. */
  PROJECTION(111),
  /** A message of a constraint that could not be told as it stands. */
  MESSAGE(112),
  /** A component that cannot be flattened. */
  FLATTEN(113),
  /** Two fields, or two constants, of one name in JSON. */
  SAME_NAME(114),
  /** A component that clients do not send and that nothing else says the value of. */
  NOTHING_TO_HOLD(115),
  /** A column of decimal numbers that does not say how many digits it holds. */
  DECIMAL_SCALE(116),
  /** A class that the app cannot make. */
  UNMAKEABLE(117),
  /** A method that the app cannot call. */
  UNCALLABLE(118),
  /** A route in a class without routes. */
  STRAY_ROUTE(119),
  /** A class with routes that has none. */
  NO_ROUTES(120),
  /** Something of a request, asked for outside of requests. */
  OF_REQUEST(121),
  /** A service that nobody provides, or that two provide. */
  NO_PROVIDER(122),
  /** Services that need each other. */
  CIRCLE(123),
  /** A parameter that reads a variable which the path does not have. */
  NO_PATH_VALUE(124),
  /** A second top-level type of a file. */
  SECOND_TYPE(125),
  /** A type or method in a compact source file. */
  COMPACT_SOURCE(126),
  /** A status that is missing, or that no answer can have. */
  STATUS(127),
  /** Two types for which classes of one name would be generated. */
  SAME_CLASS(128),
  /** A path that no request could have. */
  PATH(129),
  /** Two routes of a class with one operation id. */
  OPERATION_ID(130),
  /** An annotation that does nothing where it stands. */
  IDLE(131),
  /** A reference to what is no table, or by another type than its id. */
  REFERENCE(132),
  /** A class that stands around routes and is no middleware. */
  NO_MIDDLEWARE(133),
  /** A record without {@code @Table} whose table somebody names. */
  NO_TABLE(134),
  /** A media type that is none, or that an answer of its kind cannot have. */
  MEDIA_TYPE(135),
  /** An example that is no value of its type. */
  EXAMPLE(136),
  /** A class that is to check requests and is no guard. */
  NO_GUARD(137),
  /** A record with {@code @Scalar} that is not one scalar. */
  VALUE_CLASS(139),
  /** A header or a cookie by a name that no request could have. */
  SENT_NAME(140),
  /** A method of a generated client that every object has. */
  CLIENT_METHOD(145),
  /** An index over what are no components. */
  INDEX(150),
  /** A table or a column by a name that a database cannot have. */
  SQL_NAME(151),
  /** SQL that its method cannot run. */
  SQL(155),
  /** A table whose database no app can name, or a reference into another database. */
  DATABASE(160),
  /** A route that all may call and that needs somebody who is signed in. */
  CALLERS(161),
  /** A provider that cannot say who sends a request. */
  PRINCIPAL(162),
  /** An owner that is not what a principal's id is. */
  OWNER(163),
  /** A column whose values are not for all eyes, by its name. */
  LEAK(164),
  /** An interface that is to call another service, and cannot. */
  CLIENT(165),
  /** A callback that is no webhook, or for whose address a request has no value. */
  CALLBACK(168),
  /** What protects a call, where it cannot, or by numbers that it cannot have. */
  PROTECTION(170),
  /** What caches are told, where they know no such thing or would give away what they keep. */
  CACHE_CONTROL(171),
  /** A WebSocket without the one socket that it talks over, or a socket elsewhere. */
  SOCKET(172);

  private final int number;

  Code(int number) {
    this.number = number;
  }

  /** Whether the program is right all the same, so that the compiler only warns. */
  public boolean isWarning() {
    return this == NO_ROUTES || this == SECOND_TYPE;
  }

  /** Whether it is told at once: the compiler forgets a compact source file after the round. */
  public boolean isOfRound() {
    return this == COMPACT_SOURCE;
  }

  /** As messages and documents write it: {@code COV-107}. */
  @Override
  public String toString() {
    return "COV-" + number;
  }
}

package dev.covet.web.docs;

import dev.covet.api.Problem;
import dev.covet.schema.BodySchema;
import dev.covet.schema.Kind;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import dev.covet.schema.ScalarText;
import dev.covet.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a client may have sent wrong: a problem of a field that an operation really has. */
final class ExampleProblems {
  private ExampleProblems() {}

  /** One problem; none where no simple one is found. */
  static List<Problem> of(Operation operation) {
    var body = operation.body();
    var bodies = body == null ? Stream.<BodySchema>of() : body.all();
    var inBody = bodies.flatMap(each -> of(each).stream());
    var inOthers = operation.parameters().stream().flatMap(each -> of(each).stream());
    return Stream.concat(inBody, inOthers).limit(1).toList();
  }

  private static Optional<Problem> of(BodySchema body) {
    if (body.isForm()) return in(body.schema(), List.of("form"));
    return body.mediaType().equals("application/json")
        ? in(body.schema(), List.of("body"))
        : Optional.empty();
  }

  private static Optional<Problem> in(Schema schema, List<Object> at) {
    return switch (schema) {
      case Schema.Ref ref -> missing(ref.target().get(), at);
      case Schema.ChangesOf(var of) -> nothing(of.target().get(), at);
      case Schema.Nullable(var of) -> in(of, at);
      case Schema.ListOf(var element, _) -> in(element, plus(at, 0));
      case Schema.Scalar(var kind, _) -> type(kind, at);
      case Schema.Choice choice -> Optional.of(choice(choice, at));
      case Schema.Union _, Schema.MapOf _, Schema.AnyOf _, Schema.Any _ -> Optional.empty();
    };
  }

  private static Optional<Problem> missing(ObjectSchema object, List<Object> at) {
    return object.properties().stream()
        .filter(Side.INPUT::shows)
        .filter(Side.INPUT::requires)
        .findFirst()
        .map(each -> Problem.at(plus(at, each.name()), "missing", "is required"));
  }

  private static Optional<Problem> nothing(ObjectSchema object, List<Object> at) {
    return object.properties().stream()
        .filter(Side.CHANGES::shows)
        .filter(each -> !(each.schema() instanceof Schema.Nullable))
        .findFirst()
        .map(each -> Problem.at(plus(at, each.name()), "null", "must not be null"));
  }

  private static Optional<Problem> of(Parameter parameter) {
    List<Object> at = List.of(parameter.in(), parameter.name());
    var wrong =
        switch (parameter.schema()) {
          case Schema.Nullable(Schema.Scalar(var kind, _)) -> type(kind, at);
          case Schema.Scalar(var kind, _) -> type(kind, at);
          case Schema.Choice choice -> Optional.of(choice(choice, at));
          default -> Optional.<Problem>empty();
        };
    return wrong.or(() ->
        Optional.of(Problem.at(at, "missing", "is required"))
            .filter(_ -> parameter.required() && !parameter.in().equals("path")));
  }

  /** What is of another type; a text never is. */
  private static Optional<Problem> type(Kind kind, List<Object> at) {
    var reason =
        switch (kind) {
          case BYTE, SHORT, INT, LONG, BIG_INTEGER, YEAR -> "must be a whole number";
          case FLOAT, DOUBLE, DECIMAL -> "must be a number";
          case BOOLEAN -> "must be true or false";
          case UUID -> "must be " + ScalarText.UUID.words();
          case DATE -> "must be " + ScalarText.DATE.words();
          case INSTANT -> "must be " + ScalarText.INSTANT.words();
          default -> "";
        };
    return reason.isEmpty() ? Optional.empty() : Optional.of(Problem.at(at, "type", reason));
  }

  private static Problem choice(Schema.Choice choice, List<Object> at) {
    return Problem.at(at, "type", "must be one of " + String.join(", ", choice.values()));
  }

  private static List<Object> plus(List<Object> at, Object element) {
    return Stream.concat(at.stream(), Stream.of(element)).toList();
  }
}

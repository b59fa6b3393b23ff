package dev.covet.processor.check;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.schema.BodySchema;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for what {@code @Produces} says: a media type, and one that the answer can be of. */
final class MediaTypeChecks {
  private static final String PRODUCES = "dev.covet.api.Produces";

  /** Type and subtype, then parameters (RFC 9110, 8.3.1), in a header of one line. */
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[\\w!#$&.+^-]{1,127}/[\\w!#$&.+^-]{1,127}( ?;[\\x20-\\x7e]*)?");

  /** A charset that no text is written in. */
  private static final Pattern OTHER_CHARSET =
      Pattern.compile("(?i).*; *charset *= *+(?!\"?utf-?8\"? *(?:;|$)).*");

  private MediaTypeChecks() {}

  static Stream<Finding> of(CompilationModel model) {
    return model.declared().served().flatMap(each -> of(each).stream());
  }

  private static Optional<Finding> of(RouteModel route) {
    var types = route.http().produces();
    if (types.stream().anyMatch(String::isBlank)) {
      return Optional.empty(); // that it says nothing is said of it
    }
    var wrong = types.stream().filter(each -> !MEDIA_TYPE.matcher(each).matches()).findFirst();
    if (wrong.isPresent()) {
      return Optional.of(
          finding(
              route,
              "\"%s\" is not a media type.".formatted(wrong.get()),
              "Write one such as text/csv or application/json."));
    }
    var charset = types.stream().filter(each -> OTHER_CHARSET.matcher(each).matches()).findFirst();
    if (charset.isPresent() && !isByHand(route.result().bare())) {
      return Optional.of(
          finding(
              route,
              "\"%s\" is not what is sent: texts are written in UTF-8.".formatted(charset.get()),
              "Say charset=utf-8, or return bytes."));
    }
    return switch (route.result().bare()) {
      case ResultModel.Json _, ResultModel.OneOf _ -> json(route, MediaTypeChecks::isJson);
      case ResultModel.Values values when values.isEvents() ->
          types.stream().findFirst().map(each -> notEvents(route, each));
      case ResultModel.Values _ -> json(route, each -> isJson(each) || BodySchema.isLines(each));
      case ResultModel.Plain _ -> types.size() > 1 ? Optional.of(several(route)) : Optional.empty();
      case ResultModel.Nothing _,
          ResultModel.Messages _,
          ResultModel.Raw _,
          ResultModel.Unresolved _ ->
          Optional.empty();
    };
  }

  private static Optional<Finding> json(RouteModel route, Predicate<String> fits) {
    return route.mediaTypes().stream()
        .filter(each -> !fits.test(each))
        .findFirst()
        .map(each ->
            finding(
                route,
                "%s answers JSON, which is not \"%s\".".formatted(RouteChecks.label(route), each),
                route.result().bare() instanceof ResultModel.Values
                    ? "Write JSON_LINES, application/json or a type that ends in +json, or return a String"
                        + " or an InputStream."
                    : "Write application/json or a type that ends in +json, or return a String."));
  }

  private static Finding notEvents(RouteModel route, String mediaType) {
    return finding(
        route,
        "%s answers events, which are text/event-stream and not \"%s\"."
            .formatted(RouteChecks.label(route), mediaType),
        "Take @Produces away, or return a Stream for JSON or JSON Lines.");
  }

  private static boolean isByHand(ResultModel.Bare result) {
    return result instanceof ResultModel.Bytes
        || result instanceof ResultModel.Stream
        || result instanceof ResultModel.File
        || result instanceof ResultModel.Raw;
  }

  private static boolean isJson(String mediaType) {
    return mediaType.equals("application/json") || mediaType.endsWith("+json");
  }

  private static Finding several(RouteModel route) {
    return finding(
        route,
        "%s answers one body, which cannot be of several types."
            .formatted(RouteChecks.label(route)),
        "Keep one of them, or return Response and look at Accept yourself.");
  }

  private static Finding finding(RouteModel route, String wrong, String right) {
    return new Finding(Code.MEDIA_TYPE, route.where().at(PRODUCES), wrong, right);
  }
}

package dev.covet.processor.check;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ResultModel;
import dev.covet.processor.model.RouteModel;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for what {@code @Produces} says: a media type, and one that the answer can be of. */
final class MediaTypeChecks {
  private static final String PRODUCES = "dev.covet.api.Produces";

  /** Type and subtype, then parameters (RFC 9110, 8.3.1), in a header of one line. */
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[\\w!#$&.+^-]{1,127}/[\\w!#$&.+^-]{1,127}( ?;[\\x20-\\x7e]*)?");

  private MediaTypeChecks() {}

  static Stream<Finding> of(CompilationModel model) {
    return model.declared().routes().stream()
        .flatMap(each -> each.routes().stream())
        .filter(each -> each.http().produces().filter(type -> !type.isBlank()).isPresent())
        .flatMap(each -> of(each).stream());
  }

  private static Optional<Finding> of(RouteModel route) {
    var said = route.http().produces().orElse("");
    if (!MEDIA_TYPE.matcher(said).matches()) {
      return Optional.of(
          finding(
              route,
              "\"%s\" is not a media type.".formatted(said),
              "Write one as text/csv or application/json."));
    }
    return isFit(route.result().bare(), route)
        ? Optional.empty()
        : Optional.of(
            finding(
                route,
                "%s answers JSON, which is not \"%s\".".formatted(RouteChecks.label(route), said),
                route.result().bare() instanceof ResultModel.Values
                    ? "Write JSON_LINES, application/json or a type that ends in +json."
                    : "Write application/json or a type that ends in +json, or return a String."));
  }

  private static boolean isFit(ResultModel result, RouteModel route) {
    return switch (result) {
      case ResultModel.Json _, ResultModel.OneOf _ -> isJson(route);
      case ResultModel.Values _ -> isJson(route) || route.writesLines();
      case ResultModel.Nothing _,
          ResultModel.Maybe _,
          ResultModel.Text _,
          ResultModel.Html _,
          ResultModel.Bytes _,
          ResultModel.Stream _,
          ResultModel.Reply _,
          ResultModel.Raw _,
          ResultModel.Unresolved _ ->
          true;
    };
  }

  private static boolean isJson(RouteModel route) {
    return route
        .mediaType()
        .filter(type -> type.equals("application/json") || type.endsWith("+json"))
        .isPresent();
  }

  private static Finding finding(RouteModel route, String wrong, String right) {
    return new Finding(Code.MEDIA_TYPE, route.where().at(PRODUCES), wrong, right);
  }
}

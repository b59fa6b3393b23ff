package dev.covet.processor.model;

import dev.covet.api.Produces;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One handler.
 *
 * @param javaName name of the Java method
 * @param http what the route is, to clients
 * @param isStatic whether the method needs no instance of its class
 * @param unchecked constraints on what it returns, which nothing checks
 * @param thrown all exceptions that its signature names, in order
 * @param rules what its other annotations say
 */
public record RouteModel(
    String javaName,
    Http http,
    boolean isStatic,
    List<ParameterModel> parameters,
    ResultModel result,
    List<ConstraintModel> unchecked,
    List<ThrownModel> thrown,
    Rules rules,
    Doc doc,
    Where where) {
  private static final Set<String> LINES = Set.of(Produces.JSON_LINES, "application/x-ndjson");

  /** Copies the lists. */
  public RouteModel {
    parameters = List.copyOf(parameters);
    unchecked = List.copyOf(unchecked);
    thrown = List.copyOf(thrown);
  }

  /**
   * What a route is, to clients.
   *
   * @param template the whole path with the class's prefix: {@code /heroes/{id}}
   * @param status of a success: what {@code @Status} says, else 204 for nothing, else 200
   * @param produces media type that {@code @Produces} names
   */
  public record Http(
      HttpMethod method, String template, OptionalInt status, Optional<String> produces) {}

  /**
   * What annotations ask for besides.
   *
   * @param blocking whether it runs on the pool for blocking calls
   * @param bodyBytesMax what {@code @BodyMax} says
   * @param uses middleware of the method alone, outermost first
   * @param tag what {@code @Tag} says, else the class's
   */
  public record Rules(
      boolean blocking,
      OptionalLong bodyBytesMax,
      List<UseModel> uses,
      String tag,
      boolean hidden,
      boolean deprecated) {
    /** Copies the list. */
    public Rules {
      uses = List.copyOf(uses);
    }
  }

  /** The media type that {@code @Produces} names, as documents tell it: without parameters. */
  public Optional<String> mediaType() {
    return http.produces().map(type -> type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT));
  }

  /** Whether a stream of values has a line for each: JSON Lines, by either of its names. */
  public boolean writesLines() {
    return mediaType().filter(LINES::contains).isPresent();
  }

  /** The status of a success. */
  public int status() {
    return http.status().orElse(result.bare() instanceof ResultModel.Nothing ? 204 : 200);
  }
}

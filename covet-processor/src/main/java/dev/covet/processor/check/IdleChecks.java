package dev.covet.processor.check;

import dev.covet.processor.model.AnnotatedPlace;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.HookModel;
import dev.covet.processor.model.NoteModel;
import dev.covet.processor.model.ParameterModel;
import dev.covet.processor.model.ProviderModel;
import dev.covet.processor.model.ResultModel;
import dev.covet.processor.model.RouteModel;
import dev.covet.processor.model.RoutesModel;
import dev.covet.processor.model.SourcesModel;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.ValueSource;
import dev.covet.processor.model.Where;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules for annotations that would do nothing where they stand: each says so. */
final class IdleChecks {
  private static final Set<String> SOURCES =
      Stream.of(ValueSource.values())
          .filter(each -> each != ValueSource.QUALIFIER)
          .map(ValueSource::annotation)
          .collect(Collectors.toUnmodifiableSet());

  private final Map<Where, ParameterModel> parameters = new HashMap<>();
  private final Map<Where, RouteModel> routes = new HashMap<>();

  IdleChecks(CompilationModel model) {
    var declared = model.declared();
    declared.routes().stream()
        .flatMap(each -> each.routes().stream())
        .forEach(each -> routes.put(each.where(), each));
    Stream.concat(
            declared.routes().stream().flatMap(IdleChecks::parameters),
            declared.providers().stream().map(ProviderModel::parameters))
        .flatMap(Collection::stream)
        .forEach(each -> parameters.put(each.where(), each));
  }

  private static Stream<List<ParameterModel>> parameters(RoutesModel routes) {
    return Stream.of(
            Stream.of(routes.constructor()),
            routes.routes().stream().map(RouteModel::parameters),
            routes.hooks().stream().map(HookModel::parameters))
        .flatMap(lists -> lists);
  }

  Stream<Finding> of(SourcesModel sources) {
    return sources.notes().stream().flatMap(each -> of(each).stream());
  }

  private Optional<Finding> of(NoteModel note) {
    var parameter = parameters.get(note.where());
    if (note.spot() == AnnotatedPlace.INPUT && parameter == null) {
      return Optional.empty();
    }
    if (parameter != null && SOURCES.contains(note.annotation())) {
      var source = parameter.source().annotation();
      return source.equals(note.annotation())
          ? Optional.empty()
          : Optional.of(idle(note, "a parameter that says @" + source, "Keep one of the two."));
    }
    var spot = spot(note, parameter);
    var meaning = Meaning.of(note.annotation());
    return meaning.spots().contains(spot)
        ? Optional.empty()
        : Optional.of(idle(note, spot.noun(), meaning.right()));
  }

  private AnnotatedPlace spot(NoteModel note, @Nullable ParameterModel parameter) {
    if (parameter != null) {
      return input(parameter);
    }
    return note.spot() == AnnotatedPlace.ROUTE && isPlain(routes.get(note.where()))
        ? AnnotatedPlace.PLAIN_ROUTE
        : note.spot();
  }

  private static AnnotatedPlace input(ParameterModel parameter) {
    return switch (parameter.source()) {
      case PATH -> AnnotatedPlace.PATH_VALUE;
      case QUERY, HEADER, COOKIE, FORM ->
          parameter.value().type() instanceof TypeModel.RecordType
              ? AnnotatedPlace.GROUP
              : AnnotatedPlace.TEXT_VALUE;
      case BODY -> AnnotatedPlace.BODY;
      case PROVIDED, QUALIFIER -> AnnotatedPlace.SERVICE;
    };
  }

  /** Whether a route gives text or bytes; one that is left out may do anything. */
  private static boolean isPlain(@Nullable RouteModel route) {
    return route == null
        || switch (route.result().bare()) {
          case ResultModel.Text _,
              ResultModel.Html _,
              ResultModel.Bytes _,
              ResultModel.Stream _,
              ResultModel.Unresolved _ ->
              true;
          default -> false;
        };
  }

  private static Finding idle(NoteModel note, String noun, String right) {
    return new Finding(
        Code.IDLE, note.at(), "@%s does nothing on %s.".formatted(note.annotation(), noun), right);
  }
}

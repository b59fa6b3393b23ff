package dev.covet.processor.emit;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Nameable;
import dev.covet.processor.model.ParameterModel;
import dev.covet.processor.model.RecordModel;
import dev.covet.processor.model.ResultModel;
import dev.covet.processor.model.RouteModel;
import dev.covet.processor.model.RoutesModel;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.TypeName;
import dev.covet.processor.model.Where;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is declared and cannot be written. A rule must have been broken by it: if none was told,
 * then this is, so that nothing is missing from a program without a word.
 *
 * @param what as messages call it
 */
public record Lost(String what, Where where) {

  /** What is left out of a compilation. */
  public static List<Lost> of(CompilationModel model) {
    return new Search(model).lost().toList();
  }

  /** Whether the compiler finds all types; else it says itself which it does not. */
  public static boolean isComplete(CompilationModel model) {
    var declared = model.declared();
    var types =
        Stream.of(
                declared.routes().stream().flatMap(Lost::types),
                declared.providers().stream().flatMap(each -> types(each.parameters())),
                model.records().values().stream().flatMap(Lost::types))
            .flatMap(each -> each);
    return types.allMatch(Lost::isFound);
  }

  private static Stream<TypeModel> types(RoutesModel routes) {
    return Stream.of(
            types(routes.constructor()),
            routes.routes().stream().flatMap(each -> types(each.parameters())),
            routes.routes().stream().flatMap(each -> type(each.result()).stream()),
            routes.hooks().stream().flatMap(each -> types(each.parameters())))
        .flatMap(each -> each);
  }

  private static Stream<TypeModel> types(List<ParameterModel> parameters) {
    return parameters.stream().map(each -> each.value().type());
  }

  private static Stream<TypeModel> types(RecordModel record) {
    return Stream.concat(record.components().stream(), record.computed().stream())
        .map(each -> each.value().type());
  }

  private static Optional<TypeModel> type(ResultModel result) {
    return switch (result.bare()) {
      case ResultModel.Json(var value) -> Optional.of(value.type());
      case ResultModel.Unresolved _ -> Optional.of(new TypeModel.Unresolved(""));
      default -> Optional.empty();
    };
  }

  private static boolean isFound(TypeModel type) {
    return switch (type) {
      case TypeModel.ListOf(var element) -> isFound(element.type());
      case TypeModel.OptionalOf(var inner) -> isFound(inner.type());
      case TypeModel.Unresolved _ -> false;
      default -> true;
    };
  }

  /** Compares what is declared with what is written. */
  private static final class Search {
    private final CompilationModel all;
    private final CompilationModel named;
    private final Emittable emittable;

    Search(CompilationModel all) {
      this.all = all;
      this.named = Nameable.of(all);
      this.emittable = new Emittable(named);
    }

    Stream<Lost> lost() {
      return Stream.of(routes(), hooks(), providers(), settings()).flatMap(each -> each);
    }

    private Stream<Lost> routes() {
      var kept = new HashSet<RouteModel>();
      named.declared().routes().stream()
          .map(emittable::routes)
          .forEach(each -> kept.addAll(each.routes()));
      return all.declared().routes().stream()
          .flatMap(each -> each.routes().stream())
          .filter(each -> !kept.contains(each))
          .map(each -> new Lost(each.http().method() + " " + each.http().template(), each.where()));
    }

    private Stream<Lost> hooks() {
      var kept = named.declared().routes().stream().flatMap(each -> each.hooks().stream()).toList();
      return all.declared().routes().stream()
          .flatMap(each -> each.hooks().stream())
          .filter(each -> !kept.contains(each))
          .map(each -> new Lost(each.javaName() + "(...)", each.where()));
    }

    private Stream<Lost> providers() {
      var kept = named.declared().providers().stream().filter(emittable::isRight).toList();
      return all.declared().providers().stream()
          .filter(each -> !kept.contains(each))
          .map(each -> new Lost(each.method().orElse(each.owner().simple()), each.where()));
    }

    private Stream<Lost> settings() {
      return all.declared().settings().stream()
          .map(each -> each.name())
          .filter(each -> !isWritten(each))
          .map(each -> new Lost(each.simple(), Where.of(each)));
    }

    private boolean isWritten(TypeName settings) {
      return named.declared().isSettings(settings)
          && named.find(settings).filter(Emittable::isRight).isPresent();
    }
  }
}

package dev.covet.processor.check;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Misplaced;
import dev.covet.processor.model.RecordModel;
import java.util.List;
import java.util.stream.Stream;

/** All rules. Types that the compiler does not find break none: javac speaks of those. */
public final class Checks {
  private Checks() {}

  /**
   * What is wrong in the sources of a round, sorted by place.
   *
   * @param misplaced what asks for generated code that could not call it
   */
  public static List<Finding> of(CompilationModel model, List<Misplaced> misplaced) {
    var declared = model.declared();
    var types = new TypeChecks(model);
    var fields = new FieldChecks(model);
    return Stream.of(
            misplaced.stream().map(FormChecks::of),
            declared.routes().stream().flatMap(RouteChecks::of),
            declared.routes().stream().flatMap(types::routes),
            model.records().values().stream().filter(Checks::here).flatMap(types::record),
            model.records().values().stream()
                .filter(Checks::here)
                .flatMap(each -> ValueChecks.record(each, model.enums())),
            declared.routes().stream().flatMap(each -> ValueChecks.routes(each, model)),
            model.codecs().stream().flatMap(each -> model.find(each).stream()).flatMap(fields::of),
            model.enums().values().stream().flatMap(FieldChecks::constants),
            TableChecks.of(model))
        .flatMap(findings -> findings)
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean here(RecordModel record) {
    return record.origin() == RecordModel.Origin.SOURCE;
  }
}

package dev.covet.processor.check;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.RecordModel;
import dev.covet.processor.model.Where;
import java.util.List;
import java.util.stream.Stream;

/** All rules. Types that the compiler does not find break none: javac speaks of those. */
public final class Checks {
  private Checks() {}

  /**
   * What is wrong in the sources of a round, sorted by place.
   *
   * @param hidden private types and members that ask for generated code
   */
  public static List<Finding> of(CompilationModel model, List<Where> hidden) {
    var declared = model.declared();
    var types = new TypeChecks(model);
    var fields = new FieldChecks(model);
    return Stream.of(
            hidden.stream().map(Checks::hidden),
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

  private static Finding hidden(Where where) {
    var name = where.member().isEmpty() ? where.type().simple() : where.member();
    return new Finding(
        Code.HIDDEN,
        where,
        name + " is private, so generated code cannot reach it.",
        "Take private away; package-private is enough.");
  }
}

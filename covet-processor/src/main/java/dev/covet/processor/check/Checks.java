package dev.covet.processor.check;

import dev.covet.processor.check.table.IndexChecks;
import dev.covet.processor.check.table.KeyChecks;
import dev.covet.processor.check.table.RelationChecks;
import dev.covet.processor.check.table.SqlChecks;
import dev.covet.processor.check.table.SqlNameChecks;
import dev.covet.processor.check.table.TableChecks;
import dev.covet.processor.check.table.UpkeepChecks;
import dev.covet.processor.check.value.ConstraintChecks;
import dev.covet.processor.check.value.FieldChecks;
import dev.covet.processor.check.value.SealedChecks;
import dev.covet.processor.check.value.TypeChecks;
import dev.covet.processor.check.value.ValueChecks;
import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.source.SourcesModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules. Types that the compiler does not find break none: javac speaks of those. */
public final class Checks {
  private Checks() {}

  /**
   * What is wrong in the sources of a round, sorted by place.
   *
   * @param sources what the round has the source of
   */
  public static List<Finding> of(CompilationModel model, SourcesModel sources) {
    var declared = model.declared();
    var types = new TypeChecks(model);
    var fields = new FieldChecks(model);
    var examples = new ExampleChecks(model);
    return Stream.of(
            sources.misplaced().stream().map(CallableChecks::of),
            declared.routes().stream().flatMap(new RouteChecks(model)::of),
            declared.routes().stream().flatMap(new ClientChecks(model)::of),
            declared.called().flatMap(types::routes),
            model.records().values().stream().filter(Checks::here).flatMap(types::record),
            model.records().values().stream()
                .filter(Checks::here)
                .filter(Checks::isRight)
                .flatMap(each -> ValueChecks.record(each, model.enums())),
            declared.called().flatMap(each -> ValueChecks.routes(each, model)),
            model.records().values().stream().filter(Checks::here).flatMap(examples::record),
            declared.called().flatMap(examples::routes),
            model.codecs().stream().flatMap(each -> model.find(each).stream()).flatMap(fields::of),
            model.enums().values().stream().flatMap(FieldChecks::constants),
            new SealedChecks(model).findings(),
            tables(model, sources),
            declared.providers().stream().flatMap(types::provider),
            declared.providers().stream().flatMap(each -> ValueChecks.provider(each, model)),
            SocketChecks.of(model),
            OutboundChecks.of(model),
            CallbackChecks.of(model),
            new ServiceChecks(model, sources).findings(),
            new ProviderChecks(model, sources).findings(),
            new GuardChecks(model).findings(),
            new CallerChecks(model).findings(),
            ProtectionChecks.of(model),
            new NameChecks(model).findings(),
            answers(model),
            ClassChecks.of(model),
            new IdleChecks(model, sources).findings(),
            FileChecks.of(model, sources))
        .flatMap(findings -> findings)
        .distinct()
        .sorted()
        .collect(Collectors.collectingAndThen(Collectors.toList(), Checks::withoutDoubles));
  }

  private static Stream<Finding> answers(CompilationModel model) {
    return Stream.of(
            StatusChecks.of(model), MediaTypeChecks.of(model), new CacheChecks(model).findings())
        .flatMap(findings -> findings);
  }

  /** What no client sends needs a value, but where its component must be another, that is said. */
  private static List<Finding> withoutDoubles(List<Finding> all) {
    var wrong =
        all.stream()
            .filter(each -> each.code() == Code.LEAK || each.code() == Code.OWNER)
            .map(Finding::where)
            .toList();
    return all.stream()
        .filter(each -> each.code() != Code.NOTHING_TO_HOLD || !wrong.contains(each.where()))
        .toList();
  }

  private static Stream<Finding> tables(CompilationModel model, SourcesModel sources) {
    return Stream.of(
            TableChecks.of(model, sources),
            KeyChecks.of(model),
            UpkeepChecks.of(model),
            SqlNameChecks.of(model),
            IndexChecks.of(model, sources),
            RelationChecks.of(model),
            SqlChecks.of(model))
        .flatMap(findings -> findings);
  }

  /** What is wrong with the types of a generic record is said where they stand. */
  private static boolean isRight(RecordModel record) {
    return record.name().instance().stream()
        .flatMap(each -> each.arguments().stream())
        .allMatch(each -> ConstraintChecks.of(each, record.where()).findAny().isEmpty());
  }

  private static boolean here(RecordModel record) {
    return record.origin() == RecordModel.Origin.SOURCE;
  }
}

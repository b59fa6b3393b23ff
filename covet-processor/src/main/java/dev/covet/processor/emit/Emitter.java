package dev.covet.processor.emit;

import dev.covet.processor.emit.codec.CodecEmitter;
import dev.covet.processor.emit.codec.EnumEmitter;
import dev.covet.processor.emit.codec.FieldsEmitter;
import dev.covet.processor.emit.codec.SealedEmitter;
import dev.covet.processor.emit.codec.ValueClassEmitter;
import dev.covet.processor.emit.routes.ClientEmitter;
import dev.covet.processor.emit.routes.GuardEmitter;
import dev.covet.processor.emit.routes.RoutesEmitter;
import dev.covet.processor.emit.services.ErrorEmitter;
import dev.covet.processor.emit.services.GivenEmitter;
import dev.covet.processor.emit.services.LiteralEmitter;
import dev.covet.processor.emit.services.ProvidersEmitter;
import dev.covet.processor.emit.services.SettingsEmitter;
import dev.covet.processor.emit.tables.ProjectionEmitter;
import dev.covet.processor.emit.tables.StubEmitter;
import dev.covet.processor.emit.tables.TableEmitter;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.EnumModel;
import dev.covet.processor.model.Failure;
import dev.covet.processor.model.Made;
import dev.covet.processor.model.ProjectionModel;
import dev.covet.processor.model.RecordModel;
import dev.covet.processor.model.TypeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Turns all that a compilation declares into the sources that belong beside it. */
public final class Emitter {
  private Emitter() {}

  /** The sources, sorted by name; the same byte for byte for the same model. */
  public static List<GeneratedSource> emit(CompilationModel model) {
    var sources = new ArrayList<GeneratedSource>();
    var declared = model.declared();
    declared
        .tables()
        .forEach(name -> Failure.in(name, () -> table(model, name)).ifPresent(sources::add));
    declared
        .projections()
        .forEach(
            each -> Failure.in(each.name(), () -> projection(model, each)).ifPresent(sources::add));
    declared.changes().forEach(name -> record(model, name, FieldsEmitter::emit, sources));
    model.codecs().forEach(name -> record(model, name, Emitter::codec, sources));
    model.codecs().stream()
        .flatMap(name -> Stream.ofNullable(model.unions().get(name)))
        .forEach(
            each -> sources.add(Failure.in(each.name(), () -> SealedEmitter.emit(model, each))));
    declared.errors().forEach(error -> sources.add(ErrorEmitter.emit(model, error)));
    enums(model).forEach(type -> sources.add(EnumEmitter.emit(model, type)));
    app(model, sources);
    sources.sort(Comparator.comparing(GeneratedSource::name));
    return List.copyOf(sources);
  }

  private static GeneratedSource codec(CompilationModel model, RecordModel record) {
    return record.isValueClass()
        ? ValueClassEmitter.emit(model, record)
        : new CodecEmitter(model, record).emit();
  }

  /** What an app is made of beside its data: routes, providers, settings. */
  private static void app(CompilationModel model, List<GeneratedSource> sources) {
    var declared = model.declared();
    declared
        .routes()
        .forEach(routes ->
            sources.add(Failure.in(routes.name(), () -> new RoutesEmitter(model, routes).emit())));
    declared.routes().stream()
        .filter(each -> each.kind() == Made.Kind.ROUTES)
        .forEach(
            each -> sources.add(Failure.in(each.name(), () -> ClientEmitter.emit(model, each))));
    declared
        .guards()
        .forEach(each ->
            Failure.in(each.name(), () -> GuardEmitter.emit(model, each)).ifPresent(sources::add));
    sources.addAll(ProvidersEmitter.emit(model));
    sources.addAll(GivenEmitter.emit(model));
    declared.literals().forEach(each -> sources.add(LiteralEmitter.emit(model, each)));
    declared
        .settings()
        .forEach(each ->
            record(
                model,
                each.name(),
                (all, record) -> new SettingsEmitter(all, record).emit(),
                sources));
  }

  private static Optional<GeneratedSource> projection(
      CompilationModel model, ProjectionModel projection) {
    return model
        .find(projection.name())
        .map(record ->
            isWritable(model, projection)
                ? new ProjectionEmitter(model, projection, record).emit()
                : Optional.<GeneratedSource>empty())
        .map(
            each -> each.orElseGet(() -> StubEmitter.emit(model, projection.name(), "Projection")));
  }

  private static void record(
      CompilationModel model,
      TypeName name,
      BiFunction<CompilationModel, RecordModel, GeneratedSource> emitter,
      List<GeneratedSource> sources) {
    model
        .find(name)
        .map(record -> Failure.in(name, () -> emitter.apply(model, record)))
        .ifPresent(sources::add);
  }

  /** The enums that are compiled here; those of other jars have their codecs there. */
  private static Stream<EnumModel> enums(CompilationModel model) {
    return model.enums().values().stream()
        .filter(type -> type.origin().here())
        .filter(EnumModel::visible);
  }

  private static boolean isWritable(CompilationModel model, ProjectionModel projection) {
    var root = model.tables().get(projection.root());
    return root != null && !root.ids().isEmpty();
  }

  /** A table without a key was reported, and has nothing that rows could be found by. */
  private static Optional<GeneratedSource> table(CompilationModel model, TypeName name) {
    return Optional.ofNullable(model.tables().get(name))
        .flatMap(table ->
            model
                .find(name)
                .map(record ->
                    table.ids().isEmpty()
                        ? StubEmitter.emit(model, name, "Table")
                        : new TableEmitter(model, table, record).emit()));
  }
}

package dev.covet.processor.emit;

import dev.covet.processor.emit.codec.CodecEmitter;
import dev.covet.processor.emit.codec.EnumEmitter;
import dev.covet.processor.emit.codec.FieldsEmitter;
import dev.covet.processor.emit.codec.SealedEmitter;
import dev.covet.processor.emit.codec.ValueClassEmitter;
import dev.covet.processor.emit.routes.CallsEmitter;
import dev.covet.processor.emit.routes.ClientEmitter;
import dev.covet.processor.emit.routes.GuardEmitter;
import dev.covet.processor.emit.routes.RoutesEmitter;
import dev.covet.processor.emit.routes.WebhookEmitter;
import dev.covet.processor.emit.services.ErrorEmitter;
import dev.covet.processor.emit.services.GivenEmitter;
import dev.covet.processor.emit.services.LiteralEmitter;
import dev.covet.processor.emit.services.PrincipalEmitter;
import dev.covet.processor.emit.services.ProtectedEmitter;
import dev.covet.processor.emit.services.ProvidersEmitter;
import dev.covet.processor.emit.services.SettingsEmitter;
import dev.covet.processor.emit.tables.ProjectionEmitter;
import dev.covet.processor.emit.tables.SqlEmitter;
import dev.covet.processor.emit.tables.StubEmitter;
import dev.covet.processor.emit.tables.TableEmitter;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Principals;
import dev.covet.processor.model.data.EnumModel;
import dev.covet.processor.model.data.ProjectionModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.service.Made;
import dev.covet.processor.model.type.Failure;
import dev.covet.processor.model.type.TypeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Turns all that a compilation declares into the sources that belong beside it. */
public final class Emitter {
  private final CompilationModel model;
  private final List<Supplier<List<GeneratedSource>>> tasks = new ArrayList<>();

  private Emitter(CompilationModel model) {
    this.model = model;
  }

  /**
   * The sources, sorted by name; the same byte for byte for the same model. They are written side
   * by side, since none needs another and a large program has hundreds.
   */
  public static List<GeneratedSource> emit(CompilationModel model) {
    var emitter = new Emitter(model);
    emitter.data();
    emitter.app();
    return emitter.tasks.parallelStream()
        .flatMap(task -> task.get().stream())
        .sorted(Comparator.comparing(GeneratedSource::name))
        .toList();
  }

  private void data() {
    var declared = model.declared();
    declared.tables().forEach(name -> maybe(name, () -> table(model, name)));
    declared.projections().forEach(each -> maybe(each.name(), () -> projection(model, each)));
    declared.changes().forEach(name -> record(name, FieldsEmitter::emit));
    model.codecs().forEach(name -> record(name, Emitter::codec));
    model.codecs().stream()
        .flatMap(name -> Stream.ofNullable(model.unions().get(name)))
        .forEach(each -> one(each.name(), () -> SealedEmitter.emit(model, each)));
    declared.errors().forEach(each -> one(each.name(), () -> ErrorEmitter.emit(model, each)));
    enums(model).forEach(each -> one(each.name(), () -> EnumEmitter.emit(model, each)));
  }

  /** What an app is made of beside its data: routes, providers, settings. */
  private void app() {
    var declared = model.declared();
    declared
        .routes()
        .forEach(each -> one(each.name(), () -> new RoutesEmitter(model, each).emit()));
    declared.routes().stream()
        .filter(each -> each.kind() == Made.Kind.ROUTES)
        .forEach(each -> one(each.name(), () -> ClientEmitter.emit(model, each)));
    declared.guards().forEach(each -> maybe(each.name(), () -> GuardEmitter.emit(model, each)));
    tasks.add(() -> ProvidersEmitter.emit(model));
    tasks.add(() -> GivenEmitter.emit(model));
    declared.sqls().forEach(each -> one(each.name(), () -> new SqlEmitter(model, each).emit()));
    declared.shielded().forEach(each -> one(each.name(), () -> ProtectedEmitter.emit(model, each)));
    declared
        .clients()
        .forEach(each -> one(each.name(), () -> new CallsEmitter(model, each).emit()));
    declared.webhooks().forEach(each -> one(each.name(), () -> WebhookEmitter.emit(model, each)));
    declared.literals().forEach(each -> one(each.name(), () -> LiteralEmitter.emit(model, each)));
    new Principals(model)
        .here()
        .forEach(name -> record(name, (all, each) -> new PrincipalEmitter(all, each).emit()));
    declared
        .settings()
        .forEach(each -> record(each, (all, record) -> new SettingsEmitter(all, record).emit()));
  }

  private void one(TypeName name, Supplier<GeneratedSource> emitter) {
    tasks.add(() -> List.of(Failure.in(name, emitter)));
  }

  private void maybe(TypeName name, Supplier<Optional<GeneratedSource>> emitter) {
    tasks.add(() -> Failure.in(name, emitter).stream().toList());
  }

  private void record(
      TypeName name, BiFunction<CompilationModel, RecordModel, GeneratedSource> emitter) {
    model.find(name).ifPresent(record -> one(name, () -> emitter.apply(model, record)));
  }

  private static GeneratedSource codec(CompilationModel model, RecordModel record) {
    return record.isValueClass()
        ? ValueClassEmitter.emit(model, record)
        : new CodecEmitter(model, record).emit();
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

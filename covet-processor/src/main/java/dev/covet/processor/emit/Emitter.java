package dev.covet.processor.emit;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.EnumModel;
import dev.covet.processor.model.TypeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns all that a compilation declares into the sources that belong beside it. */
public final class Emitter {
  private Emitter() {}

  /** The sources, sorted by name; the same byte for byte for the same model. */
  public static List<GeneratedSource> emit(CompilationModel model) {
    var sources = new ArrayList<GeneratedSource>();
    var declared = model.declared();
    declared.tables().forEach(name -> table(model, name).ifPresent(sources::add));
    declared
        .projections()
        .forEach(projection ->
            model
                .find(projection.name())
                .flatMap(record -> new ProjectionEmitter(model, projection, record).emit())
                .ifPresent(sources::add));
    declared
        .changes()
        .forEach(name ->
            model.find(name).ifPresent(record -> sources.add(FieldsEmitter.emit(model, record))));
    model
        .codecs()
        .forEach(name ->
            model
                .find(name)
                .ifPresent(record -> sources.add(new CodecEmitter(model, record).emit())));
    declared.errors().forEach(error -> sources.add(ErrorEmitter.emit(model, error)));
    enums(model).forEach(type -> sources.add(EnumEmitter.emit(model, type)));
    sources.addAll(AppEmitter.emit(model));
    sources.sort(Comparator.comparing(GeneratedSource::name));
    return List.copyOf(sources);
  }

  /** The enums that are compiled here; those of other jars have their codecs there. */
  private static Stream<EnumModel> enums(CompilationModel model) {
    return model.enums().values().stream()
        .filter(type -> type.origin().here())
        .filter(EnumModel::visible);
  }

  /** A table without a key was reported, and has nothing that rows could be found by. */
  private static Optional<GeneratedSource> table(CompilationModel model, TypeName name) {
    return Optional.ofNullable(model.tables().get(name))
        .filter(table -> !table.ids().isEmpty())
        .flatMap(
            table -> model.find(name).map(record -> new TableEmitter(model, table, record).emit()));
  }
}

package dev.covet.processor.emit;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Failure;
import java.util.ArrayList;
import java.util.List;

/** Writes what an app is made of beside its data: routes, providers, settings. */
final class AppEmitter {
  private AppEmitter() {}

  /** The classes, in no order. */
  static List<GeneratedSource> emit(CompilationModel model) {
    var sources = new ArrayList<GeneratedSource>();
    var declared = model.declared();
    var emittable = new Emittable(model);
    declared.routes().stream()
        .map(emittable::routes)
        .forEach(routes ->
            sources.add(Failure.in(routes.name(), () -> new RoutesEmitter(model, routes).emit())));
    sources.addAll(ProvidersEmitter.emit(model));
    declared.literals().forEach(each -> sources.add(LiteralEmitter.emit(model, each)));
    declared
        .settings()
        .forEach(settings ->
            model
                .find(settings.name())
                .filter(Emittable::isRight)
                .map(record ->
                    Failure.in(record.name(), () -> new SettingsEmitter(model, record).emit()))
                .ifPresent(sources::add));
    return sources;
  }
}

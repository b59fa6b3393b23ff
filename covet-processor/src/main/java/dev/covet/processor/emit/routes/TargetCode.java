package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.bind.Constants;
import dev.covet.processor.emit.services.MakingCode;
import dev.covet.processor.emit.services.Services;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Providers;
import dev.covet.processor.model.route.RoutesModel;

/** Writes what makes the class whose methods are called: routes, hooks, or a guard. */
final class TargetCode {
  private final RoutesModel target;
  private final Constants constants;
  private final Services services;
  private final Providers providers;

  TargetCode(CompilationModel model, RoutesModel target, Constants constants) {
    this.target = target;
    this.constants = constants;
    this.services = new Services(model);
    this.providers = new Providers(model);
  }

  /**
   * The expression of its provider: its own where it says {@code @Provides} or is a middleware, so
   * that there is one of it.
   */
  String provider() {
    return providers.making(target.name()).map(services::constant).orElseGet(this::ownProvider);
  }

  private String ownProvider() {
    var type = JavaCode.type(target.name());
    return constants.of(
        target.name().constant(),
        "`dev.covet.base.inject.Provider`<" + type + ">",
        "`dev.covet.base.inject.Provider`.app("
            + MakingCode.arguments(
                type + ".class",
                new MakingCode(services)
                    .function("new " + type, target.constructor(), target.thrown()))
            + ")");
  }
}

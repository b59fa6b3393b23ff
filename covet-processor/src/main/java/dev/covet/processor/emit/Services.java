package dev.covet.processor.emit;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.KeyModel;
import dev.covet.processor.model.ParameterModel;
import dev.covet.processor.model.ProviderModel;
import dev.covet.processor.model.Providers;
import dev.covet.processor.model.TypeModel;
import dev.covet.processor.model.ValueModel;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** Writes how services are asked for: by the provider that the project has, else by their key. */
final class Services {
  private final CompilationModel model;
  private final Providers providers;
  private final ProviderNames names;

  Services(CompilationModel model) {
    this.model = model;
    this.providers = new Providers(model);
    this.names = new ProviderNames(model);
  }

  /** The expression that gives a parameter's slot: {@code wiring.slot(StoreProvider.STORE)}. */
  String slot(ParameterModel parameter) {
    return "wiring.slot(" + asked(parameter) + ")";
  }

  /** The field, or the variable, of a parameter's slot: {@code Slot<Store> store}. */
  static String declared(ParameterModel parameter, String name) {
    return "`dev.covet.base.inject.Slot`<%s> %s".formatted(type(parameter), name);
  }

  private String asked(ParameterModel parameter) {
    var provider = providers.of(parameter.key());
    if (provider.isPresent()) {
      return provided(provider.get(), parameter.key());
    }
    if (parameter.value().type() instanceof TypeModel.RecordType(var name)
        && model.declared().isSettings(name)) {
      return Code.type(name.generated("Provider")) + "." + name.constant();
    }
    var key = key(parameter.key());
    return parameter.key().fromPlugin().isEmpty()
        ? key
        : key + ", " + Literals.string(parameter.key().fromPlugin());
  }

  /** A provider that reads qualifiers is asked by that of the parameter. */
  private String provided(ProviderModel provider, KeyModel key) {
    return provider.reads().flatMap(_ -> key.qualifier()).stream()
        .map(by ->
            "%s.%s(new %s(%s))"
                .formatted(
                    Code.type(ProviderNames.type(provider)),
                    names.of(provider).method(),
                    Code.type(by.annotation().generated("Literal")),
                    by.values().stream().map(Services::value).collect(Collectors.joining(", "))))
        .findFirst()
        .orElseGet(() -> constant(provider));
  }

  /** A value of an annotation; names in it are those of constants or classes. */
  private static String value(String text) {
    return text.startsWith("\"") || text.startsWith("'") ? text : Code.names(text);
  }

  /** A key as an expression: {@code Key.of(Session.class)}. */
  static String key(KeyModel key) {
    var type = key.type();
    var plain =
        type.contains("<") || !type.contains(".")
            ? "`dev.covet.base.inject.Key`.of(" + Literals.string(type) + ")"
            : "`dev.covet.base.inject.Key`.of(" + Code.names(type) + ".class)";
    return key.qualifier()
        .map(by -> plain + ".qualified(" + Literals.string(by.text()) + ")")
        .orElse(plain);
  }

  /** What a parameter's service needs of the project, however deep: itself last. */
  SequencedSet<ProviderModel> behind(ParameterModel parameter) {
    return providers.behind(parameter);
  }

  /** The constant of a provider: {@code WiringProviders.VISIT}. */
  String constant(ProviderModel provider) {
    return Code.type(ProviderNames.type(provider)) + "." + names.of(provider).constant();
  }

  /** How what is written for each provider is called. */
  ProviderNames names() {
    return names;
  }

  /** The type of a slot's service. */
  static String type(ParameterModel parameter) {
    return Code.reference(ValueModel.of(parameter.value().type()));
  }
}

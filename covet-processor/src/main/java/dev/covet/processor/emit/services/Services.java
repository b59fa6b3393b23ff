package dev.covet.processor.emit.services;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Providers;
import dev.covet.processor.model.Repositories;
import dev.covet.processor.model.service.KeyModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import java.util.Optional;

/** Writes how services are asked for: by the provider that the project has, else by their key. */
public final class Services {
  private static final String ROOMS = "dev.covet.web.stream.Rooms";

  private final CompilationModel model;
  private final Providers providers;
  private final ProviderNames names;
  private final Repositories repositories;

  public Services(CompilationModel model) {
    this.model = model;
    this.providers = new Providers(model);
    this.names = new ProviderNames(model);
    this.repositories = new Repositories(model);
  }

  /** The expression that gives a parameter's slot: {@code wiring.slot(StoreProvider.STORE)}. */
  public String slot(ParameterModel parameter) {
    return providers
        .of(parameter.key())
        .map(provider -> "wiring.slot(" + provided(provider, parameter.key()) + ")")
        .or(() -> repositories.table(parameter).map(table -> repository(parameter, table.name())))
        .or(() -> rooms(parameter))
        .orElseGet(() -> "wiring.slot(" + asked(parameter) + ")");
  }

  /** The rooms of a type of messages, which every app has that asks for them. */
  private static Optional<String> rooms(ParameterModel parameter) {
    return parameter.key().type().startsWith(ROOMS + "<")
        ? Optional.of(
            "wiring.slotOrElse(new `dev.covet.web.stream.RoomsProvider`<>(%s))"
                .formatted(key(parameter.key())))
        : Optional.empty();
  }

  /** Over the session that has the same qualifier. */
  private static String repository(ParameterModel parameter, TypeName table) {
    return "wiring.slotOrElse(new `dev.covet.data.RepositoryProvider`<>(%s, %s.%s))"
        .formatted(key(parameter.key()), JavaCode.type(table.generated("Table")), table.constant());
  }

  /** The field, or the variable, of a parameter's slot: {@code Slot<Store> store}. */
  public static String declared(ParameterModel parameter, String name) {
    return "`dev.covet.base.inject.Slot`<%s> %s".formatted(type(parameter), name);
  }

  private String asked(ParameterModel parameter) {
    if (parameter.value().type() instanceof TypeModel.RecordType(var name)
        && model.declared().isSettings(name)) {
      return JavaCode.type(name.generated("Provider")) + "." + name.constant();
    }
    var key = key(parameter.key());
    return parameter.key().fromPlugin().isEmpty()
        ? key
        : key + ", " + Literals.string(parameter.key().fromPlugin());
  }

  /** A provider that reads qualifiers is asked by that of the parameter. */
  private String provided(ProviderModel provider, KeyModel key) {
    return provided(provider, key.qualifier());
  }

  /** The expression of a provider, by the annotation that it reads if it reads one. */
  public String provided(ProviderModel provider, Optional<QualifierModel> annotation) {
    return provider.reads().flatMap(_ -> annotation).stream()
        .map(by ->
            "%s.%s(%s)"
                .formatted(
                    JavaCode.type(ProviderNames.type(provider)),
                    names.of(provider).method(),
                    literal(by)))
        .findFirst()
        .orElseGet(() -> constant(provider));
  }

  /** An annotation with its values as an expression: {@code new AllowLiteral(...)}. */
  public static String literal(QualifierModel annotation) {
    return "new %s(%s)"
        .formatted(
            JavaCode.type(annotation.annotation().generated("Literal")),
            Template.list(annotation.values(), JavaCode::names));
  }

  /** A key as an expression: {@code Key.of(Session.class)}. */
  public static String key(KeyModel key) {
    var type = key.type();
    var plain =
        type.contains("<") || !type.contains(".")
            ? "`dev.covet.base.inject.Key`.of(" + Literals.string(type) + ")"
            : "`dev.covet.base.inject.Key`.of(" + JavaCode.names(type) + ".class)";
    return key.qualifier()
        .map(by -> plain + ".qualified(" + Literals.string(by.text()) + ")")
        .orElse(plain);
  }

  /** The constant of a provider: {@code WiringProviders.VISIT}. */
  public String constant(ProviderModel provider) {
    return JavaCode.type(ProviderNames.type(provider)) + "." + names.of(provider).constant();
  }

  /** How what is written for each provider is called. */
  ProviderNames names() {
    return names;
  }

  /** The type of a slot's service. */
  public static String type(ParameterModel parameter) {
    return JavaCode.reference(ValueModel.of(parameter.value().type()));
  }
}

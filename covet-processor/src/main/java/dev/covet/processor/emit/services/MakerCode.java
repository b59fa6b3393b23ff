package dev.covet.processor.emit.services;

import dev.covet.processor.emit.bind.BindCode;
import dev.covet.processor.emit.bind.Constants;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.type.ValueSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the maker of a service that reads the request: it binds first, and makes later. */
final class MakerCode {
  private static final List<String> TAKEN =
      List.of("scope", "problems", "request", "bound", "values", "bodies", "e", "json", "wiring");

  private final ProviderModel provider;
  private final Services services;
  private final BindCode bind;
  private final Names names = Names.ofComponents(TAKEN);
  private final Names components = Names.ofComponents(TAKEN);
  private final Map<ParameterModel, String> bound = new LinkedHashMap<>();

  MakerCode(
      CompilationModel model, ProviderModel provider, Services services, Constants constants) {
    this.provider = provider;
    this.services = services;
    slots().forEach(each -> names.of(each.name()));
    provider.reads().ifPresent(each -> names.of(each.name()));
    this.bind = new BindCode(model, constants, names, List.of());
    Stream.concat(ValueSource.TEXTS.stream(), Stream.of(ValueSource.FORM))
        .flatMap(source -> of(source).stream())
        .forEach(each -> bound.put(each, bind.add(Input.of(each))));
    of(ValueSource.BODY).forEach(each -> bound.put(each, body(each)));
  }

  /** The name of the record that is written. */
  private String name() {
    return JavaCode.own(services.names().of(provider).maker());
  }

  private String body(ParameterModel body) {
    if (!body.value().isJson()) return BindCode.bytes(body);
    return bind.addBody("`dev.covet.web.bind.Bodies`.of(json.get(scope))", body);
  }

  private boolean readsJson() {
    return of(ValueSource.BODY).stream().anyMatch(each -> each.value().isJson());
  }

  private List<ParameterModel> of(ValueSource source) {
    return provider.parameters().stream().filter(each -> each.source() == source).toList();
  }

  private List<ParameterModel> slots() {
    return of(ValueSource.PROVIDED);
  }

  /** The function that wires it. */
  String function() {
    var arguments = new ArrayList<String>();
    provider.reads().map(MakingCode::name).ifPresent(arguments::add);
    if (readsJson()) {
      arguments.add(
          "wiring.slot(`dev.covet.base.inject.Key`.of(`dev.covet.base.json.Json`.class))");
    }
    slots().forEach(each -> arguments.add(services.slot(each)));
    var made = "new %s(%s)".formatted(name(), String.join(", ", arguments));
    if (provider.requestScoped()) {
      return (!readsJson() && slots().isEmpty() ? "_ -> " : "wiring -> ") + made;
    }
    return Template.fill(
        """
        wiring -> {
          `dev.covet.base.inject.Slot`<`dev.covet.web.http.Request`> _ =
              wiring.slot(`dev.covet.base.inject.Key`.of(`dev.covet.web.http.Request`.class));
          return %s;
        }
        """,
        made);
  }

  /** The record. */
  String declaration() {
    return Template.fill(
        """
        private record %1$s(%2$s) implements `dev.covet.base.inject.Maker`<%3$s> {
          private record `~Bound`(%4$s) {}

          @`Override`
          public `Object` bind(`dev.covet.base.inject.Scope` scope, `dev.covet.base.problem.Problems` problems) {
            var request = (`dev.covet.web.http.Request`) scope.subject();
            %5$s
            return new `~Bound`(%6$s);
          }

          @`Override`
          public %3$s make(`dev.covet.base.inject.Scope` scope, `Object` bound) {
            var values = (`~Bound`) bound;
            %7$s
          }
        }
        """,
        name(),
        fields(),
        JavaCode.names(provider.typeSource()),
        components(),
        bind.statements(),
        String.join(", ", bound.values()),
        ThrowsCode.around("return " + call() + ";", provider.thrown()));
  }

  private String fields() {
    var fields = new ArrayList<String>();
    provider
        .reads()
        .map(each -> JavaCode.names(each.key().type()) + " " + names.of(each.name()))
        .ifPresent(fields::add);
    if (readsJson()) fields.add("`dev.covet.base.inject.Slot`<`dev.covet.base.json.Json`> json");
    slots().forEach(each -> fields.add(Services.declared(each, names.of(each.name()))));
    return String.join(", ", fields);
  }

  private String components() {
    return Template.list(
        bound.keySet(), each -> JavaCode.type(each.value().type()) + " " + component(each));
  }

  private String component(ParameterModel parameter) {
    return JavaCode.own(components.of(parameter.name()));
  }

  private String call() {
    return ProvidersEmitter.call(provider)
        + provider.parameters().stream()
            .map(each ->
                bound.containsKey(each)
                    ? "values." + component(each) + "()"
                    : MakingCode.argument(each, names.of(each.name())))
            .collect(Collectors.joining(", ", "(", ")"));
  }
}

package dev.covet.processor.emit.services;

import dev.covet.processor.emit.bind.Constants;
import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.route.ClientModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.type.Failure;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Writes {@code StoreProvider}, which makes a class by its constructor, and {@code
 * WiringProviders}, which makes what the methods of a class provide.
 */
public final class ProvidersEmitter {
  private final CompilationModel model;
  private final Constants constants;
  private final Services services;
  private final List<ProviderModel> providers;

  private ProvidersEmitter(CompilationModel model, Services services, List<ProviderModel> all) {
    this.model = model;
    this.services = services;
    this.providers = all;
    this.constants = new Constants(model, services.names().constants(all));
  }

  /** The classes of all providers. */
  public static List<GeneratedSource> emit(CompilationModel model) {
    var byType = new TreeMap<TypeName, List<ProviderModel>>();
    model
        .declared()
        .providers()
        .forEach(each ->
            byType.computeIfAbsent(ProviderNames.type(each), _ -> new ArrayList<>()).add(each));
    var services = new Services(model);
    var sources = new ArrayList<GeneratedSource>();
    byType.forEach((name, all) ->
        sources.add(
            Failure.in(
                all.getFirst().owner(),
                () -> new ProvidersEmitter(model, services, all).emit(name))));
    return sources;
  }

  private GeneratedSource emit(TypeName name) {
    var owner = providers.getFirst().owner();
    var makers = new ArrayList<String>();
    var fields = providers.stream().map(each -> member(each, makers)).toList();
    var body =
        Template.fill(
            """
            %1$s
            public final class %2$s {
              %3$s

              private %2$s() {}

              %4$s
            }
            """,
            ClassComment.of(sentence(), owner, providers),
            name.nested(),
            Template.paragraphs(List.of(Template.paragraphs(fields), constants.declarations())),
            Template.paragraphs(makers));
    return SourceText.of(name, model).finish(body, List.of(owner.qualified()));
  }

  /** What gives a provider; the maker that it may need is put to the others. */
  private String member(ProviderModel provider, List<String> makers) {
    var function = function(provider, makers);
    return provider
        .reads()
        .map(qualifier -> method(provider, qualifier, function))
        .orElseGet(() -> field(provider, function));
  }

  private String function(ProviderModel provider, List<String> makers) {
    var client = model.declared().client(provider.owner());
    if (client.isPresent() && provider.making().isPresent()) {
      return client(client.get(), provider.making().get());
    }
    if (!readsRequest(provider)) {
      return new MakingCode(services)
          .function(call(provider), provider.parameters(), provider.thrown());
    }
    var maker = new MakerCode(model, provider, services, constants);
    makers.add(maker.declaration());
    return maker.function();
  }

  private static String client(ClientModel client, TypeName made) {
    if (client.webhook()) {
      return "wiring -> `%s`.%s(wiring, %s::new)"
          .formatted(
              ClientModel.CALLER.qualified(),
              client.isProtected() ? "guardedWebhook" : "webhook",
              JavaCode.type(made));
    }
    return "wiring -> `%s`.%s(wiring, %s, %s, %s::new)"
        .formatted(
            ClientModel.CALLER.qualified(),
            client.isProtected() ? "guarded" : "plain",
            Literals.string(client.name().simple()),
            Literals.string(client.url()),
            JavaCode.type(made));
  }

  private String sentence() {
    var owner = JavaCode.type(providers.getFirst().owner());
    return providers.getFirst().method().isEmpty()
        ? "Makes {@link " + owner + "}."
        : "Makes what {@link " + owner + "} provides.";
  }

  private static boolean readsRequest(ProviderModel provider) {
    return provider.parameters().stream()
        .anyMatch(each ->
            each.source() != ValueSource.PROVIDED && each.source() != ValueSource.QUALIFIER);
  }

  private String field(ProviderModel provider, String function) {
    var type = JavaCode.names(provider.typeSource());
    return Template.fill(
        """
        /** Makes {@code %1$s}. */
        public static final `dev.covet.base.inject.Provider`<%2$s> `=%3$s` =
            `dev.covet.base.inject.Provider`.%4$s;
        """,
        provider.typeSource().replace("@", "&#64;"),
        type,
        services.names().of(provider).constant(),
        made(provider, type, function).replace("\n", "\n    "));
  }

  /** What gives a provider for each value of a qualifier. */
  private String method(ProviderModel provider, ParameterModel qualifier, String function) {
    return Template.fill(
        """
        /** Makes {@code %1$s} by its qualifier. */
        public static `dev.covet.base.inject.Provider`<%2$s> %3$s(%4$s %5$s) {
          return `dev.covet.base.inject.Provider`.of(%6$s);
        }
        """,
        provider.typeSource().replace("@", "&#64;"),
        JavaCode.names(provider.typeSource()),
        services.names().of(provider).method(),
        JavaCode.names(qualifier.key().type()),
        MakingCode.name(qualifier),
        MakingCode.arguments(
                "%s.qualified(%s.toString()), %s"
                    .formatted(
                        Services.key(provider.key()),
                        MakingCode.name(qualifier),
                        lifetime(provider)),
                function)
            .replace("\n", "\n  "));
  }

  private static String lifetime(ProviderModel provider) {
    return "`dev.covet.api.Lifetime`." + (provider.requestScoped() ? "REQUEST" : "APP");
  }

  private static String made(ProviderModel provider, String type, String function) {
    var plain = provider.key().qualifier().isEmpty() && !provider.typeSource().contains("<");
    return plain
        ? "%s(%s)"
            .formatted(
                provider.requestScoped() ? "request" : "app",
                MakingCode.arguments(type + ".class", function))
        : "of(%s)"
            .formatted(
                MakingCode.arguments(
                    Services.key(provider.key()) + ", " + lifetime(provider), function));
  }

  /** What makes the service: {@code new Store}, {@code Wiring.visit}. */
  static String call(ProviderModel provider) {
    var owner = JavaCode.type(provider.owner());
    return provider
        .method()
        .map(method -> owner + "." + method)
        .orElseGet(() -> "new " + provider.making().map(JavaCode::type).orElse(owner));
  }
}

package dev.covet.processor.emit;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.ProviderModel;
import dev.covet.processor.model.Source;
import dev.covet.processor.model.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes {@code StoreProvider}, which makes a class by its constructor, and {@code
 * WiringProviders}, which makes what the methods of a class provide.
 */
final class ProvidersEmitter {
  private final CompilationModel model;
  private final Constants constants;
  private final Services services;

  private ProvidersEmitter(CompilationModel model) {
    this.model = model;
    this.constants = new Constants(model);
    this.services = new Services(model);
  }

  /** The classes of all providers. */
  static List<GeneratedSource> emit(CompilationModel model) {
    var byType = new TreeMap<TypeName, List<ProviderModel>>();
    model.declared().providers().stream()
        .filter(new Emittable(model)::isRight)
        .forEach(
            each -> byType.computeIfAbsent(Services.type(each), _ -> new ArrayList<>()).add(each));
    var sources = new ArrayList<GeneratedSource>();
    byType.forEach((name, all) -> sources.add(new ProvidersEmitter(model).emit(name, all)));
    return sources;
  }

  private GeneratedSource emit(TypeName name, List<ProviderModel> providers) {
    var owner = providers.getFirst().owner();
    var makers = new ArrayList<String>();
    var fields = new ArrayList<String>();
    for (var provider : providers) {
      var maker = readsRequest(provider) ? new MakerCode(model, provider, constants) : null;
      if (maker != null) {
        makers.add(maker.declaration());
      }
      fields.add(field(provider, maker == null ? function(provider) : maker.function()));
    }
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
            Header.of(sentence(providers), owner, providers),
            name.nested(),
            Template.paragraphs(List.of(Template.paragraphs(fields), constants.declarations())),
            Template.paragraphs(makers));
    return new SourceText(
            name.packageName(), name.nested(), Code.neighbours(model, name.packageName()))
        .finish(
            body.replaceAll("\n\n}\\s*$", "\n}"),
            HandlerNames.declared(
                Stream.concat(Stream.of("Bound"), providers.stream().map(MakerCode::name))),
            List.of(owner.qualified()));
  }

  private static String sentence(List<ProviderModel> providers) {
    var owner = Code.type(providers.getFirst().owner());
    return providers.getFirst().method().isEmpty()
        ? "Makes {@link " + owner + "}."
        : "Makes what {@link " + owner + "} provides.";
  }

  private static boolean readsRequest(ProviderModel provider) {
    return provider.parameters().stream().anyMatch(each -> each.source() != Source.PROVIDED);
  }

  private String field(ProviderModel provider, String function) {
    var type = Code.names(provider.typeSource());
    return Template.fill(
        """
        /** Makes {@code %1$s}. */
        public static final `dev.covet.base.inject.Provider`<%2$s> %3$s =
            `dev.covet.base.inject.Provider`.%4$s;
        """,
        provider.typeSource().replace("@", "&#64;"),
        type,
        Services.constantName(provider),
        made(provider, type, function).replace("\n", "\n    "));
  }

  private static String made(ProviderModel provider, String type, String function) {
    var lifetime = provider.requestScoped() ? "REQUEST" : "APP";
    var plain = provider.key().qualifier().isEmpty() && !provider.typeSource().contains("<");
    return plain
        ? "%s(%s)"
            .formatted(
                provider.requestScoped() ? "request" : "app",
                MakingCode.arguments(type + ".class", function))
        : "of(%s)"
            .formatted(
                MakingCode.arguments(
                    Services.key(provider.key()) + ", `dev.covet.api.Lifetime`." + lifetime,
                    function));
  }

  private String function(ProviderModel provider) {
    return new MakingCode(services)
        .function(call(provider), provider.parameters(), provider.thrown());
  }

  /** What makes the service: {@code new Store}, {@code Wiring.visit}. */
  static String call(ProviderModel provider) {
    var owner = Code.type(provider.owner());
    return provider.method().map(method -> owner + "." + method).orElse("new " + owner);
  }
}

package dev.covet.processor.emit.index;

import dev.covet.processor.emit.text.Hash;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.FoundTypes;
import dev.covet.processor.model.Principals;
import dev.covet.processor.model.Providers;
import dev.covet.processor.model.Repositories;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.EnumModel;
import dev.covet.processor.model.data.ProjectionModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.data.SqlModel;
import dev.covet.processor.model.data.TableModel;
import dev.covet.processor.model.route.GuardModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.ErrorModel;
import dev.covet.processor.model.service.KeyModel;
import dev.covet.processor.model.service.Made;
import dev.covet.processor.model.service.Made.Kind;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProtectionModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.service.ThrownModel;
import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.ValueSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Lists the classes that are generated for a compilation, each with the types that its text depends
 * on: when one of those changes and the class is not written again, it is stale.
 */
public final class GeneratedParts {
  private final CompilationModel model;
  private final FoundTypes found;
  private final Providers providers;
  private final Repositories repositories;
  private final Principals principals;
  private final NavigableMap<TypeName, String> hashes;
  private final List<Made> parts = new ArrayList<>();

  private GeneratedParts(CompilationModel model, BiFunction<TypeName, String, String> known) {
    this.model = model;
    this.found = new FoundTypes(model);
    this.providers = new Providers(model);
    this.repositories = new Repositories(model);
    this.principals = new Principals(model);
    this.hashes = new TreeMap<>();
    hashes(model).forEach((name, hash) -> hashes.put(name, known.apply(name, hash)));
  }

  /**
   * The classes of a compilation.
   *
   * @param known the hash that is on record for a type that was not compiled now; given that of its
   *     class file
   */
  public static List<Made> of(CompilationModel model, BiFunction<TypeName, String, String> known) {
    var parts = new GeneratedParts(model, known);
    parts.data();
    parts.services();
    return List.copyOf(parts.parts);
  }

  /** What identifies each type's state, whatever its comments say. */
  public static NavigableMap<TypeName, String> hashes(CompilationModel model) {
    var hashes = new TreeMap<TypeName, String>();
    model
        .records()
        .forEach((name, record) -> {
          if (name.instance().isPresent()) {
            return; // it follows from its record and its types
          }
          var table = model.tables().get(name);
          var shape = record.all().map(GeneratedParts::shape).toList();
          hashes.put(
              name,
              Hash.of(
                  List.of(
                      shape,
                      record.rules(),
                      record.strict(),
                      record.scalar(),
                      table == null ? "" : table)));
        });
    model
        .unions()
        .forEach((name, type) ->
            hashes.put(
                name.declared(),
                Hash.of(
                    List.of(
                        type.discriminator(),
                        type.leaves().stream()
                            .map(each -> List.of(each.record().declared(), each.tags()))
                            .toList()))));
    model.enums().forEach((name, type) -> hashes.put(name, Hash.of(type.constants())));
    services(model, hashes);
    annotations(model, hashes);
    return hashes;
  }

  private static void services(CompilationModel model, Map<TypeName, String> hashes) {
    var providers = new TreeMap<TypeName, List<Object>>();
    for (var each : model.declared().providers()) {
      providers.computeIfAbsent(each.owner(), _ -> new ArrayList<>()).add(shape(each));
    }
    model.declared().guards().stream()
        .filter(each -> !each.routes().isEmpty())
        .forEach(each ->
            providers.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(guard(each)));
    providers.forEach((name, shapes) -> hashes.merge(name, Hash.of(shapes), String::concat));
    model.declared().routes().stream()
        .flatMap(RoutesModel::allGuards)
        .filter(GuardModel::made)
        .forEach(each -> hashes.putIfAbsent(each.guard(), "")); // on record where it is compiled
  }

  private static void annotations(CompilationModel model, Map<TypeName, String> hashes) {
    Stream.of(
            keys(model).flatMap(each -> each.qualifier().stream()),
            model.declared().routes().stream()
                .flatMap(RoutesModel::allUses)
                .flatMap(each -> each.by().stream()),
            model.declared().routes().stream()
                .flatMap(RoutesModel::allGuards)
                .flatMap(each -> each.by().stream()))
        .flatMap(each -> each)
        .forEach(each -> hashes.put(each.annotation(), Hash.of(each.shape())));
    constraints(model).forEach(each -> hashes.put(each.annotation(), Hash.of(each.shape())));
    model.declared().qualifiers().forEach(each -> hashes.put(each.name(), Hash.of(each.shape())));
  }

  /** What is asked for, and what is given. */
  private static Stream<KeyModel> keys(CompilationModel model) {
    return Stream.concat(
        model.declared().asking().map(ParameterModel::key),
        model.declared().providers().stream().map(ProviderModel::key));
  }

  /** The constraints of the program's own, wherever they stand. */
  private static Stream<ConstraintModel.Own> constraints(CompilationModel model) {
    return Stream.of(
            model.records().values().stream().flatMap(RecordModel::all).map(ComponentModel::value),
            model.declared().asking().map(ParameterModel::value),
            model.declared().calls().flatMap(each -> each.result().bare().values()))
        .flatMap(each -> each)
        .flatMap(ValueModel::own);
  }

  private static Object shape(ComponentModel component) {
    return List.of(
        component.name(),
        component.names(),
        component.value(),
        component.fallback(),
        component.role(),
        component.flatten(),
        component.header(),
        component.source());
  }

  private static Object guard(RoutesModel guard) {
    var method = guard.routes().getFirst();
    return List.of(
        guard.kind(),
        method.parameters().stream().map(GeneratedParts::shape).toList(),
        thrown(method.thrown()));
  }

  private static Object shape(ParameterModel parameter) {
    return List.of(
        parameter.wireName(),
        parameter.aliases(),
        parameter.source(),
        parameter.orForm(),
        parameter.value(),
        parameter.fallback(),
        parameter.key());
  }

  private static List<String> thrown(List<ThrownModel> thrown) {
    return thrown.stream().map(each -> each.type().qualified()).toList();
  }

  private static Object shape(ProviderModel provider) {
    return List.of(
        provider.method().orElse(""),
        provider.key(),
        provider.typeSource(),
        provider.requestScoped(),
        provider.parameters().stream().map(GeneratedParts::shape).toList(),
        thrown(provider.thrown()));
  }

  private void data() {
    var declared = model.declared();
    model.codecs().forEach(each -> add(codec(each), each, found.behind(each)));
    model.enums().values().stream()
        .map(EnumModel::name)
        .forEach(each -> add(Kind.ENUM, each, found.behind(each)));
    declared.tables().forEach(each -> add(Kind.TABLE, each, found.behind(each)));
    declared.changes().forEach(each -> add(Kind.FIELDS, each, List.of(each)));
    principals.here().forEach(each -> add(Kind.PRINCIPAL, each, principal(each)));
    for (ProjectionModel each : declared.projections()) {
      var behind = new TreeSet<>(found.behind(each.name()));
      behind.addAll(found.behind(each.root()));
      add(Kind.PROJECTION, each.name(), behind);
    }
  }

  private Collection<TypeName> principal(TypeName name) {
    var behind = new TreeSet<>(found.behind(name));
    principals.provider(name).map(ProviderModel::owner).ifPresent(behind::add);
    return behind;
  }

  private Kind codec(TypeName name) {
    if (name.instance().isPresent()) return Kind.INSTANCE;
    return model.find(name).filter(RecordModel::isValueClass).isPresent() ? Kind.VALUE : Kind.CODEC;
  }

  private void services() {
    var declared = model.declared();
    for (RoutesModel each : declared.routes()) {
      add(each.kind(), each.name(), behind(each));
      if (each.kind() == Kind.ROUTES) add(Kind.CLIENT, each.name(), behind(each));
    }
    for (RoutesModel each : declared.guards()) add(each.kind(), each.name(), behind(each));
    for (TypeName each : declared.settings()) add(Kind.SETTINGS, each, found.behind(each));
    for (ErrorModel each : declared.errors()) add(Kind.ERROR, each.name(), List.of());
    for (ProviderModel each : declared.providers()) {
      var behind = parameters(each.parameters().stream());
      qualifier(each.key()).ifPresent(behind::add);
      add(kind(each), each.owner(), behind);
      each.codedType().ifPresent(_ -> add(Kind.GIVEN, each.owner(), List.of()));
    }
    for (SqlModel each : declared.sqls()) {
      var behind = new TreeSet<TypeName>();
      each.calls()
          .forEach(call -> {
            call.parameters().forEach(given -> behind.addAll(found.behind(given.value())));
            call.result().row().ifPresent(row -> behind.addAll(found.behind(row)));
          });
      add(Kind.SQL, each.name(), behind);
    }
    declared.shielded().forEach(each -> add(Kind.PROTECTED, each.name(), List.of()));
    declared.outbound().forEach(each -> add(each.kind(), each.name(), behind(each)));
    declared.webhooks().forEach(each -> add(Kind.WEBHOOK, each.name(), behind(each.calls())));
    declared.literals().forEach(each -> add(Kind.LITERAL, each.name(), List.of()));
  }

  private static Optional<TypeName> qualifier(KeyModel key) {
    return key.qualifier().map(QualifierModel::annotation);
  }

  private static Kind kind(ProviderModel provider) {
    if (provider.method().isPresent()) return Kind.PROVIDERS;
    var isAskedByClass = provider.middleware() && provider.reads().isEmpty();
    return isAskedByClass ? Kind.MIDDLEWARE : Kind.PROVIDER;
  }

  private NavigableSet<TypeName> behind(RoutesModel routes) {
    var behind = parameters(routes.asking());
    routes
        .allUses()
        .filter(each -> each.by().isPresent())
        .forEach(each -> {
          behind.add(each.middleware());
          each.by().map(QualifierModel::annotation).ifPresent(behind::add);
        });
    routes.allGuards().forEach(each -> guard(each, behind));
    if (routes.isIdempotent()) behind.add(ProtectionModel.STORED_ANSWER);
    return behind;
  }

  private void guard(GuardModel guard, Collection<TypeName> behind) {
    behind.add(guard.guard());
    guard.by().map(QualifierModel::annotation).ifPresent(behind::add);
    model.declared().guard(guard.guard()).ifPresent(each -> behind.addAll(parameters(each.read())));
  }

  private NavigableSet<TypeName> parameters(Stream<ParameterModel> parameters) {
    var behind = new TreeSet<TypeName>();
    parameters.forEach(each -> {
      if (each.source() == ValueSource.PROVIDED) {
        qualifier(each.key()).ifPresent(behind::add);
        repositories.table(each).map(TableModel::name).ifPresent(behind::add);
        providers
            .behind(each)
            .forEach(provider -> {
              behind.add(provider.owner());
              provider.parameters().forEach(inner -> types(inner, behind));
            });
      } else {
        types(each, behind);
      }
    });
    return behind;
  }

  private void types(ParameterModel parameter, Collection<TypeName> behind) {
    if (parameter.source() != ValueSource.PROVIDED) behind.addAll(found.behind(parameter.value()));
  }

  private void add(Kind kind, TypeName type, Collection<TypeName> behind) {
    var relies = new TreeMap<TypeName, String>();
    behind.stream()
        .filter(hashes::containsKey)
        .forEach(each -> relies.put(each, String.valueOf(hashes.get(each))));
    var made = new Made(kind, type, relies);
    parts.removeIf(each -> each.generated().equals(made.generated()) && merge(each, relies));
    parts.add(new Made(kind, type, relies));
  }

  /** Methods of one class are one generated class. */
  private static boolean merge(Made other, NavigableMap<TypeName, String> relies) {
    relies.putAll(other.relies());
    return true;
  }
}

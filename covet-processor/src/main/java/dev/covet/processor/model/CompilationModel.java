package dev.covet.processor.model;

import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.EnumModel;
import dev.covet.processor.model.data.ProjectionModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.data.SealedModel;
import dev.covet.processor.model.data.SqlModel;
import dev.covet.processor.model.data.TableModel;
import dev.covet.processor.model.route.ClientModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.ErrorModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProtectedModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.type.DefaultText;
import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that one round of a compilation declares, and all types that it refers to.
 *
 * <p>Lists and maps are sorted by name, so that everything made from them is the same in each run.
 *
 * @param records all records that are data and were seen, also those of other jars; by name
 * @param enums all enums that are data and were seen; by name
 * @param unions all sealed interfaces of records that are data and were seen; by name
 * @param tables all tables that were seen, also those of other jars; by name
 * @param codecs records, enums and sealed types for which a codec is made now
 * @param hiding types of the packages compiled here that are called like one of {@code java.lang}
 * @param declared what is declared here, and gets generated code
 */
public record CompilationModel(
    SortedMap<TypeName, RecordModel> records,
    SortedMap<TypeName, EnumModel> enums,
    SortedMap<TypeName, SealedModel> unions,
    SortedMap<TypeName, TableModel> tables,
    SortedSet<TypeName> codecs,
    SortedSet<TypeName> hiding,
    Declared declared) {
  /** Copies the collections. */
  public CompilationModel {
    records = new TreeMap<>(records);
    enums = new TreeMap<>(enums);
    unions = new TreeMap<>(unions);
    tables = new TreeMap<>(tables);
    codecs = new TreeSet<>(codecs);
    hiding = new TreeSet<>(hiding);
  }

  /**
   * What gets generated code, each list sorted by name.
   *
   * @param guards classes that decide who may call a route; each has one method
   * @param tables names of the records with {@code @Table}
   * @param changes records without a table of which {@code Changes} is asked
   * @param settings names of the records with {@code @Settings}
   * @param mains classes that start a program
   * @param qualifiers annotations, among them qualifiers and constraints
   * @param sqls interfaces whose methods say the SQL that they run
   * @param principals records that say who sends a request; those of other jars, too
   * @param shielded classes of which methods say by what they are protected
   * @param clients interfaces whose methods call another service
   */
  public record Declared(
      List<RoutesModel> routes,
      List<RoutesModel> guards,
      SortedSet<TypeName> tables,
      List<ProjectionModel> projections,
      List<ProviderModel> providers,
      List<TypeName> settings,
      List<ErrorModel> errors,
      List<TypeName> mains,
      SortedSet<TypeName> changes,
      List<QualifierModel.Declared> qualifiers,
      List<SqlModel> sqls,
      SortedSet<TypeName> principals,
      List<ProtectedModel> shielded,
      List<ClientModel> clients) {
    /** Copies the collections. */
    public Declared {
      routes = List.copyOf(routes);
      guards = List.copyOf(guards);
      tables = new TreeSet<>(tables);
      projections = List.copyOf(projections);
      providers = List.copyOf(providers);
      settings = List.copyOf(settings);
      errors = List.copyOf(errors);
      mains = List.copyOf(mains);
      changes = new TreeSet<>(changes);
      qualifiers = List.copyOf(qualifiers);
      sqls = List.copyOf(sqls);
      principals = new TreeSet<>(principals);
      shielded = List.copyOf(shielded);
      clients = List.copyOf(clients);
    }

    /** This with what is known when all data is read. */
    public Declared with(
        SortedSet<TypeName> someTables,
        List<ProjectionModel> someProjections,
        SortedSet<TypeName> someChanges,
        SortedSet<TypeName> somePrincipals) {
      return new Declared(
          routes,
          guards,
          someTables,
          someProjections,
          providers,
          settings,
          errors,
          mains,
          someChanges,
          qualifiers,
          sqls,
          somePrincipals,
          shielded,
          clients);
    }

    /**
     * All classes whose methods are of HTTP: those with routes or hooks, guards, and clients of
     * other services.
     */
    public Stream<RoutesModel> called() {
      return Stream.of(routes.stream(), guards.stream(), outbound()).flatMap(each -> each);
    }

    /** The routes that are served. */
    public Stream<RouteModel> served() {
      return routes.stream().flatMap(each -> each.routes().stream());
    }

    /** The methods of all those classes. */
    public Stream<RouteModel> calls() {
      return called().flatMap(each -> each.routes().stream());
    }

    /** The clients of other services, each as a class with routes. */
    public Stream<RoutesModel> outbound() {
      return clients.stream().map(ClientModel::calls);
    }

    /** The clients whose calls say their address. */
    public Stream<ClientModel> webhooks() {
      return clients.stream().filter(ClientModel::webhook);
    }

    /** A client that is declared here. */
    public Optional<ClientModel> client(TypeName name) {
      return clients.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** A projection that is declared here. */
    public Optional<ProjectionModel> projection(TypeName name) {
      return projections.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** All parameters: of handlers, hooks, guards and whatever is made. */
    public Stream<ParameterModel> asking() {
      return Stream.concat(
          called().flatMap(RoutesModel::asking),
          providers.stream().flatMap(each -> each.parameters().stream()));
    }

    /** A guard that is declared here. */
    public Optional<RoutesModel> guard(TypeName name) {
      return guards.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The qualifiers for which a class of values is generated. */
    public Stream<QualifierModel.Declared> literals() {
      return qualifiers.stream().filter(QualifierModel.Declared::literal);
    }

    /** Whether a record is one with {@code @Settings}. */
    public boolean isSettings(TypeName name) {
      return settings.contains(name);
    }
  }

  /** The constants of an enum, none if it was not seen. */
  public List<EnumModel.Constant> constants(TypeName name) {
    var type = enums.get(name);
    return type == null ? List.of() : type.constants();
  }

  /** A default as a client would send it; the text itself where it is none, which was reported. */
  public String sent(TypeModel type, String text) {
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) -> DefaultText.canonical(kind, text).orElse(text);
      case TypeModel.ValueClass(var _, var value, var _) -> sent(value.type(), text);
      default -> text;
    };
  }

  /** The records that a sealed type may be, none if it was not seen. */
  public List<SealedModel.Leaf> leaves(TypeName name) {
    var type = unions.get(name);
    return type == null ? List.of() : type.leaves();
  }

  /** Types that are deprecated, or that have something deprecated. */
  public Stream<TypeName> deprecated() {
    return Stream.of(
            records.values().stream().filter(RecordModel::hasDeprecated).map(RecordModel::name),
            enums.values().stream()
                .filter(each -> each.remarks().deprecated())
                .map(EnumModel::name),
            declared.called().filter(RoutesModel::hasDeprecated).map(RoutesModel::name))
        .flatMap(names -> names);
  }

  /** The same with codecs for some only. */
  public CompilationModel withCodecs(Predicate<TypeName> isWanted) {
    var wanted = new TreeSet<>(codecs);
    wanted.removeIf(isWanted.negate());
    return new CompilationModel(records, enums, unions, tables, wanted, hiding, declared);
  }

  /** A component of a record. */
  public Optional<ComponentModel> component(TypeName record, String name) {
    return find(record).flatMap(each -> each.component(name));
  }

  /** The tables of the sources; others were compiled before. */
  public Stream<TableModel> declaredTables() {
    return tables.values().stream().filter(each -> declared.tables().contains(each.name()));
  }

  /** How the version of a row is read: {@code version}, or {@code book().version}. */
  public Optional<String> version(TypeName rowOrProjection) {
    return declared
        .projection(rowOrProjection)
        .map(each -> row(each.root()).flatMap(TableModel::version).flatMap(each::path))
        .orElseGet(() -> row(rowOrProjection).flatMap(TableModel::version));
  }

  private Optional<TableModel> row(TypeName record) {
    return Optional.ofNullable(tables.get(record));
  }

  /** The record of that name, if it was seen. */
  public Optional<RecordModel> find(TypeName name) {
    return Optional.ofNullable(records.get(name));
  }
}

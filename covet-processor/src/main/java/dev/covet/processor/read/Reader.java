package dev.covet.processor.read;

import dev.covet.processor.model.ClientModel;
import dev.covet.processor.model.CodecNeeds;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.EnumModel;
import dev.covet.processor.model.ErrorModel;
import dev.covet.processor.model.Failure;
import dev.covet.processor.model.MainModel;
import dev.covet.processor.model.Mark;
import dev.covet.processor.model.Misplaced;
import dev.covet.processor.model.Misplaced.Reason;
import dev.covet.processor.model.NoteModel;
import dev.covet.processor.model.ProjectionModel;
import dev.covet.processor.model.ProtectedModel;
import dev.covet.processor.model.ProviderModel;
import dev.covet.processor.model.QualifierModel;
import dev.covet.processor.model.RecordModel;
import dev.covet.processor.model.RoutesModel;
import dev.covet.processor.model.SealedModel;
import dev.covet.processor.model.SettingsModel;
import dev.covet.processor.model.SourcesModel;
import dev.covet.processor.model.SqlModel;
import dev.covet.processor.model.TableModel;
import dev.covet.processor.model.TypeName;
import dev.covet.processor.model.Where;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads one round of a compilation: its classes, and all data types that they lead to. */
public final class Reader {
  private static final Set<ElementKind> DATA = EnumSet.of(ElementKind.RECORD, ElementKind.ENUM);

  private final Declarations declarations;
  private final Seen seen = new Seen();
  private final TypeReader types;
  private final RecordReader recordReader;
  private final SealedReader sealedReader;
  private final TableReader tableReader;
  private final RoutesReader routesReader;
  private final GuardReader guardReader;
  private final ServiceReader serviceReader;
  private final SqlReader sqlReader;
  private final ClientReader clientReader;
  private final Uncallables uncallables;

  private final TreeMap<TypeName, RecordModel> records = new TreeMap<>();
  private final TreeMap<TypeName, EnumModel> enums = new TreeMap<>();
  private final TreeMap<TypeName, SealedModel> unions = new TreeMap<>();
  private final TreeMap<TypeName, TableModel> tables = new TreeMap<>();
  private final TreeMap<TypeName, TypeName> roots = new TreeMap<>();
  private final TreeMap<TypeName, Map<String, RelationNote>> notesOf = new TreeMap<>();
  private final TreeSet<TypeName> principals = new TreeSet<>();
  private final TreeSet<TypeName> asked = new TreeSet<>();
  private final TreeSet<TypeName> known = new TreeSet<>();

  private final List<RoutesModel> routes = new ArrayList<>();
  private final List<RoutesModel> guards = new ArrayList<>();
  private final List<ProviderModel> providers = new ArrayList<>();
  private final List<SettingsModel> settings = new ArrayList<>();
  private final List<ErrorModel> errors = new ArrayList<>();
  private final List<MainModel> mains = new ArrayList<>();
  private final List<QualifierModel.Declared> qualifiers = new ArrayList<>();
  private final List<SqlModel> sqls = new ArrayList<>();
  private final List<ProtectedModel> shielded = new ArrayList<>();
  private final List<ClientModel> clients = new ArrayList<>();
  private final List<Misplaced> misplaced = new ArrayList<>();
  private final List<NoteModel> notes = new ArrayList<>();
  private final TreeSet<TypeName> seconds = new TreeSet<>();

  /**
   * Reads with these.
   *
   * @param given the types whose codecs somebody provides
   * @param tables the names in the sources that a table may have
   */
  private Reader(Declarations declarations, GivenCodecs given, Set<String> tables) {
    this.declarations = declarations;
    this.types = new TypeReader(declarations, seen, given);
    this.recordReader = new RecordReader(declarations, types);
    this.sealedReader = new SealedReader(declarations, seen);
    this.tableReader = new TableReader(declarations, seen, tables);
    this.uncallables = new Uncallables(declarations, types);
    this.guardReader = new GuardReader(declarations, types, uncallables);
    this.routesReader = new RoutesReader(declarations, types, guardReader);
    this.serviceReader = new ServiceReader(declarations, types);
    this.sqlReader = new SqlReader(declarations, types);
    this.clientReader = new ClientReader(declarations, routesReader);
  }

  /**
   * Reads the classes of a round.
   *
   * @param roots its top-level classes
   */
  public static Reading read(
      ProcessingEnvironment compiler, Collection<TypeElement> roots, Earlier earlier) {
    var sources = roots.stream().map(Declarations::name).collect(Collectors.toUnmodifiableSet());
    var declarations =
        new Declarations(
            compiler.getElementUtils(), compiler.getTypeUtils(), sources, earlier.output());
    var given = new GivenCodecs(declarations, roots, earlier.providing());
    var reader = new Reader(declarations, given, TableNames.in(compiler, roots));
    reader.asked.addAll(earlier.codecs());
    reader.known.addAll(earlier.types());
    roots.forEach(each -> reader.within(each, reader::root));
    reader.notes(roots);
    reader.standing(earlier);
    reader
        .guardReader
        .sources(earlier.guards())
        .forEach(each -> reader.within(each, reader::guard));
    return reader.finish();
  }

  private void notes(Collection<TypeElement> roots) {
    new AnnotationReader(
            declarations,
            tableReader,
            guardReader,
            type -> uncallables.isAdded(type) || serviceReader.isService(type))
        .all(roots)
        .forEach(notes::add);
  }

  /** Does something with a class, which is named if that fails. */
  private void within(TypeElement type, Consumer<TypeElement> work) {
    seen.enter(Declarations.name(type).packageName());
    Failure.in(
        Declarations.name(type),
        () -> {
          work.accept(type);
          return type;
        });
  }

  /** What classes provide that are not compiled now; those of other jars where nobody else does. */
  private void standing(Earlier earlier) {
    provided(earlier.providers(), earlier.marks()).forEach(providers::add);
    provided(earlier.marks().of(Mark.PROVIDING), earlier.marks())
        .filter(each -> providers.stream().noneMatch(each::same))
        .forEach(providers::add);
    earlier.settings().stream()
        .filter(each -> !declarations.sources().contains(each.top()))
        .filter(declarations::exists)
        .forEach(each -> settings.add(new SettingsModel(each)));
  }

  private Stream<ProviderModel> provided(Set<TypeName> owners, Marks marks) {
    return owners.stream()
        .sorted()
        .filter(each -> !declarations.sources().contains(each.top()))
        .flatMap(each -> declarations.type(each).stream())
        .flatMap(each -> serviceReader.providers(each, marks.parameters(name(each))));
  }

  /** The name of a class. */
  public static TypeName name(TypeElement type) {
    return Declarations.name(type);
  }

  private void root(TypeElement type) {
    if (declarations.isCompact(type)) {
      new CompactSources(declarations, this::asks).of(type).ifPresent(misplaced::add);
      main(type);
      return;
    }
    if (declarations.isSecond(type)) seconds.add(Declarations.name(type));
    type(type);
  }

  /** Whether a class asks for generated code, by what it is or by what it says. */
  private boolean asks(TypeElement type) {
    var notes = declarations.notes(type);
    return isReached(type, notes)
        || notes.api("Provides")
        || serviceReader.errorBody(type).isPresent();
  }

  private void main(TypeElement type) {
    if (MainReader.hasMain(type)) mains.add(new MainModel(Declarations.name(type)));
  }

  private void type(TypeElement type) {
    var name = Declarations.name(type);
    var notes = declarations.notes(type);
    if (isReached(type, notes) && !Declarations.visible(type)) {
      misplaced.add(new Misplaced(Reason.PRIVATE, name.simple(), "", Where.of(name)));
    } else if (serviceReader.hasNoStatus(type)) {
      misplaced.add(new Misplaced(Reason.NO_STATUS, name.simple(), "", Where.of(name)));
    }
    var wrong = uncallables.of(type);
    misplaced.addAll(wrong);
    if (uncallables.isAdded(type) && Declarations.visible(type)) {
      routes.add(Uncallables.callable(routesReader.read(type), wrong));
    }
    if (notes.isData()
        || (type.getKind() != ElementKind.ENUM && isDataKind(type) && asked.contains(name))) {
      data(type, name, notes);
    }
    for (var forgotten : List.of("Table", "Projection")) {
      if (tableReader.isForgotten(type, forgotten)) {
        misplaced.add(new Misplaced(Reason.NO_TABLE, name.simple(), forgotten, Where.of(name)));
        data(type, name, notes);
      }
    }
    if (notes.api("Scalar") || (known.contains(name) && isDataKind(type))) {
      seen.add(type);
    }
    serviceReader.providers(type, List.of()).forEach(providers::add);
    sqlReader.read(type).ifPresent(sqls::add);
    new ProtectedReader(declarations, types).read(type).ifPresent(shielded::add);
    clientReader.read(type, wrong).ifPresent(clients::add);
    serviceReader.error(type).ifPresent(errors::add);
    serviceReader.errorBody(type).ifPresent(this::errorBody);
    Qualifiers.declared(type, declarations, types).ifPresent(qualifiers::add);
    misplaced.addAll(guardReader.note(type));
    main(type);
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::type);
  }

  private void guard(TypeElement type) {
    var wrong = guardReader.wrong(type);
    misplaced.addAll(wrong);
    if (wrong.isEmpty()) guards.add(guardReader.read(type));
  }

  private static boolean isDataKind(TypeElement type) {
    return DATA.contains(type.getKind()) || SealedReader.isUnion(type);
  }

  /** Whether something is generated that names the class, whoever else names it. */
  private boolean isReached(TypeElement type, Notes notes) {
    return uncallables.isAdded(type)
        || notes.isData()
        || SqlReader.isSql(declarations, type)
        || ClientReader.isClient(declarations, type)
        || (serviceReader.isError(type) && notes.api("Status"));
  }

  private void data(TypeElement type, TypeName name, Notes notes) {
    seen.add(type);
    if (TypeReader.isGenericRecord(type)) {
      misplaced.add(new Misplaced(Reason.GENERIC_RECORD, name.simple(), "", Where.of(name)));
    }
    if (notes.api("Settings")) {
      settings.add(new SettingsModel(name));
    } else {
      asked.add(name);
    }
  }

  /** A format's body has a codec as if it said {@code @Model}. */
  private void errorBody(TypeName body) {
    asked.add(body);
    declarations
        .type(body)
        .filter(each -> !Declarations.visible(each))
        .ifPresent(_ -> misplaced.add(hidden(body)));
  }

  private Reading finish() {
    for (var type = seen.next(); type != null; type = seen.next()) follow(type);
    routes.stream()
        .flatMap(RoutesModel::allUses)
        .flatMap(each -> uncallables.used(each).stream())
        .distinct()
        .forEach(misplaced::add);
    misplaced.addAll(guardReader.used(routes));
    seen.hidden().stream()
        .map(Reader::hidden)
        .filter(each -> !misplaced.contains(each))
        .forEach(misplaced::add);
    providers.removeIf(each -> each.middleware() && !isMade(each));
    var projections = projections();
    var bodies = Stream.concat(routes.stream(), clients.stream().map(ClientModel::calls)).toList();
    var declared =
        new CompilationModel.Declared(
            sorted(routes, RoutesModel::name),
            sorted(guards, RoutesModel::name),
            here(tables.keySet()),
            projections,
            sorted(providers, ProviderModel::owner),
            sorted(settings, SettingsModel::name),
            sorted(errors, ErrorModel::name),
            sorted(mains, MainModel::name),
            CodecNeeds.changes(bodies, providers, records, tables.keySet()),
            sorted(qualifiers, QualifierModel.Declared::name),
            sorted(sqls, SqlModel::name),
            principals,
            sorted(shielded, ProtectedModel::name),
            sorted(clients, ClientModel::name));
    asked.addAll(here(tables.keySet()));
    asked.addAll(CodecNeeds.bodies(providers));
    asked.addAll(CodecNeeds.columns(sqls, records));
    var codecs = CodecNeeds.of(bodies, asked, records, unions);
    var services = new AskedClasses(declarations).of(declared);
    return new Reading(
        new CompilationModel(
            records, enums, unions, tables, codecs, declarations.hidingAround(asked), declared),
        new SourcesModel(declarations.sources(), services, seconds, misplaced, notes));
  }

  /** Whether the app can make a middleware, or is asked to; other ones are made by hand. */
  private boolean isMade(ProviderModel middleware) {
    return !declarations.sources().contains(middleware.owner().top())
        || routes.stream()
            .flatMap(RoutesModel::allUses)
            .anyMatch(each -> each.of(middleware.owner()))
        || declarations.type(middleware.owner()).stream().anyMatch(serviceReader::isPlain);
  }

  private static Misplaced hidden(TypeName type) {
    return new Misplaced(Reason.PRIVATE, type.simple(), type.qualified(), Where.of(type));
  }

  private void follow(Seen.Entry entry) {
    Failure.in(
        entry.name(),
        () -> {
          seen.enter(entry.name().packageName());
          follow(entry.type(), entry);
          return entry;
        });
  }

  private void follow(TypeElement type, Seen.Entry entry) {
    var name = entry.name();
    if (SealedReader.isUnion(type)) {
      unions.put(name, sealedReader.union(entry));
      return;
    }
    var isData = declarations.notes(type).isData();
    if (type.getKind() == ElementKind.ENUM && !isData) {
      enums.put(name, recordReader.enumModel(type));
      return;
    }
    if (type.getKind() == ElementKind.RECORD || isData) {
      records.put(name, recordReader.within(entry.bound()).record(type, name));
      recordReader.misplaced(type).filter(_ -> declarations.isSource(type)).forEach(misplaced::add);
    }
    if (declarations.notes(type).api("Principal") && type.getKind() == ElementKind.RECORD) {
      principals.add(name);
    }
    if (tableReader.isTable(type)) {
      tables.put(name, tableReader.table(type));
      roots.put(name, name);
    }
    declarations
        .notes(type)
        .type("Projection")
        .ifPresent(root -> {
          roots.put(name, seen.add(root));
          notesOf.put(name, tableReader.relations(type));
        });
  }

  private List<ProjectionModel> projections() {
    return new ProjectionReader(records, tables, roots)
        .all(
            notesOf,
            name ->
                declarations
                    .type(name)
                    .filter(type -> tableReader.isForgotten(type, "Projection"))
                    .isPresent());
  }

  private SortedSet<TypeName> here(Set<TypeName> names) {
    return records.values().stream()
        .filter(each -> each.origin() == RecordModel.Origin.SOURCE)
        .map(RecordModel::name)
        .filter(names::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static <T> List<T> sorted(List<T> all, Function<T, TypeName> name) {
    return all.stream().sorted(Comparator.comparing(name)).toList();
  }
}

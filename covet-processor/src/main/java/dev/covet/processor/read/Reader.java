package dev.covet.processor.read;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Mark;
import dev.covet.processor.model.data.RecordModel.Origin;
import dev.covet.processor.model.data.SqlModel;
import dev.covet.processor.model.route.ClientModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.ErrorModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProtectedModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.source.Misplaced;
import dev.covet.processor.model.source.Misplaced.Reason;
import dev.covet.processor.model.source.SourcesModel;
import dev.covet.processor.model.type.Failure;
import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.data.DataReader;
import dev.covet.processor.read.data.GivenCodecs;
import dev.covet.processor.read.data.Qualifiers;
import dev.covet.processor.read.data.Seen;
import dev.covet.processor.read.data.TableReader;
import dev.covet.processor.read.data.TypeReader;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Earlier;
import dev.covet.processor.read.element.MainReader;
import dev.covet.processor.read.element.Marks;
import dev.covet.processor.read.element.TableNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads one round of a compilation: its classes, and all data types that they lead to. */
public final class Reader {
  private final Declarations declarations;
  private final Seen seen = new Seen();
  private final TableReader tables;
  private final DataReader data;
  private final Uncallables uncallables;
  private final GuardReader guards;
  private final RoutesReader routes;
  private final ServiceReader services;
  private final SqlReader sqls;
  private final ClientReader clients;

  /**
   * Reads with these.
   *
   * @param given the types whose codecs somebody provides
   * @param named the names in the sources that a table may have
   */
  private Reader(
      Declarations declarations, GivenCodecs given, Set<String> named, Set<TypeName> known) {
    var types = new TypeReader(declarations, seen, given);
    this.declarations = declarations;
    this.tables = new TableReader(declarations, seen, named);
    this.data = new DataReader(declarations, types, tables, known);
    this.uncallables = new Uncallables(declarations);
    this.guards = new GuardReader(declarations, types);
    this.routes = new RoutesReader(declarations, types, guards);
    this.services = new ServiceReader(declarations, types);
    this.sqls = new SqlReader(declarations, types);
    this.clients = new ClientReader(declarations, routes);
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
    var named = TableNames.in(compiler, roots);
    return new Reader(declarations, given, named, earlier.types()).read(roots, earlier);
  }

  /** What the Javadoc of packages says, by their names; empty where there is none. */
  public static Map<String, String> texts(
      ProcessingEnvironment compiler, Collection<PackageElement> packages) {
    var declarations =
        new Declarations(compiler.getElementUtils(), compiler.getTypeUtils(), Set.of(), "");
    return packages.stream()
        .collect(
            Collectors.toMap(
                each -> each.getQualifiedName().toString(), each -> declarations.doc(each).text()));
  }

  /** The name of a class. */
  public static TypeName name(TypeElement type) {
    return Declarations.name(type);
  }

  private Reading read(Collection<TypeElement> roots, Earlier earlier) {
    seen.ask(earlier.codecs());
    var tops = roots.stream().filter(each -> !declarations.isCompact(each)).toList();
    var classes = tops.stream().flatMap(Reader::nested).toList();
    var misplaced = new ArrayList<>(all(roots, this::compact));
    misplaced.addAll(all(classes, this::wrong));
    var declared = declared(roots, classes, earlier);
    var notes =
        new AnnotationReader(
                declarations,
                tables,
                guards,
                type -> declarations.kinds().isAdded(type) || services.isService(type))
            .all(roots)
            .toList();
    misplaced.addAll(all(guards(earlier), each -> guards.wrong(each).stream()));
    misplaced.addAll(data.follow());
    misplaced.addAll(unfit(declared.routes()));
    seen.hidden().stream()
        .map(Reader::hidden)
        .filter(each -> !misplaced.contains(each))
        .forEach(misplaced::add);
    var seconds =
        tops.stream()
            .filter(declarations::isSecond)
            .map(Declarations::name)
            .collect(Collectors.toUnmodifiableSet());
    var model = data.model(declared);
    var asked = asked(model.declared());
    return new Reading(
        model, new SourcesModel(declarations.sources(), asked, seconds, misplaced, notes));
  }

  private static Stream<TypeElement> nested(TypeElement type) {
    return Stream.concat(
        Stream.of(type),
        ElementFilter.typesIn(type.getEnclosedElements()).stream().flatMap(Reader::nested));
  }

  /** What all of some classes give; one with which that fails is named. */
  private <T> List<T> all(
      Collection<TypeElement> classes, Function<TypeElement, Stream<? extends T>> read) {
    var all = new ArrayList<T>();
    for (var type : classes) {
      var name = Declarations.name(type);
      seen.enter(name.packageName());
      all.addAll(Failure.in(name, () -> read.apply(type).toList()));
    }
    return all;
  }

  /** What the sources declare, without what is said of data. */
  private CompilationModel.Declared declared(
      Collection<TypeElement> roots, List<TypeElement> classes, Earlier earlier) {
    var added = all(classes, this::added);
    var checking = guards(earlier).stream().filter(each -> guards.wrong(each).isEmpty()).toList();
    var protections = new ProtectedReader(declarations);
    return new CompilationModel.Declared(
        sorted(added, RoutesModel::name),
        sorted(all(checking, each -> Stream.of(guards.read(each))), RoutesModel::name),
        new TreeSet<>(),
        List.of(),
        sorted(providers(classes, added, earlier), ProviderModel::owner),
        sorted(settings(classes, earlier), Function.identity()),
        sorted(all(classes, each -> services.error(each).stream()), ErrorModel::name),
        sorted(mains(roots, classes), Function.identity()),
        new TreeSet<>(),
        sorted(
            all(classes, each -> Qualifiers.declared(each, declarations).stream()),
            QualifierModel.Declared::name),
        sorted(all(classes, each -> sqls.read(each).stream()), SqlModel::name),
        new TreeSet<>(),
        sorted(all(classes, each -> protections.read(each).stream()), ProtectedModel::name),
        sorted(all(classes, each -> clients.read(each).stream()), ClientModel::name));
  }

  private static <T> List<T> sorted(List<T> all, Function<T, TypeName> name) {
    return all.stream().sorted(Comparator.comparing(name)).toList();
  }

  private Stream<RoutesModel> added(TypeElement type) {
    return declarations.kinds().isAdded(type) && Declarations.visible(type)
        ? Stream.of(routes.read(type).callable(uncallables.of(type)))
        : Stream.of();
  }

  private List<TypeElement> guards(Earlier earlier) {
    return guards.sources(earlier.guards()).toList();
  }

  /**
   * What the classes provide, and those that are not compiled now; of other jars where nobody else
   * does.
   */
  private List<ProviderModel> providers(
      List<TypeElement> classes, List<RoutesModel> added, Earlier earlier) {
    var marks = earlier.marks();
    var all = all(classes, each -> services.providers(each, List.of()));
    provided(earlier.providers(), marks).forEach(all::add);
    provided(marks.of(Mark.PROVIDING), marks)
        .filter(each -> all.stream().noneMatch(each::same))
        .forEach(all::add);
    all.removeIf(each -> each.middleware() && !isMade(each, added));
    return all;
  }

  private Stream<ProviderModel> provided(Set<TypeName> owners, Marks marks) {
    return owners.stream()
        .sorted()
        .filter(each -> !declarations.sources().contains(each.top()))
        .flatMap(each -> declarations.type(each).stream())
        .flatMap(each -> services.providers(each, marks.parameters(name(each))));
  }

  /** Whether the app can make a middleware, or is asked to; other ones are made by hand. */
  private boolean isMade(ProviderModel middleware, List<RoutesModel> added) {
    return !declarations.sources().contains(middleware.owner().top())
        || added.stream()
            .flatMap(RoutesModel::allUses)
            .anyMatch(each -> each.of(middleware.owner()))
        || declarations.type(middleware.owner()).stream().anyMatch(services::isPlain);
  }

  private List<TypeName> settings(List<TypeElement> classes, Earlier earlier) {
    var earlierOnes =
        earlier.settings().stream()
            .filter(each -> !declarations.sources().contains(each.top()))
            .filter(declarations::exists);
    var ours =
        classes.stream()
            .filter(each -> declarations.notes(each).api("Settings"))
            .map(Declarations::name);
    return Stream.concat(ours, earlierOnes).toList();
  }

  private List<TypeName> mains(Collection<TypeElement> roots, List<TypeElement> classes) {
    return Stream.concat(roots.stream().filter(declarations::isCompact), classes.stream())
        .filter(MainReader::hasMain)
        .map(Declarations::name)
        .toList();
  }

  private Stream<Misplaced> compact(TypeElement top) {
    return declarations.isCompact(top)
        ? new CompactSources(declarations, this::asks).of(top).stream()
        : Stream.of();
  }

  /** Whether a class asks for generated code, by what it is or by what it says. */
  private boolean asks(TypeElement type) {
    return isReached(type)
        || declarations.notes(type).api("Provides")
        || services.errorBody(type).isPresent();
  }

  /** What is wrong with a class, without those in it; takes down data and guards. */
  private Stream<Misplaced> wrong(TypeElement type) {
    return Stream.of(
            unnamed(type),
            uncallables.of(type).stream(),
            data.note(type).stream(),
            services.errorBody(type).stream().flatMap(this::errorBody),
            guards.note(type).stream())
        .flatMap(each -> each);
  }

  private Stream<Misplaced> unnamed(TypeElement type) {
    var name = Declarations.name(type);
    if (isReached(type) && !Declarations.visible(type)) {
      return Stream.of(new Misplaced(Reason.PRIVATE, name.simple(), "", Where.of(name)));
    }
    return services.hasNoStatus(type)
        ? Stream.of(new Misplaced(Reason.NO_STATUS, name.simple(), "", Where.of(name)))
        : Stream.of();
  }

  /** Whether something is generated that names the class, whoever else names it. */
  private boolean isReached(TypeElement type) {
    var kinds = declarations.kinds();
    var notes = declarations.notes(type);
    return kinds.isAdded(type)
        || notes.isData()
        || kinds.isSql(type)
        || kinds.isClient(type)
        || (kinds.isError(type) && notes.api("Status"));
  }

  /** A format's body has a codec as if it said {@code @Model}. */
  private Stream<Misplaced> errorBody(TypeName body) {
    seen.ask(List.of(body));
    return declarations.type(body).stream()
        .filter(each -> !Declarations.visible(each))
        .map(_ -> hidden(body));
  }

  private static Misplaced hidden(TypeName type) {
    return new Misplaced(Reason.PRIVATE, type.simple(), type.qualified(), Where.of(type));
  }

  /** What stands around routes, or before them, and cannot. */
  private List<Misplaced> unfit(List<RoutesModel> added) {
    var uses =
        added.stream()
            .flatMap(RoutesModel::allUses)
            .flatMap(each -> uncallables.used(each).stream())
            .distinct();
    return Stream.concat(uses, guards.used(added).stream()).toList();
  }

  /**
   * The names of the project's classes that somebody asks for as services, be they compiled now or
   * earlier: who provides them is known. One of a library may come from a plugin.
   */
  private Set<String> asked(CompilationModel.Declared declared) {
    return declared
        .asking()
        .filter(each -> each.source() == ValueSource.PROVIDED)
        .map(ParameterModel::value)
        .flatMap(each -> each.type().classes().stream())
        .filter(this::isOwn)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isOwn(String name) {
    var type = declarations.elements().getTypeElement(name);
    return type != null
        && (declarations.isSource(type) || declarations.origin(type) == Origin.UNCHANGED);
  }
}

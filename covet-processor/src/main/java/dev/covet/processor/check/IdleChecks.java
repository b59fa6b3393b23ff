package dev.covet.processor.check;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Input;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.source.AnnotatedPlace;
import dev.covet.processor.model.source.NoteModel;
import dev.covet.processor.model.source.SourcesModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.model.type.Where;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules for annotations that would do nothing where they stand: each says so. */
final class IdleChecks {
  private static final Set<String> SOURCES =
      Stream.of(ValueSource.values())
          .filter(each -> each != ValueSource.QUALIFIER && each != ValueSource.ADDRESS)
          .map(ValueSource::annotation)
          .collect(Collectors.toUnmodifiableSet());

  /** Where a request has more than an app knows of. */
  private static final Set<ValueSource> UNBOUNDED = Set.of(ValueSource.HEADER, ValueSource.COOKIE);

  /** Those that are of a table even where they are on a record. */
  private static final Set<String> OF_TABLES = Set.of("Index", "Unique", "Was");

  /** Those that mean nothing without a text. */
  private static final Set<String> TEXTS =
      Set.of(
          "By CacheControl Column Discriminator FromPlugin Name Produces Scopes Tag Was"
              .split(" "));

  /** Those that mean nothing without an element. */
  private static final Set<String> LISTS = Set.of("Name", "Produces", "Scopes", "Use");

  /** What stands for several values, none of which one name could be of. */
  private static final Set<AnnotatedPlace> SEVERAL =
      Set.of(
          AnnotatedPlace.RECORD,
          AnnotatedPlace.LEAF,
          AnnotatedPlace.SEALED,
          AnnotatedPlace.ENUM,
          AnnotatedPlace.GROUP,
          AnnotatedPlace.BODY);

  /**
   * What is read from JSON or from the query by any of its names, and so is a record by its tags.
   */
  private static final Set<AnnotatedPlace> COMPONENTS =
      Set.of(
          AnnotatedPlace.COLUMN,
          AnnotatedPlace.COMPONENT,
          AnnotatedPlace.GROUPED,
          AnnotatedPlace.LEAF,
          AnnotatedPlace.PROJECTED,
          AnnotatedPlace.TEXT_VALUE);

  private final Map<Where, ParameterModel> parameters = new HashMap<>();
  private final Map<Where, ComponentModel> components = new HashMap<>();
  private final Map<Where, RouteModel> routes = new HashMap<>();

  /** The records whose components are parameters of a query, headers, cookies, fields of a form. */
  private final Map<ValueSource, Set<TypeName>> groups = new EnumMap<>(ValueSource.class);

  /** What the annotation of its source names, which no other one does. */
  private final Set<Where> named;

  private final CompilationModel model;
  private final SourcesModel sources;

  IdleChecks(CompilationModel model, SourcesModel sources) {
    this.model = model;
    this.sources = sources;
    Stream.of(ValueSource.values())
        .filter(ValueSource::groups)
        .forEach(source -> groups.put(source, groups(source)));
    this.named =
        sources.notes().stream()
            .filter(each -> SOURCES.contains(each.annotation()) && !each.says().isEmpty())
            .map(NoteModel::where)
            .collect(Collectors.toUnmodifiableSet());
    var declared = model.declared();
    declared.served().forEach(each -> routes.put(each.where(), each));
    declared.asking().forEach(each -> parameters.put(each.where(), each));
    model.records().values().stream()
        .flatMap(each -> each.components().stream())
        .forEach(each -> components.put(each.where(), each));
  }

  private Set<TypeName> groups(ValueSource source) {
    return sources.notes().stream()
        .filter(each -> each.annotation().equals(source.annotation()))
        .map(NoteModel::where)
        .filter(each -> each.member().isEmpty())
        .map(Where::type)
        .collect(Collectors.toUnmodifiableSet());
  }

  Stream<Finding> findings() {
    return sources.notes().stream().flatMap(each -> of(each).stream());
  }

  private Optional<Finding> of(NoteModel note) {
    var parameter = parameters.get(note.where());
    if (note.spot() == AnnotatedPlace.INPUT && parameter == null) return Optional.empty();
    var spot = spot(note, parameter);
    if (parameter != null && SOURCES.contains(note.annotation())) {
      var source = parameter.source().annotation();
      return source.equals(note.annotation())
              || (parameter.orForm() && note.annotation().equals("Form"))
          ? value(note, spot)
          : Optional.of(idle(note, "a parameter that says @" + source, "Keep one of the two."));
    }
    if (note.annotation().equals("Strict") && isUnbounded(note.where().type())) {
      return Optional.of(
          idle(
              note,
              "a record of headers or cookies",
              "Remove it: a request has headers and cookies that no app knows."));
    }
    var meaning = Meaning.of(note.annotation());
    if (OF_TABLES.contains(note.annotation()) && spot != AnnotatedPlace.COLUMN && !isTable(note)) {
      return Optional.of(idle(note, spot.noun(), meaning.right()));
    }
    return meaning.spots().contains(spot)
        ? value(note, spot)
        : Optional.of(idle(note, spot.noun(), meaning.right()));
  }

  private boolean isTable(NoteModel note) {
    return model.tables().containsKey(note.where().type());
  }

  /** Also in the right place there may be nothing in what it says. */
  private Optional<Finding> value(NoteModel note, AnnotatedPlace spot) {
    var name = note.annotation();
    var says = note.says();
    if (name.equals("Guard")) return guard(note, spot);
    var saysNothing =
        says.isEmpty()
            ? LISTS.contains(name)
            : TEXTS.contains(name) && says.stream().anyMatch(String::isBlank);
    if (saysNothing) {
      var wrong = "@" + name + " says nothing here.";
      return Optional.of(finding(note, wrong, "Give it a value, or remove it."));
    }
    if (!says.isEmpty() && SOURCES.contains(name) && SEVERAL.contains(spot)) {
      var wrong = "The name in @%s does nothing on %s.".formatted(name, spot.noun());
      return Optional.of(finding(note, wrong, "Remove the name."));
    }
    return name.equals("Name") ? name(note, spot) : Optional.empty();
  }

  /** On a guard it says nothing, and anywhere else which guards there are. */
  private static Optional<Finding> guard(NoteModel note, AnnotatedPlace spot) {
    if (spot == AnnotatedPlace.CLASS) {
      return note.says().isEmpty()
          ? Optional.empty()
          : Optional.of(
              finding(
                  note,
                  "The class in @Guard does nothing on a class without routes.",
                  "Remove it if the class itself is the guard; else put @Routes on the class."));
    }
    return note.says().isEmpty()
        ? Optional.of(finding(note, "@Guard says nothing here.", "Name a guard, or remove it."))
        : Optional.empty();
  }

  private Optional<Finding> name(NoteModel note, AnnotatedPlace spot) {
    if (named.contains(note.where())) {
      return Optional.of(
          finding(note, "Two annotations name this, each in its way.", "Keep one of the names."));
    }
    return note.says().size() > 1
        ? without(note, spot).map(noun -> secondName(note, noun))
        : Optional.empty();
  }

  /** What it stands on, if nothing is read there by a second name. */
  private Optional<String> without(NoteModel note, AnnotatedPlace spot) {
    var inputs = inputs(note.where());
    if (inputs.stream().anyMatch(each -> each.source() == ValueSource.HEADER)) {
      return Optional.of("a header");
    }
    if (inputs.stream().anyMatch(Input::isMap)) return Optional.of("a map");
    return COMPONENTS.contains(spot) ? Optional.empty() : Optional.of(spot.noun());
  }

  /** What a request is read for there; nothing in a record that groups none of its values. */
  private List<Input> inputs(Where where) {
    var parameter = parameters.get(where);
    if (parameter != null) return List.of(Input.of(parameter));
    var component = components.get(where);
    return component == null
        ? List.of()
        : groups.keySet().stream()
            .filter(source -> isOf(source, component))
            .map(source -> Input.of(component, source))
            .toList();
  }

  private boolean isUnbounded(TypeName record) {
    return UNBOUNDED.stream().anyMatch(each -> known(each).contains(record))
        && components.values().stream()
            .filter(each -> each.where().type().equals(record))
            .allMatch(each -> UNBOUNDED.stream().anyMatch(source -> isOf(source, each)));
  }

  private boolean isOf(ValueSource source, ComponentModel component) {
    return component
        .source()
        .map(each -> each == source)
        .orElseGet(() -> known(source).contains(component.where().type()));
  }

  private Set<TypeName> known(ValueSource source) {
    return groups.getOrDefault(source, Set.of());
  }

  private static Finding secondName(NoteModel note, String noun) {
    return finding(
        note,
        "The second name in @Name does nothing on %s.".formatted(noun),
        "Keep the first one alone.");
  }

  private AnnotatedPlace spot(NoteModel note, @Nullable ParameterModel parameter) {
    if (parameter != null) return input(parameter);
    return note.spot() == AnnotatedPlace.ROUTE && isPlain(routes.get(note.where()))
        ? AnnotatedPlace.PLAIN_ROUTE
        : note.spot();
  }

  private static AnnotatedPlace input(ParameterModel parameter) {
    return switch (parameter.source()) {
      case PATH -> AnnotatedPlace.PATH_VALUE;
      case QUERY, HEADER, COOKIE, FORM ->
          parameter.value().type() instanceof TypeModel.RecordType
              ? AnnotatedPlace.GROUP
              : AnnotatedPlace.TEXT_VALUE;
      case BODY -> AnnotatedPlace.BODY;
      case PROVIDED, QUALIFIER, ADDRESS, SOCKET -> AnnotatedPlace.SERVICE;
    };
  }

  /** Whether a route gives something that has a type; one that is left out may do anything. */
  private static boolean isPlain(@Nullable RouteModel route) {
    return route == null
        || switch (route.result().bare()) {
          case ResultModel.Nothing _, ResultModel.Messages _, ResultModel.Raw _ -> false;
          default -> true;
        };
  }

  private static Finding idle(NoteModel note, String noun, String right) {
    return finding(note, "@%s does nothing on %s.".formatted(note.annotation(), noun), right);
  }

  private static Finding finding(NoteModel note, String wrong, String right) {
    return new Finding(Code.IDLE, note.at(), wrong, right);
  }
}

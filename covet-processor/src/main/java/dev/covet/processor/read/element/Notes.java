package dev.covet.processor.read.element;

import dev.covet.processor.model.route.HookModel;
import dev.covet.processor.model.route.HttpMethod;
import dev.covet.processor.model.source.NoteModel;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;

/** The annotations of one place, by qualified name, the one nearest to the declaration first. */
public final class Notes {
  public static final String API = NoteModel.API;

  private final Map<String, AnnotationMirror> mirrors = new LinkedHashMap<>();
  private final Elements elements;

  private Notes(Elements elements) {
    this.elements = elements;
  }

  /**
   * The annotations of several constructs that mean one place: a component, its field, its type.
   */
  public static Notes of(Elements elements, Collection<? extends AnnotatedConstruct> constructs) {
    var notes = new Notes(elements);
    for (var construct : constructs) {
      for (var mirror : construct.getAnnotationMirrors()) {
        notes.mirrors.putIfAbsent(mirror.getAnnotationType().asElement().toString(), mirror);
      }
    }
    return notes;
  }

  public static Notes of(Elements elements, AnnotatedConstruct construct) {
    return of(elements, List.of(construct));
  }

  /** These but for those that another construct has, too. */
  Notes without(AnnotatedConstruct other) {
    var rest = new Notes(elements);
    rest.mirrors.putAll(mirrors);
    rest.mirrors.keySet().removeAll(of(elements, other).mirrors.keySet());
    return rest;
  }

  /** Whether it may be null: JSpecify's annotation says so, and any other of its name. */
  public boolean nullable() {
    return mirrors.keySet().stream().anyMatch(name -> name.endsWith(".Nullable"));
  }

  /** As {@link #nullable}, of what stands on one construct. */
  public static boolean isNullable(AnnotatedConstruct construct) {
    return construct.getAnnotationMirrors().stream()
        .map(mirror -> mirror.getAnnotationType().asElement().getSimpleName())
        .anyMatch(name -> name.contentEquals("Nullable"));
  }

  public boolean has(String name) {
    return mirrors.containsKey(name);
  }

  /** Whether a type says that it is data, which only a record can be. */
  public boolean isData() {
    return Stream.of("Table", "Projection", "Model", "Settings", "Principal").anyMatch(this::api);
  }

  public boolean api(String simple) {
    return has(API + simple);
  }

  /** Whether a method that says this asks for generated code, wherever it stands. */
  public boolean asks() {
    return isRoute() || isHook() || api("Provides");
  }

  public boolean isHook() {
    return Stream.of(HookModel.Kind.values()).anyMatch(kind -> api(kind.annotation()));
  }

  public boolean isRoute() {
    return route().isPresent();
  }

  /** The annotation that says the method of HTTP, if one does. */
  public Optional<String> route() {
    return Stream.of(HttpMethod.values()).map(HttpMethod::annotation).filter(this::has).findFirst();
  }

  /** What {@code @Name} says; if it is not there, the other name. */
  public List<String> names(String otherwise) {
    var said = list(API + "Name", "value").stream().map(Object::toString).toList();
    return said.isEmpty() ? List.of(otherwise) : said;
  }

  public Stream<AnnotationMirror> all() {
    return mirrors.values().stream();
  }

  /** The text of an attribute of one of Covet's annotations; empty where it is not, or is lost. */
  public Optional<String> text(String simple, String attribute) {
    return value(API + simple, attribute)
        .filter(value -> !isLost(value))
        .map(value -> value.getValue().toString());
  }

  public Optional<String> text(String simple) {
    return text(simple, "value");
  }

  /** The number that one of Covet's annotations says; empty if the compiler does not find it. */
  public Optional<Number> number(String simple) {
    return value(API + simple, "value")
        .map(AnnotationValue::getValue)
        .filter(Number.class::isInstance)
        .map(Number.class::cast);
  }

  public Optional<AnnotationValue> value(String name, String attribute) {
    return Optional.ofNullable(mirrors.get(name)).flatMap(mirror -> value(mirror, attribute));
  }

  /** All attributes of an annotation, with the defaults of what it does not say. */
  public Map<String, AnnotationValue> values(AnnotationMirror mirror) {
    var values = new LinkedHashMap<String, AnnotationValue>();
    elements
        .getElementValuesWithDefaults(mirror)
        .forEach((attribute, value) -> values.put(attribute.getSimpleName().toString(), value));
    return values;
  }

  public Optional<AnnotationValue> value(AnnotationMirror mirror, String attribute) {
    return elements.getElementValuesWithDefaults(mirror).entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
        .<AnnotationValue>map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether an annotation says something that the compiler does not find, and reports. */
  public static boolean isLost(AnnotationMirror mirror) {
    return mirror.getElementValues().values().stream().anyMatch(Notes::isLost);
  }

  /** A string with this text has quotes. */
  private static boolean isLost(AnnotationValue value) {
    return value.getValue() instanceof List<?> values
        ? values.stream().anyMatch(each -> isLost((AnnotationValue) each))
        : value.toString().equals("<error>");
  }

  /** The text of an attribute where the source gives one, not that of the annotation's type. */
  public static Optional<String> said(AnnotationMirror mirror, String attribute) {
    return mirror.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
        .map(entry -> entry.getValue().getValue().toString())
        .findFirst();
  }

  /** The texts of the {@code value} that the source gives; none if it gives none. */
  public static List<String> saidTexts(AnnotationMirror mirror) {
    return mirror.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals("value"))
        .flatMap(entry -> items(entry.getValue()).stream())
        .map(Object::toString)
        .toList();
  }

  /** As {@link #said(AnnotationMirror, String)}, of an annotation by its name. */
  public Optional<String> said(String name, String attribute) {
    return Optional.ofNullable(mirrors.get(name)).flatMap(mirror -> said(mirror, attribute));
  }

  /** The elements of an attribute that is an array; none where one is lost. */
  public List<Object> list(String name, String attribute) {
    return Optional.ofNullable(mirrors.get(name)).stream()
        .flatMap(mirror -> list(mirror, attribute).stream())
        .toList();
  }

  /** As {@link #list(String, String)}, of an annotation. */
  public List<Object> list(AnnotationMirror mirror, String attribute) {
    return value(mirror, attribute)
        .filter(value -> !isLost(value))
        .map(Notes::items)
        .orElse(List.of());
  }

  public static List<Object> items(AnnotationValue value) {
    if (value.getValue() instanceof List<?> values) {
      return values.stream().map(each -> plain(((AnnotationValue) each).getValue())).toList();
    }
    return List.of(plain(value.getValue()));
  }

  /** The class that an attribute names. */
  public Optional<TypeElement> type(String simple) {
    return value(API + simple, "value").flatMap(value -> element(value.getValue()));
  }

  public static Optional<TypeElement> element(Object value) {
    return value instanceof DeclaredType type && type.asElement() instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }

  /** An enum constant as its name; anything else as it is. */
  private static Object plain(Object value) {
    return value instanceof VariableElement constant ? constant.getSimpleName().toString() : value;
  }
}

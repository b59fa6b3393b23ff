package dev.covet.processor.read.element;

import dev.covet.processor.model.data.RecordModel.Origin;
import dev.covet.processor.model.type.Doc;
import dev.covet.processor.model.type.Naming;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.doc.DocReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Elements.DocCommentKind;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a declaration, whatever it declares.
 *
 * @param sources top-level classes of which this round has the source
 * @param output address of the folder for class files, or {@code ""} if there is none
 */
public record Declarations(Elements elements, Types types, Set<TypeName> sources, String output) {

  /** What classes are to Covet. */
  public Kinds kinds() {
    return new Kinds(this);
  }

  public static TypeName name(TypeElement type) {
    var nested = new StringBuilder(type.getSimpleName());
    var around = type.getEnclosingElement();
    while (around instanceof TypeElement outer) {
      nested.insert(0, outer.getSimpleName() + ".");
      around = outer.getEnclosingElement();
    }
    var packageName = around instanceof PackageElement p ? p.getQualifiedName().toString() : "";
    return new TypeName(packageName, nested.toString());
  }

  /** The class in which a member stands. */
  public static TypeElement owner(Element member) {
    return (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
  }

  /** What the comment of a declaration says. */
  public Doc doc(Element element) {
    var comment = elements.getDocComment(element);
    return comment != null && elements.getDocCommentKind(element) == DocCommentKind.END_OF_LINE
        ? DocReader.ofMarkdown(comment)
        : DocReader.of(comment);
  }

  /**
   * What an element says; what the compiler copies from a component to its accessor is left out.
   */
  public Notes notes(Element element) {
    var all = Notes.of(elements, element);
    return element instanceof ExecutableElement method
        ? component(method).map(all::without).orElse(all)
        : all;
  }

  /** The component of its record that a method reads, if it is an accessor. */
  public static Optional<RecordComponentElement> component(ExecutableElement method) {
    return owner(method).getRecordComponents().stream()
        .filter(_ -> method.getParameters().isEmpty())
        .filter(each -> each.getSimpleName().equals(method.getSimpleName()))
        .<RecordComponentElement>map(each -> each)
        .findFirst();
  }

  /** Annotations of a component stand on itself, its field, its type: as their target says. */
  public static List<AnnotatedConstruct> places(RecordComponentElement component) {
    var places = new ArrayList<AnnotatedConstruct>(List.of(component, component.asType()));
    ElementFilter.fieldsIn(owner(component).getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
        .forEach(field -> places.addAll(List.of(field, field.asType())));
    return places;
  }

  /** The places of its constraints: an accessor that is written by hand may have some, too. */
  public static List<AnnotatedConstruct> limited(RecordComponentElement component) {
    var places = places(component);
    if (component.getAccessor() != null) places.add(component.getAccessor());
    return places;
  }

  /** Whether this round has the source of a class. */
  public boolean isSource(TypeElement type) {
    return sources.contains(name(type).top());
  }

  public Origin origin(TypeElement type) {
    if (isSource(type)) return Origin.SOURCE;
    var file = elements.getFileObjectOf(type);
    var here = !output.isEmpty() && file != null && file.toUri().toString().startsWith(output);
    if (here) return Origin.UNCHANGED;
    return exists(name(type).generated("Codec")) ? Origin.ELSEWHERE : Origin.FOREIGN;
  }

  /**
   * Where a record is compiled, or the codec of a generic one with its types.
   *
   * @param name its name
   */
  public Origin origin(TypeElement type, TypeName name) {
    var codec =
        name.instance().isEmpty() ? Optional.<TypeElement>empty() : type(name.generated("Codec"));
    return name.instance().isEmpty()
        ? origin(type)
        : codec
            .map(this::origin)
            .filter(each -> each == Origin.FOREIGN)
            .map(_ -> Origin.ELSEWHERE)
            .orElse(isSource(type) ? Origin.SOURCE : Origin.UNCHANGED);
  }

  /** Whether this is the class of a compact source file: it has no name that leads to it. */
  public boolean isCompact(TypeElement top) {
    return elements.getTypeElement(top.getQualifiedName()) == null;
  }

  /** Whether a top-level class stands in the file of another one. */
  public boolean isSecond(TypeElement top) {
    var file = elements.getFileObjectOf(top);
    return file != null
        && file.getKind() == Kind.SOURCE
        && !file.isNameCompatible(top.getSimpleName().toString(), Kind.SOURCE);
  }

  /** Whether code in the same package may name it. */
  public static boolean visible(Element element) {
    for (Element at = element;
        at != null && !(at instanceof PackageElement);
        at = at.getEnclosingElement()) {
      if (at.getModifiers().contains(Modifier.PRIVATE)) return false;
    }
    return true;
  }

  /** What {@code @Naming} says here, or around here up to the outermost package. */
  public Naming naming(Element element) {
    for (Element at = element; at != null; at = outer(at)) {
      var said = naming(notes(at));
      if (said.isPresent()) return said.get();
    }
    return Naming.AS_WRITTEN;
  }

  public static Optional<Naming> naming(Notes notes) {
    return notes.list(Notes.API + "Naming", "value").stream()
        .flatMap(value ->
            Stream.of(Naming.values()).filter(each -> each.name().equals(value.toString())))
        .findFirst();
  }

  private @Nullable Element outer(Element element) {
    if (element instanceof PackageElement inner) {
      var name = inner.getQualifiedName().toString();
      var dot = name.lastIndexOf('.');
      return dot < 0 ? null : elements.getPackageElement(name.substring(0, dot));
    }
    return element.getEnclosingElement();
  }

  public boolean exists(TypeName name) {
    return type(name).isPresent();
  }

  /** As {@link #hiding}, of all packages of the sources and of these types. */
  public SortedSet<TypeName> hidingAround(Collection<TypeName> types) {
    return Stream.concat(sources().stream(), types.stream())
        .map(TypeName::packageName)
        .distinct()
        .flatMap(this::hiding)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The types of a package that are called like one of {@code java.lang}, which they hide. */
  private Stream<TypeName> hiding(String packageName) {
    return Stream.ofNullable(elements.getPackageElement(packageName))
        .flatMap(each -> ElementFilter.typesIn(each.getEnclosedElements()).stream())
        .filter(each -> Object.class.getResource(each.getSimpleName() + ".class") != null)
        .map(Declarations::name);
  }

  public Optional<TypeElement> type(TypeName name) {
    return Optional.ofNullable(elements.getTypeElement(name.qualified()));
  }

  /** The type of a name, if it is a class without type parameters. */
  public Optional<TypeMirror> named(String name) {
    return Optional.ofNullable(elements.getTypeElement(name))
        .filter(each -> each.getTypeParameters().isEmpty())
        .map(TypeElement::asType);
  }

  public boolean subtype(TypeMirror type, String of) {
    var parent = elements.getTypeElement(of);
    return parent != null
        && type.getKind() == TypeKind.DECLARED
        && types.isSubtype(types.erasure(type), types.erasure(parent.asType()));
  }

  /** The type as source has it, without annotations. */
  public String plain(TypeMirror type) {
    return type.getKind() == TypeKind.ERROR
        ? type.toString()
        : types.stripAnnotations(type).toString();
  }

  /** Where a method or constructor stands. */
  public static Where where(ExecutableElement method) {
    return Where.of(name(owner(method))).member(signature(method));
  }

  public static String signature(ExecutableElement method) {
    var parameters = method.getParameters().stream().map(each -> each.asType().toString());
    return method.getSimpleName() + "(" + String.join(",", parameters.toList()) + ")";
  }

  /** The constructor that the app calls: the only one, or the only one that is not private. */
  public static Optional<ExecutableElement> constructor(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(Declarations::visible)
        .findFirst();
  }
}

package dev.covet.processor.read.element;

import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** Tells what a class is to Covet, by what it is and says. */
public record Kinds(Declarations declarations) {
  /** Whether an app may add a class: it says {@code @Routes}, or has a hook. */
  public boolean isAdded(TypeElement type) {
    return declarations.notes(type).api("Routes")
        || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .map(declarations::notes)
            .anyMatch(Notes::isHook);
  }

  /** Whether a class is a middleware. */
  public boolean isMiddleware(TypeElement type) {
    return declarations.subtype(type.asType(), "dev.covet.web.http.Middleware");
  }

  /** Whether a class is an error for clients. */
  public boolean isError(TypeElement type) {
    return declarations.subtype(type.asType(), Notes.API + "ApiError");
  }

  /** Whether a type is an interface whose methods say the SQL that they run. */
  public boolean isSql(TypeElement type) {
    return type.getKind() == ElementKind.INTERFACE
        && open(type).anyMatch(each -> declarations.notes(each).api("Sql"));
  }

  /** The methods that an interface leaves open, those that it inherits included. */
  public Stream<ExecutableElement> open(TypeElement type) {
    return ElementFilter.methodsIn(declarations.elements().getAllMembers(type)).stream()
        .filter(each -> each.getModifiers().contains(Modifier.ABSTRACT));
  }

  /** Whether a type is an interface whose methods call another service. */
  public boolean isClient(TypeElement type) {
    return type.getKind() == ElementKind.INTERFACE
        && !isUnion(type)
        && declarations.notes(type).api("Client");
  }

  /** Whether a type is one whose calls say their address. */
  public boolean isWebhook(TypeElement type) {
    return isClient(type) && declarations.notes(type).api("Webhook");
  }

  /** Whether the declaration is that of a record with type parameters. */
  public static boolean isGenericRecord(Element element) {
    return element instanceof TypeElement type
        && type.getKind() == ElementKind.RECORD
        && !type.getTypeParameters().isEmpty();
  }

  /** Whether a type is a choice between records; one between classes is a service. */
  public static boolean isUnion(TypeElement type) {
    return isSealed(type) && leaves(type).anyMatch(each -> each.getKind() == ElementKind.RECORD);
  }

  private static boolean isSealed(TypeElement type) {
    return type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
  }

  /** What a value can be, those of sealed interfaces within in their place, each once. */
  public static Stream<TypeElement> leaves(TypeElement type) {
    return type.getPermittedSubclasses().stream()
        .filter(DeclaredType.class::isInstance)
        .map(each -> (TypeElement) ((DeclaredType) each).asElement())
        .flatMap(each -> isSealed(each) ? leaves(each) : Stream.of(each))
        .distinct();
  }

  /** Whether a record is one of a choice, so that its name is a tag. */
  public static boolean isLeaf(TypeElement type) {
    return type.getKind() == ElementKind.RECORD
        && type.getInterfaces().stream()
            .anyMatch(
                each -> each instanceof DeclaredType of && isSealed((TypeElement) of.asElement()));
  }
}

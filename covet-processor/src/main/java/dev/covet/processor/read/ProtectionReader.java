package dev.covet.processor.read;

import dev.covet.processor.model.service.ProtectionModel;
import dev.covet.processor.model.service.ProtectionModel.Rule;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.element.AnnotationTypes;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Notes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads the annotations that protect a method: of a route, a service, a client. */
record ProtectionReader(Declarations declarations) {
  private static final TypeName KEEPER = new TypeName("dev.covet.resilience", "ProtectionTerms");
  private static final TypeName ONCE = new TypeName("dev.covet.idempotency", "IdempotentRoute");

  /** Each annotation with its members, in the order in which they are given on. */
  private static final Map<String, List<String>> MEMBERS =
      Map.of(
          "RateLimit", List.of("requests", "perSeconds"),
          "Deadline", List.of("millis"),
          "Bulkhead", List.of("value"),
          "Retry", List.of("attempts"),
          "CircuitBreaker", List.of("failurePercent", "openSeconds"),
          "Idempotent", List.of());

  /** What a method asks for, and what its class asks for that the method does not. */
  ProtectionModel of(ExecutableElement method) {
    var owner = Declarations.owner(method);
    var all = own(method);
    var more = own(owner).stream().filter(each -> !has(all, each.annotation())).toList();
    return new ProtectionModel(Stream.concat(all.stream(), more.stream()).toList());
  }

  private static boolean has(List<Rule> rules, String annotation) {
    return rules.stream().anyMatch(each -> each.annotation().equals(annotation));
  }

  /** What a method itself asks for. */
  List<Rule> own(ExecutableElement method) {
    var owner = Declarations.name(Declarations.owner(method)).simple();
    return own(method, owner + "." + method.getSimpleName(), Declarations.where(method));
  }

  private List<Rule> own(TypeElement type) {
    var name = Declarations.name(type);
    return own(type, name.simple(), Where.of(name));
  }

  private List<Rule> own(Element element, String name, Where where) {
    return element.getAnnotationMirrors().stream()
        .flatMap(ProtectionReader::single)
        .filter(each -> MEMBERS.containsKey(simple(each)))
        .map(each ->
            new Rule(
                simple(each),
                name,
                values(element, each),
                declarations.exists(simple(each).equals("Idempotent") ? ONCE : KEEPER),
                where.at(full(each))))
        .toList();
  }

  private static Stream<? extends AnnotationMirror> single(AnnotationMirror mirror) {
    return full(mirror).equals(Notes.API + "RateLimit.All")
        ? AnnotationTypes.several(mirror)
        : Stream.of(mirror);
  }

  private List<Integer> values(Element element, AnnotationMirror mirror) {
    var notes = declarations.notes(element);
    return MEMBERS.getOrDefault(simple(mirror), List.of()).stream()
        .flatMap(member -> notes.value(mirror, member).stream())
        .map(AnnotationValue::getValue)
        .map(value -> value instanceof Integer number ? number : 1)
        .toList();
  }

  private static String simple(AnnotationMirror mirror) {
    var name = full(mirror);
    return name.startsWith(Notes.API) ? name.substring(Notes.API.length()) : "";
  }

  private static String full(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement().toString();
  }
}

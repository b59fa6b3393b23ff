package dev.covet.processor.read;

import dev.covet.processor.model.route.CallerModel;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Notes;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** Reads who may call a route: what stands on its method and class, or on an annotation there. */
final class CallerReader {
  private final Declarations declarations;

  CallerReader(Declarations declarations) {
    this.declarations = declarations;
  }

  /** That of a route: what its method says wins over what its class says, but scopes add up. */
  CallerModel of(ExecutableElement method) {
    var owner = Declarations.owner(method);
    var isPublic = says(method, "Public");
    var isSignedIn = says(method, "SignedIn");
    var own = scopes(method).toList();
    if (isPublic) return new CallerModel(true, true, isSignedIn, own);
    var all = Stream.concat(scopes(owner), own.stream()).distinct().toList();
    var isOpen = says(owner, "Public") && !isSignedIn && own.isEmpty();
    return new CallerModel(isOpen, false, isSignedIn || says(owner, "SignedIn"), all);
  }

  private boolean says(Element element, String annotation) {
    return notes(element).anyMatch(each -> each.api(annotation));
  }

  private Stream<String> scopes(Element element) {
    return notes(element)
        .flatMap(each -> each.list(Notes.API + "Scopes", "value").stream())
        .map(Object::toString);
  }

  /** What stands on an element, and on the declarations of the annotations there. */
  private Stream<Notes> notes(Element element) {
    var led =
        element.getAnnotationMirrors().stream()
            .map(each -> each.getAnnotationType().asElement())
            .map(declarations::notes);
    return Stream.concat(Stream.of(declarations.notes(element)), led);
  }
}

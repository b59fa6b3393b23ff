package dev.covet.processor.read;

import dev.covet.processor.model.route.HttpMethod;
import dev.covet.processor.model.route.RoutePath;
import dev.covet.processor.model.source.Misplaced;
import dev.covet.processor.model.source.Misplaced.Reason;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Notes;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Tells which routes have a path that no request could have, or several methods of HTTP. */
final class RoutePaths {
  private RoutePaths() {}

  /** What is wrong with the path before all routes of a class. */
  static Optional<Misplaced> of(TypeElement type, Notes notes) {
    var name = Declarations.name(type);
    var prefix = RoutePath.of(prefix(notes), "");
    return prefix
        .fault()
        .map(fault ->
            new Misplaced(
                Reason.PREFIX,
                name.simple(),
                told(prefix, fault),
                Where.of(name).at(Notes.API + "Routes")));
  }

  /**
   * What is wrong with a route; nothing of what is wrong with its class.
   *
   * @param around what its class says
   */
  static Optional<Misplaced> of(ExecutableElement method, Notes notes, Notes around) {
    var written =
        Stream.of(HttpMethod.values())
            .map(HttpMethod::annotation)
            .filter(notes::has)
            .filter(_ -> RoutePath.of(prefix(around), "").fault().isEmpty())
            .toList();
    var name = method.getSimpleName() + "(...)";
    if (written.size() > 1) {
      var where = Declarations.where(method).at(written.getLast());
      return Optional.of(new Misplaced(Reason.SEVERAL_METHODS, name, "", where));
    }
    return written.stream()
        .findFirst()
        .flatMap(http -> wrong(method, http, RoutePath.of(prefix(around), path(notes, http))));
  }

  private static Optional<Misplaced> wrong(
      ExecutableElement method, String http, RoutePath template) {
    return template
        .fault()
        .map(fault ->
            new Misplaced(
                Reason.PATH,
                method.getSimpleName() + "(...)",
                told(template, fault),
                Declarations.where(method).at(http)));
  }

  private static String told(RoutePath template, String fault) {
    return "\"" + template.text() + "\", which " + fault;
  }

  private static String prefix(Notes notes) {
    return notes.text("Routes").orElse("");
  }

  private static String path(Notes notes, String http) {
    return notes.value(http, "value").map(each -> each.getValue().toString()).orElse("");
  }
}

package dev.covet.processor.read;

import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.route.CacheDirectives;
import dev.covet.processor.model.route.HttpMethod;
import dev.covet.processor.model.route.UseModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Notes;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** Reads annotations of Covet that put ready middleware around a route. */
record ReadyUses(HttpMethod http, Notes notes, boolean isOwn) {
  private static final String PACKAGE = "dev.covet.web.middleware";

  /** What stands around a route by its class, then by its method, in the order of the source. */
  static Stream<UseModel> of(ExecutableElement method, HttpMethod http, Declarations declarations) {
    var owner = Declarations.owner(method);
    var around = new ReadyUses(http, declarations.notes(owner), false);
    var own = new ReadyUses(http, declarations.notes(method), true);
    return Stream.concat(
        around.at(owner, Where.of(Declarations.name(owner))),
        own.at(method, Declarations.where(method)));
  }

  private Stream<UseModel> at(Element element, Where where) {
    return element.getAnnotationMirrors().stream()
        .map(each -> each.getAnnotationType().asElement().toString())
        .flatMap(name -> use(name, where.at(name)).stream());
  }

  private Optional<UseModel> use(String annotation, Where at) {
    return switch (annotation) {
      case Notes.API + "NoCompress" -> ready("NoCompression", "new %s()", at);
      case Notes.API + "Uninterrupted" -> ready("RunToEnd", "new %s()", at);
      case Notes.API + "CacheControl" -> cacheControl(notes.text("CacheControl").orElse(""), at);
      case Notes.API + "Conditional" -> conditional(at);
      default -> Optional.empty();
    };
  }

  /** Of what writes nobody keeps an answer, so a class speaks of it only to forbid that. */
  private Optional<UseModel> cacheControl(String value, Where at) {
    var kept = CacheDirectives.of(value).keeping();
    return ready("CacheHeaders", "%s.of(" + Literals.string(value) + ")", at, value)
        .map(each -> http == HttpMethod.GET || isOwn || kept.isEmpty() ? each : each.idle());
  }

  /** What posts makes something new unless it says of itself that it changes what was seen. */
  private Optional<UseModel> conditional(Where at) {
    return switch (http) {
      case GET, WEB_SOCKET -> ready("ETags", "%s.ofContent()", at);
      case PUT, PATCH, DELETE -> ready("IfMatchRequired", "new %s()", at);
      case POST -> isOwn ? ready("IfMatchRequired", "new %s()", at) : Optional.<UseModel>empty();
    };
  }

  private static Optional<UseModel> ready(String type, String expression, Where where) {
    return ready(type, expression, where, "");
  }

  private static Optional<UseModel> ready(
      String type, String expression, Where where, String says) {
    var middleware = new TypeName(PACKAGE, type);
    var code = expression.replace("%s", "`" + PACKAGE + "." + type + "`");
    return Optional.of(new UseModel(middleware, true, Optional.empty(), where, code, says));
  }
}

package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.services.ProtectionCode;
import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Names;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.route.ClientModel;
import dev.covet.processor.model.route.RouteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes {@code GitHubCalls}: what calls another service for an interface. */
public final class CallsEmitter {
  private static final String CLASS =
      """
      %1$s
      public final class %2$s implements %3$s {
        private final %8$s;
        %4$s

        %2$s(%8$s%5$s) {
          %6$s
        }

        %7$s
      }
      """;

  private final CompilationModel model;
  private final ClientModel client;
  private final Names fields = new Names(List.of("caller", "callers", "resilience"));
  private final List<String> declared = new ArrayList<>();
  private final List<String> set = new ArrayList<>();

  /** Writes one class. */
  public CallsEmitter(CompilationModel model, ClientModel client) {
    this.model = model;
    this.client = client;
    this.set.add(client.webhook() ? "this.callers = callers;" : "this.caller = caller;");
  }

  /** The class. */
  public GeneratedSource emit() {
    var name = client.name().generated("Calls");
    var methods = client.calls().routes().stream().map(this::method).toList();
    var body =
        Template.fill(
            CLASS,
            ClassComment.of(
                "Calls the service of {@link " + JavaCode.type(client.name()) + "}.",
                client.name(),
                client),
            name.nested(),
            JavaCode.type(client.name()),
            Template.lines(declared),
            client.isProtected() ? ", `dev.covet.resilience.Resilience` resilience" : "",
            Template.lines(set),
            Template.paragraphs(methods),
            client.webhook()
                ? "`java.util.function.Function`<`java.net.URI`, `dev.covet.web.http.Caller`> callers"
                : "`dev.covet.web.http.Caller` caller");
    return SourceText.of(name, model).finish(body, List.of(client.name().qualified()));
  }

  private String method(RouteModel route) {
    return new ClientCode(model, route).call(protection(route));
  }

  /** The field that keeps the rules of a method; empty if it has none. */
  private Optional<String> protection(RouteModel route) {
    var rules = route.rules().protection();
    if (!rules.isWritten()) return Optional.empty();
    var field = fields.fresh(route.javaName());
    declared.add("private final `dev.covet.resilience.Protection` " + field + ";");
    set.add("this.%s = resilience.protection(%s);".formatted(field, ProtectionCode.rules(rules)));
    return Optional.of(field);
  }
}

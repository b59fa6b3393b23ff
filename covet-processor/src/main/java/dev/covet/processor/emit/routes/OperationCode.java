package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.CallbackAddress;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Principals;
import dev.covet.processor.model.route.CallbackModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.service.Made;
import dev.covet.processor.model.type.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a route as data for the documents.
 *
 * @param tellsTag whether it says what its tag means: one of a tag is enough
 */
record OperationCode(CompilationModel model, TypeName owner, RouteModel route, boolean tellsTag) {
  /** The expression: {@code Operation.of("GET", "/heroes", "Heroes.list").responds(...)}. */
  String expression() {
    var answers = new AnswersCode(model, owner, route);
    var calls = new ArrayList<String>();
    calls.addAll(words());
    callers().ifPresent(rule -> calls.add(".calledBy(" + rule + ")"));
    call(calls, "takes", answers.takes());
    answers.reads().ifPresent(calls::add);
    answers.throwing().forEach(thrown -> calls.add(".throwing(" + thrown + ")"));
    if (route.isWebhook()) calls.add(".webhook()");
    MessageCode.schemas(route).ifPresent(each -> calls.add(".talks(" + each + ")"));
    call(calls, "calls", callbacks());
    var expressions = answers.expressions();
    if (expressions.isEmpty()) calls.add(".responds()");
    call(calls, "responds", expressions);
    var first =
        "`dev.covet.schema.Operation`.of(%s, %s, %s)"
            .formatted(
                Literals.string(route.http().method().text()),
                Literals.string(route.isWebhook() ? "" : route.http().template()),
                Literals.string(source()));
    return first + String.join("", calls.stream().map(each -> "\n    " + each).toList());
  }

  /** Whether there is, or will be, what tells of a webhook. */
  private boolean isWritten(CallbackModel callback) {
    return callback.known()
        && (!callback.here() || model.declared().client(callback.webhook()).isPresent());
  }

  private List<String> callbacks() {
    var address = new CallbackAddress(model, route);
    return route.rules().callbacks().stream()
        .filter(this::isWritten)
        .flatMap(callback ->
            address.expression(callback).stream()
                .map(expression ->
                    "new `dev.covet.schema.CallbackSchema`(%s, new %s().webhooks())"
                        .formatted(
                            Literals.string(expression),
                            JavaCode.type(Made.Kind.WEBHOOK.of(callback.webhook())))))
        .toList();
  }

  /** What lists and log lines call the route: {@code Heroes.create}. */
  String source() {
    return owner.simple() + "." + route.javaName();
  }

  /** Who may call it, as an expression; nothing if it does not say. */
  private Optional<String> callers() {
    var said = route.rules().callers();
    var principals = new Principals(model);
    var calls = new StringBuilder();
    principals.needed(route).forEach(each -> calls.append(asking("needing", each)));
    principals.wanted(route).forEach(each -> calls.append(asking("wanting", each)));
    if (!said.scopes().isEmpty()) {
      calls.append(
          said.scopes().stream()
              .map(Literals::string)
              .collect(Collectors.joining(", ", ".allowed(", ")")));
    }
    if (route.rules().protection().idempotent().isPresent()) calls.append(".toldApart()");
    var first = said.open() ? "PUBLIC" : said.signedIn() ? "SIGNED_IN" : "NONE";
    return calls.isEmpty() && first.equals("NONE")
        ? Optional.empty()
        : Optional.of("`dev.covet.schema.CallerAccess`." + first + calls);
  }

  private static String asking(String method, TypeName principal) {
    return ".%s(%s.class)".formatted(method, JavaCode.type(principal));
  }

  private List<String> words() {
    var words = new ArrayList<String>();
    if (!route.rules().tag().equals(owner.simple())) {
      words.add(".tag(" + Literals.string(route.rules().tag()) + ")");
    }
    if (tellsTag) words.add(".tagText(" + Literals.string(route.rules().tagText()) + ")");
    var doc = route.doc();
    if (!doc.text().isEmpty() || !doc.deprecated().isEmpty()) {
      words.add(
          ".described(%s, %s)".formatted(Literals.string(doc.summary()), Literals.string(rest())));
    }
    if (route.rules().remarks().deprecated()) words.add(".deprecated()");
    if (route.rules().hidden()) words.add(".hidden()");
    return words;
  }

  /** What follows the first sentence, and what is to be done in the place of what is deprecated. */
  private String rest() {
    var doc = route.doc();
    var instead = doc.deprecated().isEmpty() ? "" : "Deprecated: " + doc.deprecated();
    return (doc.rest() + "\n\n" + instead).strip();
  }

  private static void call(List<String> calls, String method, List<String> arguments) {
    if (arguments.size() == 1) {
      calls.add("." + method + "(" + arguments.getFirst() + ")");
    } else if (!arguments.isEmpty()) {
      calls.add("." + method + "(\n        " + String.join(",\n        ", arguments) + ")");
    }
  }
}

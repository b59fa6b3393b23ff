package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.RouteModel;
import dev.covet.processor.model.TypeName;
import java.util.ArrayList;
import java.util.List;

/** Writes a route as data for the documents. */
final class OperationCode {
  private final CompilationModel model;
  private final TypeName owner;
  private final RouteModel route;

  OperationCode(CompilationModel model, TypeName owner, RouteModel route) {
    this.model = model;
    this.owner = owner;
    this.route = route;
  }

  /** The expression: {@code Operation.of("GET", "/heroes", "Heroes.list").responds(...)}. */
  String expression() {
    var answers = new AnswersCode(model, owner, route);
    var calls = new ArrayList<String>();
    calls.addAll(words());
    call(calls, "takes", answers.takes());
    answers.reads().ifPresent(calls::add);
    answers.throwing().forEach(thrown -> calls.add(".throwing(" + thrown + ")"));
    call(calls, "responds", answers.expressions());
    var first =
        "`dev.covet.schema.Operation`.of(%s, %s, %s)"
            .formatted(
                Literals.string(route.http().method().name()),
                Literals.string(route.http().template()),
                Literals.string(source()));
    return first + String.join("", calls.stream().map(each -> "\n    " + each).toList());
  }

  /** What lists and log lines call the route: {@code Heroes.create}. */
  String source() {
    return owner.simple() + "." + route.javaName();
  }

  private List<String> words() {
    var words = new ArrayList<String>();
    if (!route.rules().tag().equals(owner.simple())) {
      words.add(".tag(" + Literals.string(route.rules().tag()) + ")");
    }
    if (!route.doc().text().isEmpty()) {
      words.add(
          ".described(%s, %s)"
              .formatted(
                  Literals.string(route.doc().summary()), Literals.string(route.doc().rest())));
    }
    if (route.rules().deprecated()) {
      words.add(".deprecated()");
    }
    if (route.rules().hidden()) {
      words.add(".hidden()");
    }
    return words;
  }

  private static void call(List<String> calls, String method, List<String> arguments) {
    if (arguments.size() == 1) {
      calls.add("." + method + "(" + arguments.getFirst() + ")");
    } else if (!arguments.isEmpty()) {
      calls.add("." + method + "(\n        " + String.join(",\n        ", arguments) + ")");
    }
  }
}

package dev.covet.processor.check;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CallbackAddress;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.route.CallbackModel;
import dev.covet.processor.model.route.RouteModel;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules for what is called at an address that a request names: it is a webhook, and has one. */
final class CallbackChecks {
  private CallbackChecks() {}

  static Stream<Finding> of(CompilationModel model) {
    return model
        .declared()
        .served()
        .flatMap(route ->
            route.rules().callbacks().stream()
                .flatMap(each -> of(route, new CallbackAddress(model, route), each).stream()));
  }

  private static Optional<Finding> of(
      RouteModel route, CallbackAddress address, CallbackModel callback) {
    if (!callback.known()) {
      return finding(
          callback,
          callback.webhook().simple() + " is not a webhook.",
          "Name an interface that says @Webhook and @Client.");
    }
    if (address.expression(callback).isPresent()) return Optional.empty();
    if (!callback.at().isEmpty()) {
      return finding(
          callback,
          "%s reads no text \"%s\".".formatted(RouteChecks.label(route), callback.at()),
          address.names().isEmpty()
              ? "Take a java.net.URI in the body, the query, a header or the path."
              : "Name one of these: " + String.join(", ", address.names()) + ".");
    }
    return address.uris().isEmpty()
        ? finding(
            callback,
            "%s reads no address at which %s could be called."
                .formatted(RouteChecks.label(route), callback.webhook().simple()),
            "Take a java.net.URI in the body, the query, a header or the path; or say which text it is: at = \"url\".")
        : finding(
            callback,
            "%s reads several addresses at which %s could be called."
                .formatted(RouteChecks.label(route), callback.webhook().simple()),
            "Say which, by at = \"...\": " + String.join(", ", address.uris()) + ".");
  }

  private static Optional<Finding> finding(CallbackModel callback, String wrong, String right) {
    return Optional.of(new Finding(Code.CALLBACK, callback.where(), wrong, right));
  }
}

package dev.covet.web.docs;

import dev.covet.schema.CallbackSchema;
import dev.covet.schema.Operation;
import dev.covet.schema.ResponseSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What documents say of webhooks alone, and of the callbacks of an operation, which are some. */
final class WebhookJson {
  private WebhookJson() {}

  /** What an operation calls at addresses that its requests name. */
  static Stream<Operation> called(Operation operation) {
    return operation.callbacks().stream().flatMap(each -> shown(each).stream());
  }

  private static List<Operation> shown(CallbackSchema callback) {
    return callback.webhooks().stream().filter(each -> !each.hidden()).toList();
  }

  /** All that is at a path, or at the address of a webhook, of one operation. */
  static Map<String, Object> item(Operation operation, Map<String, Object> json) {
    return ObjectJson.of(operation.method().toLowerCase(Locale.ROOT), json);
  }

  /** The callbacks of an operation, without ids, since other operations may call the same. */
  static Map<String, Object> callbacks(
      Operation operation, Function<Operation, Map<String, Object>> json) {
    var all = new LinkedHashMap<String, Object>();
    for (var callback : operation.callbacks()) {
      for (var webhook : shown(callback)) {
        var called = json.apply(webhook);
        called.remove("operationId");
        all.put(webhook.id(), ObjectJson.of(callback.address(), item(webhook, called)));
      }
    }
    return all;
  }

  /**
   * What a webhook may be answered: of a single success any status of success will do, and of
   * errors nobody reads a body.
   */
  static Map<String, Object> responses(
      Operation webhook, Function<ResponseSchema, Map<String, Object>> json) {
    var successes = webhook.responses().stream().filter(each -> each.errorCode() == null).count();
    var all = new LinkedHashMap<String, Object>();
    for (var each : webhook.responses()) {
      if (each.errorCode() != null) {
        all.putIfAbsent("" + each.status(), ObjectJson.of("description", each.text()));
      } else if (successes > 1) {
        all.put("" + each.status(), json.apply(each));
      } else {
        var text = each.text().isEmpty() ? "Any success: the call has arrived." : each.text();
        all.put("2XX", json.apply(each.described(text)));
      }
    }
    all.put("default", ObjectJson.of("description", "Any other answer: the call has failed."));
    return all;
  }
}

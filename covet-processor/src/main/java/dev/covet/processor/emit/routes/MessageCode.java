package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.codec.SchemaCode;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes how values are messages of a WebSocket: texts and bytes as they are, all else as JSON. */
final class MessageCode {
  private static final String CONTENT = "`dev.covet.schema.BodySchema`";

  private MessageCode() {}

  /** The form of values, which that of JSON is written for where it is that. */
  static String form(ValueModel value, Supplier<String> json) {
    if (!ResultModel.Messages.isPlain(value.type())) return json.get();
    return "`dev.covet.web.stream.MessageForm`."
        + (value.type() instanceof TypeModel.Bytes ? "bytes()" : "text()");
  }

  /** What documents say of the messages, if the route is a WebSocket. */
  static Optional<String> schemas(RouteModel route) {
    return route.result() instanceof ResultModel.Messages(var received, var sent)
        ? Optional.of(
            "new `dev.covet.schema.MessageSchemas`(%s, %s)"
                .formatted(schema(received), schema(sent)))
        : Optional.empty();
  }

  private static String schema(ValueModel value) {
    if (!ResultModel.Messages.isPlain(value.type())) {
      return CONTENT + ".json(" + SchemaCode.of(value) + ")";
    }
    return CONTENT + (value.type() instanceof TypeModel.Bytes ? ".bytes()" : ".text()");
  }
}

package dev.covet.processor.emit.routes;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.route.ClientModel;
import dev.covet.processor.model.service.Made;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Writes {@code OrderHooksPart}: what documents say of the webhooks of an interface. */
public final class WebhookEmitter {
  private WebhookEmitter() {}

  /** The class. */
  public static GeneratedSource emit(CompilationModel model, ClientModel client) {
    var name = Made.Kind.WEBHOOK.of(client.name());
    var told = new HashSet<String>();
    var operations = new ArrayList<String>();
    for (var route : client.calls().routes()) {
      var tellsTag = RoutesEmitter.tellsTag(route, told);
      operations.add(new OperationCode(model, client.name(), route, tellsTag).expression());
    }
    var body =
        Template.fill(
            """
            %1$s
            public final class %2$s implements `dev.covet.gen.AddedPart` {
              @`Override`
              public `java.util.List`<`dev.covet.schema.Operation`> operations() {
                return `java.util.List`.of();
              }

              @`Override`
              public `java.util.List`<`dev.covet.web.route.Route`> routes(`dev.covet.base.inject.Wiring` wiring, `dev.covet.web.bind.Bodies` bodies) {
                return `java.util.List`.of();
              }

              @`Override`
              public `java.util.List`<`dev.covet.schema.Operation`> webhooks() {
                return `java.util.List`.of(
                    %3$s
              }
            }
            """,
            ClassComment.of(
                "The webhooks of {@link " + JavaCode.type(client.name()) + "}.",
                client.name(),
                client),
            name.nested(),
            String.join(",\n", operations) + ");");
    return SourceText.of(name, model).finish(body, List.of(client.name().qualified()));
  }
}

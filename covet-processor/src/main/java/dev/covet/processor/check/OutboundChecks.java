package dev.covet.processor.check;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import java.util.stream.Stream;

/** Rules for interfaces whose methods call another service. */
final class OutboundChecks {
  private OutboundChecks() {}

  static Stream<Finding> of(CompilationModel model) {
    var routes = new RouteChecks(model);
    return model.declared().clients().stream()
        .flatMap(client ->
            Stream.concat(
                client.faults().stream()
                    .map(
                        each -> new Finding(Code.CLIENT, each.where(), each.wrong(), each.right())),
                routes.calls(client.calls())));
  }
}

package dev.covet.processor.check;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.route.HttpMethod;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.ValueSource;
import java.util.stream.Stream;

/** Rules for WebSockets: each has one socket, which is nowhere else. */
final class SocketChecks {
  private SocketChecks() {}

  static Stream<Finding> of(CompilationModel model) {
    var declared = model.declared();
    return Stream.of(
            declared.routes().stream().flatMap(SocketChecks::routes),
            declared.guards().stream().flatMap(RoutesModel::asking).flatMap(SocketChecks::stray),
            declared.clients().stream()
                .flatMap(each -> each.calls().routes().stream())
                .filter(each -> each.http().method() == HttpMethod.WEB_SOCKET)
                .map(SocketChecks::called),
            declared.providers().stream()
                .flatMap(each -> each.parameters().stream())
                .flatMap(SocketChecks::stray))
        .flatMap(each -> each);
  }

  private static Stream<Finding> routes(RoutesModel routes) {
    var apart =
        Stream.concat(
            routes.constructor().stream(),
            routes.hooks().stream().flatMap(each -> each.parameters().stream()));
    return Stream.concat(
        apart.flatMap(SocketChecks::stray),
        routes.routes().stream()
            .filter(each -> !each.isSocketRight())
            .flatMap(each ->
                each.http().method() == HttpMethod.WEB_SOCKET
                    ? Stream.of(shape(each))
                    : each.parameters().stream().flatMap(SocketChecks::stray)));
  }

  private static Finding shape(RouteModel route) {
    return new Finding(
        Code.SOCKET,
        route.where().at(route.http().method().annotation()),
        "%s is not a WebSocket: it takes one Socket<I, O>, and returns nothing."
            .formatted(RouteChecks.label(route)),
        "Write void %s(Socket<In, Out> socket), with In for what clients send."
            .formatted(route.javaName()));
  }

  private static Finding called(RouteModel route) {
    return new Finding(
        Code.SOCKET,
        route.where().at(route.http().method().annotation()),
        "%s is a WebSocket of another service, which no client can call."
            .formatted(RouteChecks.label(route)),
        "Use java.net.http.WebSocket.");
  }

  private static Stream<Finding> stray(ParameterModel parameter) {
    return parameter.source() == ValueSource.SOCKET
        ? Stream.of(
            new Finding(
                Code.SOCKET,
                parameter.where(),
                "\"%s\" is a socket, which a method with @WebSocket takes and nothing else."
                    .formatted(parameter.name()),
                "Put @WebSocket on the method, or hand the socket on from one."))
        : Stream.of();
  }
}

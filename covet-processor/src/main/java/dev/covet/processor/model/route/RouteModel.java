package dev.covet.processor.model.route;

import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProtectionModel;
import dev.covet.processor.model.service.ThrownModel;
import dev.covet.processor.model.type.ConstraintModel;
import dev.covet.processor.model.type.Doc;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.model.type.Where;
import dev.covet.schema.Remarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One handler.
 *
 * @param javaName name of the Java method
 * @param http what the route is, to clients
 * @param isStatic whether the method needs no instance of its class
 * @param unchecked constraints on what it returns, which nothing checks
 * @param thrown all exceptions that its signature names, in order
 * @param rules what its other annotations say
 */
public record RouteModel(
    String javaName,
    Http http,
    boolean isStatic,
    List<ParameterModel> parameters,
    ResultModel result,
    List<ConstraintModel> unchecked,
    List<ThrownModel> thrown,
    Rules rules,
    Doc doc,
    Where where) {
  /** Copies the lists. */
  public RouteModel {
    parameters = List.copyOf(parameters);
    unchecked = List.copyOf(unchecked);
    thrown = List.copyOf(thrown);
  }

  /**
   * What a route is, to clients.
   *
   * @param template the whole path with the class's prefix: {@code /heroes/{id}}
   * @param status of a success: what {@code @Status} says, else 204 for nothing, else 200
   * @param produces media types that {@code @Produces} names, in order
   */
  public record Http(
      HttpMethod method, String template, OptionalInt status, List<String> produces) {
    /** Copies the list. */
    public Http {
      produces = List.copyOf(produces);
    }
  }

  /**
   * What annotations ask for besides.
   *
   * @param blocking whether it runs on the pool for blocking calls
   * @param bodyBytesMax what {@code @BodyMax} says
   * @param uses middleware of the method alone, outermost first
   * @param guards those of class and method, in the order in which they run, each once
   * @param callers who may call it
   * @param tag what {@code @Tag} says, else the class's
   * @param tagText what documents say of the tag; empty for nothing
   * @param remarks whether it is deprecated; examples of what it answers as the source has them
   * @param protection limits, retries and the like
   * @param callbacks what is called at addresses that its requests name
   */
  public record Rules(
      boolean blocking,
      OptionalLong bodyBytesMax,
      List<UseModel> uses,
      List<GuardModel> guards,
      CallerModel callers,
      String tag,
      String tagText,
      boolean hidden,
      Remarks remarks,
      ProtectionModel protection,
      List<CallbackModel> callbacks) {
    /** Copies the lists. */
    public Rules {
      uses = List.copyOf(uses);
      guards = List.copyOf(guards);
      callbacks = List.copyOf(callbacks);
    }
  }

  /** This as the call of a webhook: its first parameter is the address, if it can be one. */
  public RouteModel asWebhook() {
    var all = new ArrayList<>(parameters);
    if (!all.isEmpty() && canBeAddress(all.getFirst())) {
      all.set(0, all.getFirst().from(ValueSource.ADDRESS));
    }
    return new RouteModel(
        javaName, http, isStatic, all, result, unchecked, thrown, rules, doc, where);
  }

  private static boolean canBeAddress(ParameterModel parameter) {
    return parameter.source() == ValueSource.QUERY
        && !parameter.value().nullable()
        && parameter.value().type() instanceof TypeModel.Scalar(var kind, var _)
        && kind == ScalarKind.URI;
  }

  /** The address at which it is called, if it is that of a webhook. */
  public Optional<ParameterModel> address() {
    return parameters.stream().filter(each -> each.source() == ValueSource.ADDRESS).findFirst();
  }

  /** Whether it is the call of a webhook. */
  public boolean isWebhook() {
    return address().isPresent();
  }

  /** The socket over which it talks, if it is a WebSocket. */
  public Optional<ParameterModel> socket() {
    return parameters.stream().filter(each -> each.source() == ValueSource.SOCKET).findFirst();
  }

  /** Whether it takes one socket and nothing but that, as a WebSocket, or none at all. */
  public boolean isSocketRight() {
    var sockets = parameters.stream().filter(each -> each.source() == ValueSource.SOCKET).count();
    return http.method() == HttpMethod.WEB_SOCKET
        ? sockets == 1 && result instanceof ResultModel.Messages
        : sockets == 0;
  }

  /** Whether it is the method of a guard, which has no path. */
  public boolean isGuard() {
    return http.template().isEmpty();
  }

  /** The annotation that the method of a guard takes, if it takes one. */
  public Optional<ParameterModel> read() {
    return parameters.stream().filter(each -> each.source() == ValueSource.QUALIFIER).findFirst();
  }

  /** The media types that {@code @Produces} names, as documents tell them: without parameters. */
  public List<String> mediaTypes() {
    return http.produces().stream()
        .map(type -> type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The status of a success. */
  public int status() {
    return http.status()
        .orElse(
            switch (result.bare()) {
              case ResultModel.Nothing _ -> 204;
              case ResultModel.Messages _ -> 101;
              default -> 200;
            });
  }
}

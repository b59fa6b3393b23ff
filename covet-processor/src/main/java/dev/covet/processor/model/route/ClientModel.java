package dev.covet.processor.model.route;

import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An interface whose methods call another service.
 *
 * @param calls its methods as routes, seen by the caller
 * @param webhook whether each call says its address
 * @param url the address of the service, as the source has it
 * @param visible whether generated code can name it
 * @param available whether there is what calls it: covet-resilience
 * @param unwritable what is wrong with it beside that
 */
public record ClientModel(
    RoutesModel calls,
    boolean webhook,
    String url,
    boolean visible,
    boolean available,
    List<Fault> unwritable) {
  /** The class by which it is called. */
  public static final TypeName CALLER = new TypeName("dev.covet.client", "ClientWiring");

  private static final String CLIENT = "dev.covet.api.Client";
  private static final String WEBHOOK = "dev.covet.api.Webhook";

  /** Copies the list. */
  public ClientModel {
    unwritable = List.copyOf(unwritable);
  }

  /**
   * Something wrong with a client.
   *
   * @param wrong a sentence
   * @param right what would be right, a sentence
   */
  public record Fault(String wrong, String right, Where where) {}

  /** The interface. */
  public TypeName name() {
    return calls.name();
  }

  /** Whether one of its methods is protected, as by {@code @Retry}. */
  public boolean isProtected() {
    return calls.routes().stream().anyMatch(each -> each.rules().protection().isWritten());
  }

  /** All that is wrong with it; that there is nothing to call it by only if that is all. */
  public List<Fault> faults() {
    var unsent = calls.read().filter(each -> !isSent(each)).map(ClientModel::unsent);
    var faults =
        Stream.of(unwritable.stream(), webhook ? webhooks() : address().stream(), unsent)
            .flatMap(each -> each)
            .toList();
    return faults.isEmpty() ? library().stream().toList() : faults;
  }

  private Where at() {
    return Where.of(name()).at(CLIENT);
  }

  private Optional<Fault> library() {
    return available
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "@Client does nothing without covet-resilience.",
                "Add the dependency dev.covet:covet-resilience.",
                at()));
  }

  private Optional<Fault> address() {
    return isAddress()
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "\"%s\" is not the address of a service.".formatted(url),
                "Write one such as \"https://api.example.org/v1\"; or put @Webhook on it, if each call says its address.",
                at()));
  }

  private Stream<Fault> webhooks() {
    var addressed =
        url.isEmpty()
            ? Stream.<Fault>of()
            : Stream.of(
                new Fault(
                    "A webhook has no address of its own: each call says it.",
                    "Write @Client alone, or remove @Webhook.",
                    Where.of(name()).at(WEBHOOK)));
    return Stream.concat(addressed, calls.routes().stream().flatMap(ClientModel::webhook));
  }

  private static Stream<Fault> webhook(RouteModel route) {
    if (!route.isWebhook()) {
      return Stream.of(
          new Fault(
              route.javaName() + "(...) does not say at which address it is called.",
              "Take a java.net.URI as its first parameter.",
              route.where()));
    }
    return route.http().template().equals("/")
        ? Stream.of()
        : Stream.of(
            new Fault(
                route.javaName()
                    + "(...) has a path, but a webhook is called at its address itself.",
                "Take the path out: clients name the whole address.",
                route.where().at(route.http().method().annotation())));
  }

  private boolean isAddress() {
    try {
      var address = new URI(url);
      var scheme = String.valueOf(address.getScheme());
      return (scheme.equals("https") || scheme.equals("http"))
          && address.getHost() != null
          && address.getRawUserInfo() == null
          && address.getRawQuery() == null
          && address.getRawFragment() == null;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private static boolean isSent(ParameterModel parameter) {
    return switch (parameter.source()) {
      case PATH, QUERY, HEADER, COOKIE, FORM, BODY, ADDRESS -> true;
      case PROVIDED, QUALIFIER, SOCKET -> false;
    };
  }

  private static Fault unsent(ParameterModel parameter) {
    return new Fault(
        "\"%s\" is not data, so it cannot be sent.".formatted(parameter.name()),
        "Take a record, a scalar, or a list of these.",
        parameter.where());
  }
}

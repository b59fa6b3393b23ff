package dev.covet.client;

import dev.covet.base.inject.Maker;
import dev.covet.base.inject.Slot;
import dev.covet.base.inject.Wiring;
import dev.covet.resilience.Resilience;
import dev.covet.resilience.ResilienceProvider;
import dev.covet.web.http.Caller;
import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How the clients of {@code @Client} interfaces are made; generated code calls it. */
public final class ClientWiring {
  private ClientWiring() {}

  /**
   * The maker of a client.
   *
   * @param name the interface's: {@code GitHub}, whose address {@code GIT_HUB_URL} overrides
   * @param url its address unless that is set
   * @param made makes it
   */
  public static <T> Maker<T> plain(
      Wiring wiring, String name, String url, Function<? super Caller, ? extends T> made) {
    var address = address(wiring, name, url);
    Slot<Http> http = wiring.slot(ClientServicesProviders.HTTP);
    return (scope, _) -> made.apply(http.get(scope).at(address));
  }

  /** The maker of a client some of whose methods are protected. */
  public static <T> Maker<T> guarded(
      Wiring wiring,
      String name,
      String url,
      BiFunction<? super Caller, ? super Resilience, ? extends T> made) {
    var address = address(wiring, name, url);
    Slot<Http> http = wiring.slot(ClientServicesProviders.HTTP);
    Slot<Resilience> resilience = wiring.slot(ResilienceProvider.RESILIENCE);
    return (scope, _) -> made.apply(http.get(scope).at(address), resilience.get(scope));
  }

  /** The maker of a webhook, each of whose calls says its address. */
  public static <T> Maker<T> webhook(
      Wiring wiring, Function<Function<URI, Caller>, ? extends T> made) {
    Slot<Http> http = wiring.slot(ClientServicesProviders.HTTP);
    return (scope, _) -> made.apply(http.get(scope)::named);
  }

  /** The maker of a webhook some of whose methods are protected. */
  public static <T> Maker<T> guardedWebhook(
      Wiring wiring, BiFunction<Function<URI, Caller>, ? super Resilience, ? extends T> made) {
    Slot<Http> http = wiring.slot(ClientServicesProviders.HTTP);
    Slot<Resilience> resilience = wiring.slot(ResilienceProvider.RESILIENCE);
    return (scope, _) -> made.apply(http.get(scope)::named, resilience.get(scope));
  }

  private static String address(Wiring wiring, String name, String url) {
    var setting = wiring.config().setting(name + "Url").orElse(url);
    var address = setting.asUri();
    if (setting.valid() && !isAddress(address)) {
      setting.problem("invalid", "must be the address of a service, such as https://example.org");
    }
    return setting.valid() ? address.toString() : url;
  }

  private static boolean isAddress(URI address) {
    try {
      Site.of(address);
      return address.getRawQuery() == null && address.getRawFragment() == null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}

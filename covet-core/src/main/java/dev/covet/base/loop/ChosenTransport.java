package dev.covet.base.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The transport of an app.
 *
 * @param why what keeps it from better ones, one clause for each; empty if there are none, or none
 *     was wanted
 */
record ChosenTransport(Transport transport, String why) {
  private static final String NOT_BROUGHT = "covet-native is not in the class path";
  private static final int WHY_LENGTH_MAX = 160;

  /** The best that the mode allows and this machine has. */
  static ChosenTransport of(TransportMode mode) {
    if (mode == TransportMode.NIO) return new ChosenTransport(Transport.nio(), "");
    return of(mode, brought());
  }

  /** The first of these that the mode allows and this machine has. */
  static ChosenTransport of(TransportMode mode, List<? extends NativeSockets> brought) {
    var why = new ArrayList<String>();
    for (var each : brought) {
      if (!mode.allows(each.name())) continue;
      var missing = missing(each);
      if (missing == null) return new ChosenTransport(each.transport(), String.join("; ", why));
      why.add(each.name() + ": " + clause(missing));
    }
    if (why.isEmpty()) why.add(NOT_BROUGHT);
    return new ChosenTransport(Transport.nio(), String.join("; ", why));
  }

  /**
   * Those whose classes are there: {@code covet-native} names all, and an app may leave some of its
   * libraries out.
   */
  private static List<NativeSockets> brought() {
    var found = new ArrayList<NativeSockets>();
    var each = ServiceLoader.load(NativeSockets.class, NativeSockets.class.getClassLoader());
    each.stream().forEach(provider -> made(provider).ifPresent(found::add));
    return found;
  }

  private static Optional<NativeSockets> made(ServiceLoader.Provider<NativeSockets> provider) {
    try {
      return Optional.of(provider.get());
    } catch (ServiceConfigurationError | LinkageError _) {
      return Optional.empty();
    }
  }

  /** A library that is broken must not keep an app from starting. */
  private static @Nullable Throwable missing(NativeSockets sockets) {
    try {
      return sockets.missing();
    } catch (LinkageError e) {
      return e;
    }
  }

  /** What was first: Netty wraps it, and libraries say more than a line holds. */
  private static String clause(Throwable missing) {
    var cause = missing;
    while (cause.getCause() != null) cause = cause.getCause();
    var said = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    var line = said.lines().findFirst().orElse("").strip();
    return line.length() <= WHY_LENGTH_MAX ? line : line.substring(0, WHY_LENGTH_MAX) + "...";
  }

  /** For the start line: its name, and in brackets why it is no better one. */
  String described() {
    return why.isEmpty() ? transport.name() : transport.name() + " (" + why + ")";
  }
}

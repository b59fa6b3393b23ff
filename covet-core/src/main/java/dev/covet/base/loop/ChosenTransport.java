package dev.covet.base.loop;

import java.io.FileNotFoundException;
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
 * @param others those that are not as good, the best first
 */
record ChosenTransport(
    Transport transport, List<String> why, List<? extends NativeSockets> others) {
  private static final String NOT_BROUGHT = "covet-native is not in the class path";
  private static final int WHY_LENGTH_MAX = 160;

  /** The best that the mode allows and this machine has. */
  static ChosenTransport of(TransportMode mode) {
    return mode == TransportMode.NIO ? nio(List.of()) : of(mode, brought());
  }

  /** The first of these that the mode allows and this machine has. */
  static ChosenTransport of(TransportMode mode, List<? extends NativeSockets> brought) {
    return first(brought.stream().filter(each -> mode.allows(each.name())).toList(), List.of());
  }

  private static ChosenTransport first(List<? extends NativeSockets> line, List<String> before) {
    var why = new ArrayList<>(before);
    for (var i = 0; i < line.size(); i++) {
      var each = line.get(i);
      var missing = missing(each);
      if (missing == null) {
        return new ChosenTransport(each.transport(), why, line.subList(i + 1, line.size()));
      }
      why.add(each.name() + ": " + clause(missing));
    }
    return nio(why.isEmpty() ? List.of(NOT_BROUGHT) : why);
  }

  private static ChosenTransport nio(List<String> why) {
    return new ChosenTransport(Transport.nio(), why, List.of());
  }

  /** What is left if this one fails after all: the machine has it, but not enough of it. */
  ChosenTransport next(Throwable failure) {
    var said = new ArrayList<>(why);
    said.add(transport.name() + ": " + clause(failure));
    return first(others, said);
  }

  /** Whether there is no other. */
  boolean isLast() {
    return transport.name().equals(TransportMode.NIO.text());
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
    if (cause instanceof FileNotFoundException) return "no " + line + " in the class path";
    return line.length() <= WHY_LENGTH_MAX ? line : line.substring(0, WHY_LENGTH_MAX) + "...";
  }

  /** For the start line: its name, and in brackets why it is no better one. */
  String described() {
    return transport.name() + (why.isEmpty() ? "" : " (" + String.join("; ", why) + ")");
  }
}

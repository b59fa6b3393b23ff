package dev.covet.data.postgres;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which server a connection has to lead to: {@code target_session_attrs} of libpq (PostgreSQL's
 * documentation, 34.1.2).
 */
enum SessionKind {
  /** Whichever. */
  ANY,
  /** One that takes writes. */
  READ_WRITE,
  /** One that takes none. */
  READ_ONLY,
  /** One that follows no other. */
  PRIMARY,
  /** One that follows another. */
  STANDBY,
  /** One that follows another if there is one, else whichever. */
  PREFER_STANDBY;

  static Optional<SessionKind> of(String text) {
    return Stream.of(values()).filter(each -> each.text().equals(text)).findFirst();
  }

  /** All of them, as URLs have them. */
  static String all() {
    return Stream.of(values()).map(SessionKind::text).collect(Collectors.joining(", "));
  }

  /** As URLs have it: {@code read-write}. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a server will do. */
  boolean fits(boolean follows, boolean isReadOnly) {
    return switch (this) {
      case ANY -> true;
      case READ_WRITE -> !isReadOnly;
      case READ_ONLY -> isReadOnly;
      case PRIMARY -> !follows;
      case STANDBY, PREFER_STANDBY -> follows;
    };
  }

  /** What takes the place of this if no server will do. */
  Optional<SessionKind> otherwise() {
    return this == PREFER_STANDBY ? Optional.of(ANY) : Optional.empty();
  }

  /** Whether it is one server at a time, so that the next connection leads there, too. */
  boolean isOfOne() {
    return this == READ_WRITE || this == PRIMARY;
  }
}

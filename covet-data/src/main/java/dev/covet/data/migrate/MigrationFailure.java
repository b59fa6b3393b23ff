package dev.covet.data.migrate;

import java.util.List;

/** What keeps migrations from being applied, in words for whoever runs them. */
final class MigrationFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MigrationFailure(String message) {
    super(message);
  }

  MigrationFailure(List<String> lines) {
    super(String.join("\n", lines));
  }

  MigrationFailure(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.covet.front;

import dev.covet.test.TestDatabase;

/** Where rows are kept, which must make no difference to clients. */
enum Kept {
  SQLITE,
  POSTGRESQL;

  TestDatabase database() {
    return switch (this) {
      case SQLITE -> TestDatabase.memory();
      case POSTGRESQL -> TestDatabase.postgres();
    };
  }
}

package dev.covet.web.docs;

import dev.covet.schema.Operation;
import dev.covet.schema.Schema;

/** A body, and the side it is seen from. */
record Shown(Schema schema, Side side) {
  /** The body of an operation's errors. */
  static Shown error(Operation operation) {
    var own = operation.errorBody();
    return own == null
        ? new Shown(ErrorSchemas.ENVELOPE.ref(), Side.ERROR)
        : new Shown(own, Side.OUTPUT);
  }
}

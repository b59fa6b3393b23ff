package dev.covet.web.docs;

import dev.covet.schema.Operation;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;

/** From which side an object is seen: one record has a schema for each side where they differ. */
enum Side {
  /** As a client sends it: no read-only properties. */
  INPUT,
  /** As a client gets it: no write-only properties, and all others are there. */
  OUTPUT,
  /** As an error's built-in body has it: optional properties may be absent. */
  ERROR,
  /** As a client changes it: as it sends it, nothing required. */
  CHANGES,
  /** As a client gets changes: as it gets the object, nothing required. */
  SHOWN_CHANGES;

  /** The side from which what is sent to an operation is seen: what goes to a webhook we give. */
  static Side ofRequest(Operation operation) {
    return operation.webhook() ? OUTPUT : INPUT;
  }

  /** The side from which what an operation answers is seen. */
  static Side ofResponse(Operation operation) {
    return operation.webhook() ? INPUT : OUTPUT;
  }

  boolean shows(Property property) {
    return switch (this) {
      case OUTPUT, ERROR -> !property.writeOnly();
      case SHOWN_CHANGES -> !property.writeOnly() && isChanged(property);
      case INPUT -> !property.readOnly();
      case CHANGES -> isChanged(property);
    };
  }

  private static boolean isChanged(Property property) {
    return !property.readOnly() && !property.key();
  }

  boolean requires(Property property) {
    return switch (this) {
      case INPUT, ERROR -> property.required();
      case OUTPUT -> !property.change();
      case CHANGES, SHOWN_CHANGES -> false;
    };
  }

  /** The side from which a property's own objects are seen: changes replace them whole. */
  Side within() {
    return switch (this) {
      case CHANGES -> INPUT;
      case SHOWN_CHANGES -> OUTPUT;
      case INPUT, OUTPUT, ERROR -> this;
    };
  }

  /** The side from which changes are seen where a value with them is. */
  Side changes() {
    return this == INPUT || this == CHANGES ? CHANGES : SHOWN_CHANGES;
  }

  /** Whether a client gets it, and finds all that is shown. */
  boolean isAnswer() {
    return this == OUTPUT || this == SHOWN_CHANGES;
  }

  /** A body, and the side it is seen from. */
  record Shown(Schema schema, Side side) {
    /** The body of an operation's errors. */
    static Shown error(Operation operation) {
      var own = operation.errorBody();
      return own == null ? new Shown(ErrorSchemas.ENVELOPE.ref(), ERROR) : new Shown(own, OUTPUT);
    }
  }
}

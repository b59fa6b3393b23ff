package dev.covet.schema;

import org.jspecify.annotations.Nullable;

/**
 * One property of an object.
 *
 * @param name the name in JSON
 * @param required whether input without it is refused; answers always hold what they may show
 * @param change whether it is one of changes: where it is not to be changed it is absent, from
 *     answers too
 * @param readOnly never read from input
 * @param writeOnly never written to an answer
 * @param key whether it is given to what is new, and is never read in changes
 * @param remarks its Javadoc, and what else documents say of it
 * @param defaultJson what input without it means, as JSON text; null where there is no such value
 */
public record Property(
    String name,
    Schema schema,
    boolean required,
    boolean change,
    boolean readOnly,
    boolean writeOnly,
    boolean key,
    Remarks remarks,
    @Nullable String defaultJson)
    implements Remarked<Property> {

  /** A required property that is both read and written. */
  public static Property of(String name, Schema schema) {
    return new Property(name, schema, true, false, false, false, false, Remarks.NONE, null);
  }

  /** This, and input may leave it out. */
  public Property asOptional() {
    return new Property(
        name, schema, false, change, readOnly, writeOnly, key, remarks, defaultJson);
  }

  /** This as one of changes, which may be absent. */
  public Property asChange() {
    return new Property(name, schema, false, true, readOnly, writeOnly, key, remarks, defaultJson);
  }

  /** This, never read from input. */
  public Property asReadOnly() {
    return new Property(name, schema, required, change, true, writeOnly, key, remarks, defaultJson);
  }

  /** This, never written to an answer. */
  public Property asWriteOnly() {
    return new Property(name, schema, required, change, readOnly, true, key, remarks, defaultJson);
  }

  /** This, read for what is new, and never in changes. */
  public Property asKey() {
    return new Property(
        name, schema, required, change, readOnly, writeOnly, true, remarks, defaultJson);
  }

  @Override
  public Property with(Remarks other) {
    return new Property(
        name, schema, required, change, readOnly, writeOnly, key, other, defaultJson);
  }

  /**
   * This, and input without it means the given value.
   *
   * @param json the value as JSON text, for example {@code "\"TODO\""}
   */
  public Property withDefault(String json) {
    return new Property(name, schema, false, change, readOnly, writeOnly, key, remarks, json);
  }
}

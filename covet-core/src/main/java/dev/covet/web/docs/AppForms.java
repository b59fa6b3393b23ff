package dev.covet.web.docs;

import dev.covet.base.json.Codec;
import dev.covet.schema.CallerAccess;
import dev.covet.schema.Schema;
import dev.covet.web.auth.SecurityScheme;
import dev.covet.web.error.Envelope;
import dev.covet.web.error.ErrorBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an app reads the values of its types and writes its errors: what examples are made and tried
 * by.
 */
public interface AppForms {
  /** Of no app: nothing is known of types, and errors look as they usually do. */
  AppForms NONE = new AppForms() {};

  /** What reads a type as clients send it, by its Java name; null if that is not known. */
  default @Nullable Codec<?> input(String type) {
    return null;
  }

  /** What reads a type as clients get it, by its Java name; null if that is not known. */
  default @Nullable Codec<?> output(String type) {
    return null;
  }

  /**
   * The ways to sign in that a rule asks for, each with all credentials that it takes; those of
   * every principal if it names none.
   */
  default List<List<SecurityScheme>> signIns(CallerAccess rule) {
    return List.of();
  }

  /**
   * How errors look; null if that is not known.
   *
   * @param body the schema of their body; null for the usual one
   */
  default @Nullable ErrorBody errors(@Nullable Schema body) {
    return body == null ? new Envelope() : null;
  }
}

package dev.covet.processor.model.service;

import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.model.type.Where;
import dev.covet.schema.Remarks;
import java.util.List;

/**
 * A parameter of a handler, a provider or a constructor.
 *
 * <p>A record whose source is the query (or a form) is bound component by component, each by its
 * own name.
 *
 * @param name in Java
 * @param wireName what clients call it: the path variable, the query parameter, the header
 * @param aliases what clients may call it, too
 * @param orForm whether the body may be a form in the place of JSON
 * @param key what is asked of the app; meaningful for {@link ValueSource#PROVIDED} alone
 * @param remarks the text of its {@code @param}; examples as the source has them
 */
public record ParameterModel(
    String name,
    String wireName,
    List<String> aliases,
    ValueSource source,
    boolean orForm,
    ValueModel value,
    DefaultModel fallback,
    KeyModel key,
    Remarks remarks,
    Where where) {
  /** Copies the list. */
  public ParameterModel {
    aliases = List.copyOf(aliases);
  }

  /** This, from elsewhere. */
  public ParameterModel from(ValueSource other) {
    return new ParameterModel(
        name, wireName, aliases, other, orForm, value, fallback, key, remarks, where);
  }

  /** Whether a client must send it. */
  public boolean required() {
    return !value.nullable()
        && fallback instanceof DefaultModel.None
        && !(value.type() instanceof TypeModel.OptionalOf);
  }

  /** Whether a request without a body is refused, where this is read from it; bytes may be none. */
  public boolean bodyRequired() {
    return required() && value.isJson();
  }
}

package dev.covet.base.codec;

import dev.covet.base.json.Codec;
import java.util.LinkedHashMap;

/**
 * The codecs of enums by the names of their constants, one for each class, made when first asked.
 */
final class EnumChoices extends ClassValue<Codec<?>> {
  private static final EnumChoices ALL = new EnumChoices();

  private EnumChoices() {}

  @SuppressWarnings("unchecked") // what is kept for a class is made of its constants
  static <E extends Enum<E>> Codec<E> of(Class<E> type) {
    return (Codec<E>) ALL.get(type);
  }

  @Override
  protected Codec<?> computeValue(Class<?> type) {
    var constants = type.getEnumConstants();
    if (constants == null) {
      throw new IllegalArgumentException(type.getName() + " is not an enum");
    }
    var byText = new LinkedHashMap<String, Object>();
    for (var constant : constants) {
      byText.put(((Enum<?>) constant).name(), constant);
    }
    return new Choice<>(type.getTypeName().replace('$', '.'), "", byText);
  }
}

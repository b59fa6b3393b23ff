package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import java.util.function.Function;

/** Writes the codecs of what holds other values: {@code Codecs.map(Codecs.STRING, Codecs.INT)}. */
public final class HeldCode {
  private static final String CODECS = "`dev.covet.base.codec.Codecs`";
  private static final String HELD = "`dev.covet.base.codec.HeldCodecs`";

  private HeldCode() {}

  /**
   * The codec of a type with parts.
   *
   * @param codec that of a part, which is not null for it
   */
  public static String of(TypeModel type, Function<ValueModel, String> codec) {
    return of(type, codec, codec);
  }

  /**
   * The same.
   *
   * @param key that of a map's key
   * @param codec that of any other part
   */
  static String of(
      TypeModel type, Function<ValueModel, String> key, Function<ValueModel, String> codec) {
    return switch (type) {
      case TypeModel.ListOf(var element) -> CODECS + ".list(" + orNull(element, codec) + ")";
      case TypeModel.ManyOf(var form, var element) when form == TypeModel.Form.ARRAY ->
          array(element, orNull(element, codec));
      case TypeModel.ManyOf(var form, var element) ->
          call(
              switch (form) {
                case COLLECTION -> "collection";
                case SEQUENCED_COLLECTION -> "sequencedCollection";
                case SET -> "set";
                case SEQUENCED_SET -> "sequencedSet";
                case ARRAY -> throw new IllegalArgumentException("an array is none of them");
              },
              orNull(element, codec));
      case TypeModel.MapOf(var sequenced, var name, var value) ->
          call(sequenced ? "sequencedMap" : "map", key.apply(name) + ", " + orNull(value, codec));
      case TypeModel.OptionalOf(var value) -> call("optional", codec.apply(value));
      default -> throw new IllegalArgumentException(type.source() + " holds nothing");
    };
  }

  private static String call(String method, String arguments) {
    return "%s.%s(%s)".formatted(HELD, method, arguments);
  }

  private static String array(ValueModel element, String codec) {
    return JavaCode.primitive(element.type())
        ? call(element.type().source() + "s", codec)
        : call("array", "%s, %s[]::new".formatted(codec, JavaCode.type(element.type())));
  }

  /** The codec of a list's element, which is the one of the list's readers and writers, too. */
  static String orNull(ValueModel value, Function<ValueModel, String> codec) {
    return value.nullable() ? call("orNull", codec.apply(value)) : codec.apply(value);
  }

  /** What nothing holds, as a Java expression: an empty list, map, array or option. */
  static String empty(TypeModel type) {
    return switch (type) {
      case TypeModel.ManyOf(var form, var element) ->
          switch (form) {
            case COLLECTION, SEQUENCED_COLLECTION -> "`java.util.List`.of()";
            case SET -> "`java.util.Set`.of()";
            case SEQUENCED_SET -> call("emptySet", "");
            case ARRAY -> "new %s[0]".formatted(JavaCode.type(element.type()));
          };
      case TypeModel.MapOf(var sequenced, var _, var _) ->
          sequenced ? call("emptyMap", "") : "`java.util.Map`.of()";
      case TypeModel.OptionalOf _ -> "`java.util.Optional`.empty()";
      default -> "`java.util.List`.of()";
    };
  }
}

package dev.covet.processor.emit.bind;

import dev.covet.processor.emit.codec.HeldCode;
import dev.covet.processor.emit.codec.ValueCode;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;

/** Writes the names of codecs: {@code HeroCodec.INPUT}, {@code Codecs.list(HeroCodec.OUTPUT)}. */
public record CodecCode(Constants constants) {
  private static final String CODECS = "`dev.covet.base.codec.Codecs`";

  /** The codec of a body, which also checks what limits it. */
  public String input(ValueModel value) {
    return hoisted(value.inner(), ValueCode.INPUT);
  }

  /** The codec of an answer, which checks what limits it where answers are checked. */
  public String output(ValueModel value) {
    return hoisted(value.inner(), ValueCode.OUTPUT);
  }

  /** One that is made of others is a constant. */
  private String hoisted(ValueModel value, ValueCode view) {
    var expression = of(value, view);
    return isMade(value)
        ? constants.of(
            name(value.type()),
            "`dev.covet.base.json.Codec`<" + JavaCode.reference(ValueModel.of(value.type())) + ">",
            expression)
        : expression;
  }

  private static boolean isMade(ValueModel value) {
    return switch (value.type()) {
      case TypeModel.ListOf _, TypeModel.ManyOf _, TypeModel.MapOf _ -> true;
      case TypeModel.EnumType(var _, var foreign) when foreign -> true;
      case TypeModel.OptionalOf(var inner) when isMade(inner) -> true;
      default -> value.isLimitedItself();
    };
  }

  private String of(ValueModel value, ValueCode view) {
    var codec = of(value.type(), view);
    return value.isLimitedItself() ? checking(codec, value) : codec;
  }

  private String checking(String codec, ValueModel own) {
    return constants
        .checks()
        .only(own, "at", "value")
        .map(call -> "%s.checked(%s, (at, value) -> %s)".formatted(CODECS, codec, call))
        .orElseGet(() ->
            "%s.checked(\n    %s,\n    (at, value) -> {\n%s\n    })"
                .formatted(
                    CODECS,
                    codec,
                    constants.checks().statements(own, "at", "value").indent(6).stripTrailing()));
  }

  /** As {@link ValueCode} has it, with the checks of what it holds. */
  private String of(TypeModel type, ValueCode view) {
    return switch (type) {
      case TypeModel.ListOf _, TypeModel.ManyOf _, TypeModel.MapOf _ ->
          HeldCode.of(type, part -> of(part, view));
      case TypeModel.OptionalOf(var inner) -> of(inner.type(), view);
      default -> view.codec(type);
    };
  }

  private static String name(TypeModel type) {
    return switch (type) {
      case TypeModel.Scalar(ScalarKind kind, var _) -> kind.name();
      case TypeModel.EnumType(var name, var _) -> name.constant();
      case TypeModel.ValueClass(var name, var _, var _) -> name.constant();
      case TypeModel.RecordType(var name) -> name.constant();
      case TypeModel.SealedType(var name) -> name.constant();
      case TypeModel.Changes(var of) -> "CHANGES_OF_" + of.constant();
      case TypeModel.ListOf(var element) -> "LIST_OF_" + name(element.type());
      case TypeModel.ManyOf(var form, var element) -> form.name() + "_OF_" + name(element.type());
      case TypeModel.MapOf(var _, var _, var value) -> "MAP_OF_" + name(value.type());
      case TypeModel.OptionalOf(var inner) -> name(inner.type());
      case TypeModel.Coded coded -> coded.constant();
      case TypeModel.Ready ready -> ready.name();
      case TypeModel.Bytes _ -> "BYTES";
      case TypeModel.Stream _, TypeModel.Upload _, TypeModel.Other _, TypeModel.Unresolved _ ->
          "VALUE";
    };
  }
}

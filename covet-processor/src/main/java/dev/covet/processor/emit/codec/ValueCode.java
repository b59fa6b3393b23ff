package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;

/**
 * Writes expressions that read and write one value.
 *
 * @param view how codecs of records are asked for: {@code of(view)}, {@code INPUT}
 */
public record ValueCode(String view) {
  private static final String CODECS = "`dev.covet.base.codec.Codecs`";

  /** In a method with the parameter {@code view}. */
  static final ValueCode BY_VIEW = new ValueCode("of(view)");

  /** For what clients send. */
  public static final ValueCode INPUT = new ValueCode("INPUT");

  /** For what clients get. */
  public static final ValueCode OUTPUT = new ValueCode("OUTPUT");

  /** For all components. */
  public static final ValueCode STORED = new ValueCode("STORED");

  /** The codec of a type, without constraints. */
  public String codec(TypeModel type) {
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) -> CODECS + "." + kind.name();
      case TypeModel.EnumType choice -> choice(choice);
      case TypeModel.ValueClass(var name, var _, var _) -> codec(name) + ".CODEC";
      case TypeModel.RecordType(var name) -> codec(name) + "." + view;
      case TypeModel.SealedType(var name) -> codec(name) + "." + view;
      case TypeModel.Changes(var name) -> codec(name) + changes();
      case TypeModel.Coded coded -> coded(coded);
      case TypeModel.Ready ready -> ready(ready);
      case TypeModel.ListOf _, TypeModel.ManyOf _, TypeModel.MapOf _, TypeModel.OptionalOf _ ->
          HeldCode.of(type, part -> codec(part.type()));
      case TypeModel.Bytes _ -> CODECS + ".BYTES";
      case TypeModel.Stream _, TypeModel.Upload _, TypeModel.Other _, TypeModel.Unresolved _ ->
          throw new IllegalArgumentException("no codec for " + type.source());
    };
  }

  private String changes() {
    return switch (view) {
      case "INPUT", "STORED" -> ".CHANGES";
      case "OUTPUT" -> ".CHANGES_OUTPUT";
      default -> ".changes(view)";
    };
  }

  /** The codec of an enum. */
  public static String choice(TypeModel.EnumType type) {
    return type.foreign()
        ? "%s.choice(%s.class)".formatted(CODECS, JavaCode.type(type.name()))
        : codec(type.name()) + ".CODEC";
  }

  /** The codec that somebody provides, or that of a table's order. */
  public static String coded(TypeModel.Coded type) {
    return type.isSort()
        ? "`dev.covet.data.table.SortCodec`.of(%s.%s)"
            .formatted(JavaCode.type(type.owner().generated("Table")), type.owner().constant())
        : JavaCode.type(type.holder()) + "." + type.constant();
  }

  /** The codec of a value of Covet's own. */
  public static String ready(TypeModel.Ready type) {
    return CODECS + "." + type.name();
  }

  /** The class that a codec of a record or an enum is in. */
  public static String codec(TypeName name) {
    return JavaCode.type(name.generated("Codec"));
  }

  /**
   * The expression that reads a value.
   *
   * @param element the codec of its elements, if it is a list; its own, if it holds values else
   */
  String read(TypeModel type, String element) {
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) when isReaders(kind) -> "in.read" + kind.word() + "()";
      case TypeModel.ListOf _ -> CODECS + ".readList(in, " + element + ")";
      case TypeModel.ManyOf _, TypeModel.MapOf _, TypeModel.OptionalOf _ -> element + ".read(in)";
      default -> codec(type) + ".read(in)";
    };
  }

  /** Whether the reader has a method for it, as for whatever may be a primitive. */
  private static boolean isReaders(ScalarKind kind) {
    return kind.primitive() || kind == ScalarKind.DECIMAL || kind == ScalarKind.STRING;
  }

  /** Whether the writer has a method for it. */
  private static boolean isWriters(ScalarKind kind) {
    return switch (kind) {
      case BOOLEAN, INT, LONG, DOUBLE, DECIMAL, STRING, UUID, DATE, INSTANT -> true;
      default -> false;
    };
  }

  /**
   * The statement that writes a field.
   *
   * @param element the codec of its elements, if it is a list; its own, if it holds values else
   */
  String write(CodecField field, String element, String value) {
    var key = field.constant();
    return switch (field.type()) {
      case TypeModel.Scalar(var kind, var _) when isWriters(kind) ->
          "out.field(%s, %s);".formatted(key, value);
      case TypeModel.ListOf _ -> "out.list(%s, %s, %s);".formatted(key, element, value);
      case TypeModel.ManyOf _, TypeModel.MapOf _, TypeModel.OptionalOf _ ->
          "out.field(%s, %s, %s);".formatted(key, element, value);
      default -> "out.field(%s, %s, %s);".formatted(key, codec(field.type()), value);
    };
  }
}

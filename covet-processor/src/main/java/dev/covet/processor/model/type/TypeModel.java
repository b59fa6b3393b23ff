package dev.covet.processor.model.type;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A type, as far as Covet tells types apart; nullness is told by the place where it stands.
 *
 * <p>One idea: the closed list of all types, with what each of them can be.
 */
public sealed interface TypeModel {

  /** The type as generated code writes it, fully qualified: {@code java.util.List<heroes.Hero>}. */
  String source();

  /**
   * One value: a number, a text, a date.
   *
   * @param boxed whether it is the class of a primitive; false for kinds without one
   */
  record Scalar(ScalarKind kind, boolean boxed) implements TypeModel {
    @Override
    public String source() {
      return boxed ? kind.reference() : kind.plain();
    }
  }

  /**
   * An enum; the model of the compilation has its constants.
   *
   * @param foreign whether nothing is generated for it, as for one of the JDK
   */
  record EnumType(TypeName name, boolean foreign) implements TypeModel {
    @Override
    public String source() {
      return name.qualified();
    }
  }

  /** A {@code java.util.List}. */
  record ListOf(ValueModel element) implements TypeModel {
    @Override
    public String source() {
      return "java.util.List<" + element.type().reference() + ">";
    }
  }

  /** Several values of one type in something else than a list. */
  record ManyOf(Form form, ValueModel element) implements TypeModel {
    @Override
    public String source() {
      return form == Form.ARRAY
          ? element.type().source() + "[]"
          : form.type + "<" + element.type().reference() + ">";
    }
  }

  /** What several values stand in. */
  enum Form {
    /** {@code java.util.Collection}: as it is with lists, but for the type. */
    COLLECTION("java.util.Collection"),
    /** {@code java.util.SequencedCollection}, likewise. */
    SEQUENCED_COLLECTION("java.util.SequencedCollection"),
    /** {@code java.util.Set}, which keeps the order of what was read. */
    SET("java.util.Set"),
    /** {@code java.util.SequencedSet}. */
    SEQUENCED_SET("java.util.SequencedSet"),
    /** An array. */
    ARRAY("");

    private final String type;

    Form(String type) {
      this.type = type;
    }

    /** The form that a class is, by its name. */
    public static Optional<Form> of(String name) {
      return Arrays.stream(values())
          .filter(each -> each != ARRAY && each.type.equals(name))
          .findFirst();
    }

    /** The qualified name of the class; empty for an array. */
    public String type() {
      return type;
    }

    /** Whether no value is there twice. */
    public boolean unique() {
      return this == SET || this == SEQUENCED_SET;
    }
  }

  /**
   * A {@code java.util.Map}, which keeps the order of what was read.
   *
   * @param sequenced whether the type says so: {@code java.util.SequencedMap}
   */
  record MapOf(boolean sequenced, ValueModel key, ValueModel value) implements TypeModel {
    @Override
    public String source() {
      return "%s<%s, %s>".formatted(type(), key.type().reference(), value.type().reference());
    }

    /** Whether any text is a key. */
    public boolean isByName() {
      return !key.nullable()
          && key.type() instanceof Scalar(var kind, var _)
          && kind == ScalarKind.STRING;
    }

    /** The qualified name of the class. */
    public String type() {
      return sequenced ? "java.util.SequencedMap" : "java.util.Map";
    }
  }

  /** A {@code java.util.Optional}. */
  record OptionalOf(ValueModel value) implements TypeModel {
    @Override
    public String source() {
      return "java.util.Optional<" + value.type().reference() + ">";
    }
  }

  /** A record, or a generic one with its types; the model of the compilation says what it holds. */
  record RecordType(TypeName name) implements TypeModel {
    @Override
    public String source() {
      return name.source();
    }
  }

  /**
   * A sealed interface of records, or a generic one with its types; the model of the compilation
   * has these.
   */
  record SealedType(TypeName name) implements TypeModel {
    @Override
    public String source() {
      return name.source();
    }
  }

  /**
   * A record with {@code @Scalar}, which to all others is what its component is.
   *
   * @param value the component, with its constraints; always a {@link Scalar}
   * @param component its name
   */
  record ValueClass(TypeName name, ValueModel value, String component) implements TypeModel {
    /** What it is to all others. */
    public Scalar scalar() {
      return (Scalar) value.type();
    }

    @Override
    public String source() {
      return name.qualified();
    }
  }

  /** {@code Changes<T>} of a record. */
  record Changes(TypeName of) implements TypeModel {
    @Override
    public String source() {
      return "dev.covet.api.Changes<" + of.source() + ">";
    }
  }

  /**
   * A type whose codec a method with {@code @Provides} gives, or the {@code Sort} of a table.
   *
   * @param owner the class of the method; of a sort the table's record
   * @param method its name; empty for a sort
   */
  record Coded(String source, TypeName owner, String method) implements TypeModel {
    /** The order of a table's rows. */
    public static Coded sort(String source, TypeName table) {
      return new Coded(source, table, "");
    }

    /** Whether it is the order of a table's rows. */
    public boolean isSort() {
      return method.isEmpty();
    }

    /** The class in which generated code keeps the codec. */
    public TypeName holder() {
      return owner.generated("Codecs");
    }

    /** The constant there; of a sort the one of the class that asks for it. */
    public String constant() {
      return isSort()
          ? "SORT_OF_" + owner.constant()
          : Naming.SNAKE_CASE.of(method).toUpperCase(Locale.ROOT);
    }
  }

  /** A value of Covet's own whose codec is ready: any JSON, or a problem. */
  enum Ready implements TypeModel {
    /** {@code JsonValue}. */
    VALUE("dev.covet.api.JsonValue"),
    /** {@code Problem}. */
    PROBLEM("dev.covet.api.Problem");

    private final String source;

    Ready(String source) {
      this.source = source;
    }

    /** The one that a class is, by its name. */
    public static Optional<Ready> of(String name) {
      return Arrays.stream(values()).filter(each -> each.source.equals(name)).findFirst();
    }

    @Override
    public String source() {
      return source;
    }
  }

  /** {@code byte[]}: the bytes of a body, or base64 within JSON. */
  record Bytes() implements TypeModel {
    @Override
    public String source() {
      return "byte[]";
    }
  }

  /** {@code InputStream}, the bytes of a body while they come. */
  record Stream() implements TypeModel {
    @Override
    public String source() {
      return "java.io.InputStream";
    }
  }

  /** {@code Upload}, a file in a form. */
  record Upload() implements TypeModel {
    @Override
    public String source() {
      return "dev.covet.web.http.Upload";
    }
  }

  /**
   * Any other class or interface: a service, or a type that has no codec.
   *
   * @param source its full generic type
   * @param erased its name without type arguments
   */
  record Other(String source, String erased) implements TypeModel {}

  /** A type that the compiler does not find; javac says so, nobody else does. */
  record Unresolved(String source) implements TypeModel {}

  /** Whether there is a codec for it; one without was reported. */
  default boolean hasCodec() {
    return switch (this) {
      case Scalar _,
          EnumType _,
          ValueClass _,
          RecordType _,
          SealedType _,
          Coded _,
          Changes _,
          Ready _,
          Bytes _ ->
          true;
      case ListOf(var element) -> element.type().canBePart();
      case ManyOf(var form, var element) ->
          element.type().canBePart() && (form != Form.ARRAY || element.type().canBeInArray());
      case MapOf(var _, var key, var value) -> key.type().canBeKey() && value.type().canBePart();
      case OptionalOf(var value) -> value.type().canBePart();
      case Stream _, Upload _, Other _, Unresolved _ -> false;
    };
  }

  /** Whether a value may be a text that no database holds. */
  default boolean hasAnyCharacter() {
    return switch (this) {
      case Scalar(var kind, var _) -> kind.hasAnyCharacter();
      case ValueClass(var _, var value, var _) -> value.type().hasAnyCharacter();
      default -> false;
    };
  }

  /** Whether a codec of several values, or of one that may be missing, can hold it. */
  default boolean canBePart() {
    return hasCodec() && !(this instanceof OptionalOf);
  }

  /** Whether its values are told by a text that all may see, such as a map's keys in JSON. */
  default boolean canBeKey() {
    return switch (this) {
      case Scalar _, ValueClass _ -> !isSecret();
      case EnumType _ -> true;
      default -> false;
    };
  }

  /** Whether there is a codec for arrays of it: Java makes none of types with arguments. */
  default boolean canBeInArray() {
    return switch (this) {
      case Scalar(var kind, var boxed) ->
          boxed || !kind.primitive() || ScalarKind.ARRAYS.contains(kind);
      case EnumType _, ValueClass _, RecordType _, SealedType _, Coded _, Ready _ -> !isGeneric();
      default -> false;
    };
  }

  /** What it holds, be it several values or one: the element of a list, the key of a map. */
  default List<ValueModel> parts() {
    return switch (this) {
      case ListOf(var element) -> List.of(element);
      case ManyOf(var _, var element) -> List.of(element);
      case MapOf(var _, var key, var value) -> List.of(key, value);
      case OptionalOf(var value) -> List.of(value);
      default -> List.of();
    };
  }

  /** Each of the values that a request has of one name, where it is a list of them or the like. */
  default Optional<ValueModel> several() {
    return switch (this) {
      case ListOf(var element) -> Optional.of(element);
      case ManyOf(var form, var element) when form != Form.ARRAY || element.type().canBeInArray() ->
          Optional.of(element);
      default -> Optional.empty();
    };
  }

  /** Whether it is an array, be it of bytes or not. */
  default boolean isArray() {
    return this instanceof Bytes || (this instanceof ManyOf(var form, var _) && form == Form.ARRAY);
  }

  /** Whether nothing in it is there twice. */
  default boolean isSet() {
    return this instanceof ManyOf(var form, var _) && form.unique();
  }

  /** Whether it holds a number of values, none included. */
  default boolean isSized() {
    return this instanceof ListOf || this instanceof ManyOf || this instanceof MapOf;
  }

  /** Whether the compiler cannot tell by a value that it is of the type. */
  default boolean isGeneric() {
    return source().contains("<");
  }

  /** Whether it is a {@code Secret}, or holds some: as elements, as values of a map. */
  default boolean isSecret() {
    return switch (this) {
      case Scalar(var kind, var _) -> kind == ScalarKind.SECRET;
      case ValueClass(var _, var value, var _) -> value.type().isSecret();
      default -> parts().stream().anyMatch(each -> each.type().isSecret());
    };
  }

  /** The type as a type argument: {@link #source}, boxed where it is a primitive. */
  default String reference() {
    return this instanceof Scalar(var kind, var _) ? kind.reference() : source();
  }

  /** What the classes that it is, or holds, are called, without type arguments; no scalars. */
  default List<String> classes() {
    return switch (this) {
      case RecordType(var name) -> List.of(name.qualified());
      case SealedType(var name) -> List.of(name.qualified());
      case EnumType(var name, var _) -> List.of(name.qualified());
      case ValueClass(var name, var _, var _) -> List.of(name.qualified());
      case Other(var _, var erased) -> List.of(erased);
      default -> parts().stream().flatMap(each -> each.type().classes().stream()).toList();
    };
  }

  /**
   * The record, or the sealed type, that this is, changes, or holds: in a list, a map, an option.
   */
  default Optional<TypeName> record() {
    return switch (this) {
      case RecordType(var name) -> Optional.of(name);
      case SealedType(var name) -> Optional.of(name);
      case Changes(var of) -> Optional.of(of);
      default -> parts().stream().flatMap(each -> each.type().record().stream()).findFirst();
    };
  }
}

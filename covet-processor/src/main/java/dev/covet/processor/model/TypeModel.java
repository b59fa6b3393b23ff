package dev.covet.processor.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A type, as far as Covet tells types apart; nullness is told by the place where it stands. */
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
   * An enum; its constants are in {@link CompilationModel#enums}.
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

  /** A {@code java.util.Optional}. */
  record OptionalOf(ValueModel value) implements TypeModel {
    @Override
    public String source() {
      return "java.util.Optional<" + value.type().reference() + ">";
    }
  }

  /**
   * A record, or a generic one with its types; what it holds is in {@link
   * CompilationModel#records}.
   */
  record RecordType(TypeName name) implements TypeModel {
    @Override
    public String source() {
      return name.source();
    }
  }

  /**
   * A sealed interface of records, or a generic one with its types; they are in {@link
   * CompilationModel#unions}.
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
   * A type whose codec a method with {@code @Provides} gives.
   *
   * @param owner the class of the method
   * @param method its name
   */
  record Coded(String source, TypeName owner, String method) implements TypeModel {
    /** The class in which generated code keeps the codec. */
    public TypeName holder() {
      return owner.generated("Codecs");
    }

    /** The constant there. */
    public String constant() {
      return Naming.SNAKE_CASE.of(method).toUpperCase(Locale.ROOT);
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
      case ListOf(var element) -> element.type().hasCodec();
      case OptionalOf _, Stream _, Other _, Unresolved _ -> false;
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

  /** Whether the compiler cannot tell by a value that it is of the type. */
  default boolean isGeneric() {
    return source().contains("<");
  }

  /** Whether it is a {@code Secret}, or holds some as its elements. */
  default boolean isSecret() {
    return switch (this) {
      case Scalar(var kind, var _) -> kind == ScalarKind.SECRET;
      case ValueClass(var _, var value, var _) -> value.type().isSecret();
      case ListOf(var element) -> element.type().isSecret();
      case OptionalOf(var value) -> value.type().isSecret();
      case EnumType _,
          RecordType _,
          SealedType _,
          Coded _,
          Changes _,
          Ready _,
          Bytes _,
          Stream _,
          Other _,
          Unresolved _ ->
          false;
    };
  }

  /** The type as a type argument: {@link #source}, boxed where it is a primitive. */
  default String reference() {
    return this instanceof Scalar(var kind, var _) ? kind.reference() : source();
  }

  /** The record, or the sealed type, that this is, changes, or holds as a list or an option. */
  default Optional<TypeName> record() {
    return switch (this) {
      case RecordType(var name) -> Optional.of(name);
      case SealedType(var name) -> Optional.of(name);
      case Changes(var of) -> Optional.of(of);
      case ListOf(var element) -> element.type().record();
      case OptionalOf(var value) -> value.type().record();
      case Scalar _,
          EnumType _,
          ValueClass _,
          Coded _,
          Ready _,
          Bytes _,
          Stream _,
          Other _,
          Unresolved _ ->
          Optional.empty();
    };
  }
}

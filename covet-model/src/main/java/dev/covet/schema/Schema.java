package dev.covet.schema;

import java.util.List;
import java.util.function.Supplier;

/**
 * The shape of one JSON value. Direction is not part of it: a body is read by it and an answer
 * written.
 */
public sealed interface Schema {
  /** A scalar within limits. */
  record Scalar(Kind kind, List<Constraint> limits) implements Schema {
    /** Copies the limits. */
    public Scalar {
      limits = List.copyOf(limits);
    }
  }

  /**
   * One of a closed set of strings: an enum.
   *
   * @param type the Java type with its package, which tells two enums of one name apart: {@code
   *     heroes.State}
   * @param values the texts as they stand in JSON, in order of declaration
   * @param text the Javadoc; empty for none
   */
  record Choice(String type, List<String> values, String text) implements Schema {
    /** Copies the values. */
    public Choice {
      values = List.copyOf(values);
    }
  }

  /** A list whose elements all have one shape; the limits are on its size. */
  record ListOf(Schema element, List<Constraint> limits) implements Schema {
    /** Copies the limits. */
    public ListOf {
      limits = List.copyOf(limits);
    }
  }

  /**
   * An object whose names are not known before; the limits are on the number of its members.
   *
   * @param key what each name stands for: a scalar, as a text, or a choice
   */
  record MapOf(Schema key, Schema value, List<Constraint> limits) implements Schema {
    /** Copies the limits. */
    public MapOf {
      limits = List.copyOf(limits);
    }
  }

  /**
   * A named object.
   *
   * @param name the name in the document, for example {@code Hero}; always that of the target
   * @param target gives the object when asked, so that objects may refer to each other in circles
   */
  record Ref(String name, Supplier<ObjectSchema> target) implements Schema {}

  /**
   * One of several named objects: a sealed type.
   *
   * @param name the name in the document; always that of the target
   * @param target gives the choice when asked, so that its objects may hold it again
   */
  record Union(String name, Supplier<UnionSchema> target) implements Schema {}

  /** A value that fits one of several shapes at least. */
  record AnyOf(List<Schema> shapes) implements Schema {
    /** Copies the shapes. */
    public AnyOf {
      shapes = List.copyOf(shapes);
    }
  }

  /** The changes of an object: each property absent or given, none required. */
  record ChangesOf(Ref of) implements Schema {}

  /** Any JSON value. */
  record Any() implements Schema {}

  /** The value, or null. */
  record Nullable(Schema of) implements Schema {}

  /** A scalar of this kind within these limits. */
  static Schema of(Kind kind, Constraint... limits) {
    return new Scalar(kind, List.of(limits));
  }

  /**
   * One of these texts.
   *
   * @param type the Java type with its package
   * @param text the Javadoc; empty for none
   */
  static Schema choice(String type, String text, String... values) {
    return new Choice(type, List.of(values), text);
  }

  /** A list of these elements. */
  static Schema listOf(Schema element, Constraint... limits) {
    return new ListOf(element, List.of(limits));
  }

  /** An object with these keys and values. */
  static MapOf mapOf(Schema key, Schema value, Constraint... limits) {
    return new MapOf(key, value, List.of(limits));
  }

  /**
   * The object of this name.
   *
   * @param target gives the object when asked: {@code () -> HeroCodec.SCHEMA}
   */
  static Ref ref(String name, Supplier<ObjectSchema> target) {
    return new Ref(name, target);
  }

  /**
   * The choice of this name.
   *
   * @param target gives the choice when asked: {@code () -> ShapeCodec.SCHEMA}
   */
  static Union union(String name, Supplier<UnionSchema> target) {
    return new Union(name, target);
  }

  /** The changes of that object. */
  static Schema changesOf(Ref of) {
    return new ChangesOf(of);
  }

  /** A value of one of these shapes. */
  static Schema anyOf(Schema... shapes) {
    return new AnyOf(List.of(shapes));
  }

  /** Any JSON value. */
  static Schema any() {
    return new Any();
  }

  /** This, or null. */
  default Schema orNull() {
    return this instanceof Nullable ? this : new Nullable(this);
  }
}

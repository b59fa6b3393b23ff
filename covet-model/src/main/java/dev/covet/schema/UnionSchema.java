package dev.covet.schema;

import java.util.List;

/**
 * A named choice between objects, which a member of each tells apart: a sealed type.
 *
 * @param name the name in the document, for example {@code Shape}
 * @param type the Java type with its package: {@code shapes.Shape}
 * @param text the Javadoc; empty for none
 * @param discriminator name of the member that says which of them it is: {@code type}
 * @param variants what it may be, in order of declaration
 */
public record UnionSchema(
    String name, String type, String text, String discriminator, List<Variant> variants) {
  /** Copies the variants. */
  public UnionSchema {
    variants = List.copyOf(variants);
  }

  /**
   * One of the objects.
   *
   * @param tag what the discriminator says for it: {@code circle}
   * @param of the object without its tag
   */
  public record Variant(String tag, Schema.Ref of) {}

  /** A choice between these. */
  public static UnionSchema of(
      String name, String type, String discriminator, Variant... variants) {
    return new UnionSchema(name, type, "", discriminator, List.of(variants));
  }

  /** One of the objects of a choice. */
  public static Variant variant(String tag, Schema.Ref of) {
    return new Variant(tag, of);
  }

  /** This with its Javadoc. */
  public UnionSchema described(String description) {
    return new UnionSchema(name, type, description, discriminator, variants);
  }

  /** This as the shape of a value, by name. */
  public Schema.Union ref() {
    return new Schema.Union(name, () -> this);
  }
}

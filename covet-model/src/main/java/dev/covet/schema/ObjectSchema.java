package dev.covet.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named object: a record.
 *
 * @param name the name in the document, for example {@code Hero} or {@code HeroPage}
 * @param type the Java type with its package, which tells two records of one name apart: {@code
 *     heroes.Hero}
 * @param remarks its Javadoc, and what else documents say of it
 * @param strict whether input with an unknown property is refused
 * @param properties in order of declaration, flattened ones in their place
 * @param others the properties of any other name, where they are taken as a map
 */
public record ObjectSchema(
    String name,
    String type,
    Remarks remarks,
    boolean strict,
    List<Property> properties,
    Schema.@Nullable MapOf others)
    implements Remarked<ObjectSchema> {
  /** Copies the properties. */
  public ObjectSchema {
    properties = List.copyOf(properties);
  }

  /** An object with these properties. */
  public static ObjectSchema of(String name, String type, Property... properties) {
    return new ObjectSchema(name, type, Remarks.NONE, false, List.of(properties), null);
  }

  @Override
  public ObjectSchema with(Remarks other) {
    return new ObjectSchema(name, type, other, strict, properties, others);
  }

  /** This, refusing unknown properties. */
  public ObjectSchema asStrict() {
    return new ObjectSchema(name, type, remarks, true, properties, others);
  }

  /** This, told apart from others by another type. */
  public ObjectSchema ofType(String other) {
    return new ObjectSchema(name, other, remarks, strict, properties, others);
  }

  /** This, taking the properties of any other name as a map. */
  public ObjectSchema withOthers(Schema.MapOf map) {
    return new ObjectSchema(name, type, remarks, strict, properties, map);
  }

  /** This as the shape of a value, by name. */
  public Schema.Ref ref() {
    return new Schema.Ref(name, () -> this);
  }
}

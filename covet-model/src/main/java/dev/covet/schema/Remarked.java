package dev.covet.schema;

/**
 * What documents say something of, beside its shape.
 *
 * @param <T> the type itself
 */
public interface Remarked<T> {
  /** What is said. */
  Remarks remarks();

  /** This with other remarks. */
  T with(Remarks other);

  /** The Javadoc; empty for none. */
  default String text() {
    return remarks().text();
  }

  /** This with its Javadoc. */
  default T described(String description) {
    return with(remarks().described(description));
  }

  /** This, asking clients to do without it. */
  default T asDeprecated() {
    return with(remarks().asDeprecated());
  }

  /** This with examples, as JSON texts. */
  default T withExamples(String... json) {
    return with(remarks().withExamples(json));
  }
}

package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the media type of an answer: of a text, a page or bytes; of JSON, one that ends in {@code
 * +json}; of a {@code Stream} of values also {@link #JSON_LINES}.
 *
 * <p>Of several types of JSON the client gets the one that its {@code Accept} likes best, else the
 * first.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.TYPE,
  ElementType.METHOD,
  ElementType.CONSTRUCTOR,
  ElementType.PARAMETER,
  ElementType.FIELD,
  ElementType.RECORD_COMPONENT,
  ElementType.PACKAGE
})
public @interface Produces {
  /** JSON Lines: a {@code Stream} is written as one JSON value per line. */
  String JSON_LINES = "application/jsonl";

  /** The media type, such as {@code "text/csv"}; of JSON there may be several. */
  String[] value();
}

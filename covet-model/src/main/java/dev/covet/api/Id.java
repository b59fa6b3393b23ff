package dev.covet.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the component by which a row is found: the primary key. Several are one key together, which
 * is a generated record: {@code db.find(SEAT, new SeatTable.Key("A", 12))}.
 *
 * <p>It is always written. A {@code long} is 0 until the database gives one, and none is given
 * twice; a {@code UUID} is the nil UUID until {@code insert} makes one: neither is ever read from
 * input. A key of another type, such as a {@code String}, or a part of a key, is read for a new row
 * like any component and never in {@code Changes}; with {@link ReadOnly} the program alone sets it.
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
public @interface Id {}

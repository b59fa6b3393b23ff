package dev.covet.schema;

import java.math.BigDecimal;

/** One constraint on a value, as far as data can say it; rules written as code are not here. */
public sealed interface Constraint {
  /**
   * Most elements of a set, and most keys of a map, that have no order of their own, such as
   * records: of those with one hash code a hash table compares each with each.
   */
  int UNORDERED_MAX = 500;

  /**
   * The number is at least {@code value}, or above it where {@code exclusive}.
   *
   * @param value a decimal number as text: schemas are made at startup, and the first {@link
   *     BigDecimal} costs the JDK a tenth of a second
   */
  record AtLeast(String value, boolean exclusive) implements Constraint {}

  /**
   * The number is at most {@code value}, or below it where {@code exclusive}.
   *
   * @param value a decimal number as text
   */
  record AtMost(String value, boolean exclusive) implements Constraint {}

  /**
   * The text has {@code min} to {@code max} characters, or the list as many elements.
   *
   * @param max {@link Integer#MAX_VALUE} for none
   */
  record Size(int min, int max) implements Constraint {}

  /** The whole text matches the regular expression. */
  record Matches(String regex) implements Constraint {}

  /** The number has at most so many digits before and after the decimal point. */
  record Digits(int integer, int fraction) implements Constraint {}

  /** The text has at least one character that is no white space. */
  record NotBlank() implements Constraint {}

  /** The text is an e-mail address. */
  record Email() implements Constraint {}

  /** No element of the list is there twice. */
  record Unique() implements Constraint {}

  /** There is no value: it is null. */
  record Null() implements Constraint {}

  /** The boolean is this one. */
  record Is(boolean value) implements Constraint {}

  /** A limit that only words can say, in a sentence. */
  record Said(String sentence) implements Constraint {}

  /**
   * At least {@code value}.
   *
   * @param value a decimal number as text, for example {@code "0"} or {@code "0.01"}
   */
  static Constraint atLeast(String value) {
    return new AtLeast(value, false);
  }

  /** More than {@code value}, a decimal number as text. */
  static Constraint above(String value) {
    return new AtLeast(value, true);
  }

  /** At most {@code value}, a decimal number as text. */
  static Constraint atMost(String value) {
    return new AtMost(value, false);
  }

  /** Less than {@code value}, a decimal number as text. */
  static Constraint below(String value) {
    return new AtMost(value, true);
  }

  /** From {@code min} to {@code max} characters or elements. */
  static Constraint size(int min, int max) {
    return new Size(min, max);
  }

  /** At least one character or element. */
  static Constraint notEmpty() {
    return new Size(1, Integer.MAX_VALUE);
  }

  /** At least one character that is no white space. */
  static Constraint notBlank() {
    return new NotBlank();
  }

  /** The whole text matches {@code regex}. */
  static Constraint matches(String regex) {
    return new Matches(regex);
  }

  /** At most so many digits before and after the decimal point. */
  static Constraint digits(int integer, int fraction) {
    return new Digits(integer, fraction);
  }

  /** At most {@link #UNORDERED_MAX} elements, or members. */
  static Constraint unordered() {
    return new Size(0, UNORDERED_MAX);
  }

  /** No element twice. */
  static Constraint unique() {
    return new Unique();
  }

  /** No value but null. */
  static Constraint isNull() {
    return new Null();
  }

  /** This boolean and not the other one. */
  static Constraint is(boolean value) {
    return new Is(value);
  }

  /** What only words can say, in a sentence. */
  static Constraint said(String sentence) {
    return new Said(sentence);
  }

  /** An e-mail address. */
  static Constraint email() {
    return new Email();
  }
}

package dev.covet.processor.model.type;

/** What a value is when it is absent: what {@code @Default} says. */
public sealed interface DefaultModel {

  /** There is no {@code @Default}. */
  record None() implements DefaultModel {}

  /** {@code @Default} alone: the empty text or list. */
  record Empty() implements DefaultModel {}

  /** {@code @Default("1")}: the text as it would stand in a query; for an enum its constant. */
  record Text(String text) implements DefaultModel {}
}

package dev.covet.base.codec;

/** Which components of a record take part. */
public enum View {
  /** What clients may send: nothing that is read-only. */
  INPUT,
  /** What clients may see: no secrets and nothing that is write-only. */
  OUTPUT,
  /** Everything. */
  STORED
}

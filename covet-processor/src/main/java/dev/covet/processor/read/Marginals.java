package dev.covet.processor.read;

import dev.covet.schema.Remarks;

/** Reads what documents say of a value beside its type: a text, examples, that it is deprecated. */
final class Marginals {
  private Marginals() {}

  /** What a place says, with the text of a comment; examples are as the source has them. */
  static Remarks remarks(Notes notes, String text) {
    var examples = notes.list(Notes.API + "Example", "value").stream().map(Object::toString);
    return new Remarks(text, isDeprecated(notes), examples.toList());
  }

  static boolean isDeprecated(Notes notes) {
    return notes.has("java.lang.Deprecated");
  }
}

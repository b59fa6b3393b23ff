package dev.covet.processor.model;

/**
 * One of Covet's annotations, where a source has it.
 *
 * @param annotation its simple name
 */
public record NoteModel(String annotation, AnnotatedPlace spot, Where where) {
  /** The package of Covet's annotations, with a dot at its end. */
  public static final String API = "dev.covet.api.";

  /** The place of the annotation itself. */
  public Where at() {
    return where.at(API + annotation);
  }
}

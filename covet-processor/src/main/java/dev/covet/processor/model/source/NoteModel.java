package dev.covet.processor.model.source;

import dev.covet.processor.model.type.Where;
import java.util.List;

/**
 * One of Covet's annotations, where a source has it.
 *
 * @param annotation its simple name
 * @param says the texts of its {@code value}; empty if the source gives none
 */
public record NoteModel(String annotation, AnnotatedPlace spot, List<String> says, Where where) {
  /** The package of Covet's annotations, with a dot at its end. */
  public static final String API = "dev.covet.api.";

  /** Copies the list. */
  public NoteModel {
    says = List.copyOf(says);
  }

  /** The place of the annotation itself. */
  public Where at() {
    return where.at(API + annotation);
  }
}

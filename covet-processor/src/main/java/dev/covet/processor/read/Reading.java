package dev.covet.processor.read;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Where;
import java.util.List;

/**
 * What a round declares.
 *
 * @param model all of it, also what generated code cannot name
 * @param hidden private types and members that say they want generated code
 */
public record Reading(CompilationModel model, List<Where> hidden) {
  /** Copies the list. */
  public Reading {
    hidden = List.copyOf(hidden);
  }
}

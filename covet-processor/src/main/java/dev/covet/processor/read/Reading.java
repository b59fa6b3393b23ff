package dev.covet.processor.read;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.Misplaced;
import java.util.List;

/**
 * What a round declares.
 *
 * @param model all of it, also what generated code cannot name
 * @param misplaced classes and methods that generated code cannot call, although they ask for it
 */
public record Reading(CompilationModel model, List<Misplaced> misplaced) {
  /** Copies the list. */
  public Reading {
    misplaced = List.copyOf(misplaced);
  }
}

package dev.covet.processor.read;

import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.source.SourcesModel;

/**
 * What a round declares.
 *
 * @param model all of it, also what generated code cannot name
 * @param sources what its sources are besides
 */
public record Reading(CompilationModel model, SourcesModel sources) {}

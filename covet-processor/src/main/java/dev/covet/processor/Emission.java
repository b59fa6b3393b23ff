package dev.covet.processor;

import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.model.CompilationModel;
import java.util.List;

/** Turns what a round declares into sources. */
@FunctionalInterface
interface Emission {
  List<GeneratedSource> emit(CompilationModel model);
}

package dev.covet.processor;

import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.source.SourcesModel;
import java.util.List;

/** Tells what is wrong in the sources of a round. */
@FunctionalInterface
interface Rules {
  List<Finding> findings(CompilationModel model, SourcesModel sources);
}

package dev.covet.processor.model;

import dev.covet.processor.model.service.Made;
import dev.covet.processor.model.type.TypeName;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the index of a compilation says.
 *
 * @param parts all that was generated, in this run and in earlier ones
 * @param faults what does not fit together, one sentence each
 * @param states the states of the types for which it was generated
 * @param relies the types of other jars from which it was generated, with the states they had
 * @param texts what the Javadoc of packages says, by their names
 */
public record IndexModel(
    Collection<Made> parts,
    List<String> faults,
    SortedMap<TypeName, String> states,
    SortedMap<TypeName, String> relies,
    SortedMap<String, String> texts) {
  /** Copies the collections. */
  public IndexModel {
    parts = List.copyOf(parts);
    faults = List.copyOf(faults);
    states = Collections.unmodifiableSortedMap(new TreeMap<>(states));
    relies = Collections.unmodifiableSortedMap(new TreeMap<>(relies));
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }
}

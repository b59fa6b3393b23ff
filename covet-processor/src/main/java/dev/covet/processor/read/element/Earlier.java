package dev.covet.processor.read.element;

import dev.covet.processor.model.Mark;
import dev.covet.processor.model.type.TypeName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What earlier runs into the same folder have left, and those into other folders and jars.
 *
 * @param output address of the folder for class files, or {@code ""}
 * @param types those whose state is on record, since something was made from them
 * @param codecs types that had a codec and keep it
 * @param guards classes that have checked requests
 * @param providers classes that provide something
 * @param settings records that are settings
 * @param marks what was generated for types of any folder or jar
 */
public record Earlier(
    String output,
    Set<TypeName> types,
    Set<TypeName> codecs,
    Set<TypeName> guards,
    Set<TypeName> providers,
    Set<TypeName> settings,
    Marks marks) {
  /** Copies the sets. */
  public Earlier {
    types = Set.copyOf(types);
    codecs = Set.copyOf(codecs);
    guards = Set.copyOf(guards);
    providers = Set.copyOf(providers);
    settings = Set.copyOf(settings);
  }

  /** Classes compiled before or elsewhere that provide something; those of here first. */
  public List<TypeName> providing() {
    return Stream.concat(providers.stream().sorted(), marks.of(Mark.PROVIDING).stream().sorted())
        .toList();
  }
}

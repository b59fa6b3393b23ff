package dev.covet.processor.model.source;

import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.Where;
import java.util.List;
import java.util.Set;

/**
 * What a round's sources are, beside what they declare.
 *
 * @param types the top-level classes of which the round has the source
 * @param asked the names of those of the project's classes that somebody asks for as services, also
 *     of those that were compiled earlier
 * @param seconds those of them that stand in a file of another name
 * @param misplaced classes and methods that generated code cannot call, although they ask for it
 * @param notes Covet's annotations, each where it stands
 */
public record SourcesModel(
    Set<TypeName> types,
    Set<String> asked,
    Set<TypeName> seconds,
    List<Misplaced> misplaced,
    List<NoteModel> notes) {
  /** Copies the collections. */
  public SourcesModel {
    types = Set.copyOf(types);
    asked = Set.copyOf(asked);
    seconds = Set.copyOf(seconds);
    misplaced = List.copyOf(misplaced);
    notes = List.copyOf(notes);
  }

  /** Whether the table or projection of a type is named and the type says neither. */
  public boolean isForgotten(TypeName type) {
    return misplaced.stream()
        .anyMatch(each ->
            each.reason() == Misplaced.Reason.NO_TABLE && each.where().equals(Where.of(type)));
  }

  /** Whether a type says that it is a table, and is no record: nothing else is wrong with it. */
  public boolean isNoRecord(TypeName type) {
    return notes.stream()
        .filter(each -> each.annotation().equals("Table") && each.where().equals(Where.of(type)))
        .anyMatch(
            each -> each.spot() != AnnotatedPlace.RECORD && each.spot() != AnnotatedPlace.LEAF);
  }
}

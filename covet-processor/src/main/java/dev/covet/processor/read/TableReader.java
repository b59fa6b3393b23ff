package dev.covet.processor.read;

import dev.covet.processor.model.ColumnModel;
import dev.covet.processor.model.Naming;
import dev.covet.processor.model.TableModel;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** Reads what {@code @Table} and its companions say of a record. */
final class TableReader {
  private final Declarations declarations;
  private final Seen seen;

  TableReader(Declarations declarations, Seen seen) {
    this.declarations = declarations;
    this.seen = seen;
  }

  boolean isTable(TypeElement type) {
    return declarations.notes(type).api("Table");
  }

  TableModel table(TypeElement type) {
    var name = Declarations.name(type);
    var said = declarations.notes(type).text("Table").filter(text -> !text.isEmpty());
    return new TableModel(
        name,
        said.orElseGet(() -> Naming.SNAKE_CASE.of(name.simple())),
        type.getRecordComponents().stream().map(this::column).toList());
  }

  private ColumnModel column(RecordComponentElement component) {
    var notes = Notes.of(declarations.elements(), RecordReader.places(component));
    var name = component.getSimpleName().toString();
    return new ColumnModel(
        name,
        notes.text("Column").orElseGet(() -> Naming.SNAKE_CASE.of(name)),
        notes.api("Id"),
        notes.api("Unique"),
        notes.api("Index"),
        reference(notes));
  }

  private Optional<ColumnModel.Reference> reference(Notes notes) {
    var onDelete =
        notes.list(Notes.API + "References", "onDelete").stream()
            .map(Object::toString)
            .findFirst()
            .orElse("REFUSE");
    return notes
        .type("References")
        .map(target -> new ColumnModel.Reference(seen.add(target), onDelete));
  }
}

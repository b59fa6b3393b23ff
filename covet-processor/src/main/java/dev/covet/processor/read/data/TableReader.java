package dev.covet.processor.read.data;

import dev.covet.processor.model.data.ColumnModel;
import dev.covet.processor.model.data.ColumnModel.Upkeep;
import dev.covet.processor.model.data.TableModel;
import dev.covet.processor.model.type.Naming;
import dev.covet.processor.read.element.AnnotationTypes;
import dev.covet.processor.read.element.Declarations;
import dev.covet.processor.read.element.Notes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads what {@code @Table} and its companions say of a record. */
public record TableReader(Declarations declarations, Seen seen, Set<String> named) {
  /** Whether a type is a table, or was meant to be one. */
  public boolean isTable(TypeElement type) {
    return declarations.notes(type).api("Table") || isForgotten(type, "Table");
  }

  /** Whether a type shows rows of a table, or was meant to. */
  public boolean isProjection(TypeElement type) {
    return declarations.notes(type).api("Projection") || isForgotten(type, "Projection");
  }

  /** Whether the sources name what is generated for a record that says another annotation. */
  boolean isForgotten(TypeElement type, String annotation) {
    var generated = Declarations.name(type).generated(annotation);
    return named.contains(generated.qualified())
        && type.getKind() == ElementKind.RECORD
        && declarations.isSource(type)
        && !declarations.notes(type).api(annotation)
        && !declarations.exists(generated);
  }

  TableModel table(TypeElement type) {
    var name = Declarations.name(type);
    var said = declarations.notes(type).text("Table").filter(text -> !text.isEmpty());
    return new TableModel(
        name,
        said.orElseGet(() -> Naming.SNAKE_CASE.of(name.simple())),
        type.getRecordComponents().stream().map(this::column).toList(),
        type.getAnnotationMirrors().stream().flatMap(this::indexes).toList(),
        declarations.notes(type).text("Was").orElse(""),
        Qualifiers.of(declarations.notes(type)),
        hasImpliedConstructor(type));
  }

  /** Whether Java makes the record's constructor, which refuses nothing (JLS 8.10.4). */
  private boolean hasImpliedConstructor(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .anyMatch(each -> declarations.elements().getOrigin(each) == Elements.Origin.MANDATED);
  }

  /** What one annotation of the record says; several of one kind are held by another. */
  private Stream<TableModel.Index> indexes(AnnotationMirror mirror) {
    return switch (mirror.getAnnotationType().asElement().toString()) {
      case Notes.API + "Unique" -> Stream.of(index(mirror, true));
      case Notes.API + "Index" -> Stream.of(index(mirror, false));
      case Notes.API + "Unique.All", Notes.API + "Index.All" ->
          AnnotationTypes.several(mirror).flatMap(this::indexes);
      default -> Stream.of();
    };
  }

  private TableModel.Index index(AnnotationMirror mirror, boolean unique) {
    return new TableModel.Index(
        unique, Notes.saidTexts(mirror), Notes.said(mirror, "whereNull").orElse(""));
  }

  /** What annotations say of a projection's components, by their names. */
  Map<String, RelationNote> relations(TypeElement type) {
    return type.getRecordComponents().stream()
        .collect(Collectors.toMap(each -> each.getSimpleName().toString(), this::relation));
  }

  private RelationNote relation(RecordComponentElement component) {
    var notes = declarations.notes(component);
    return new RelationNote(
        notes.text("By").orElse(""),
        notes.type("Via").map(seen::add),
        notes.type("CountOf").map(seen::add));
  }

  private ColumnModel column(RecordComponentElement component) {
    var notes = Notes.of(declarations.elements(), Declarations.places(component));
    var name = component.getSimpleName().toString();
    return new ColumnModel(
        name,
        notes.text("Column").orElseGet(() -> Naming.SNAKE_CASE.of(name)),
        notes.api("Id"),
        notes.api("Unique"),
        notes.api("Index"),
        reference(notes),
        upkeep(notes),
        notes.list(Notes.API + "Owner", "value").stream()
            .flatMap(each -> Notes.element(each).stream())
            .map(seen::add)
            .toList(),
        notes.text("Was").orElse(""));
  }

  private static Upkeep upkeep(Notes notes) {
    return Upkeep.kept().stream()
        .filter(each -> notes.api(each.annotation()))
        .findFirst()
        .orElse(Upkeep.NONE);
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

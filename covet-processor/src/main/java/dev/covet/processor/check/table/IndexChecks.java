package dev.covet.processor.check.table;

import dev.covet.processor.finding.Code;
import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.TableModel;
import dev.covet.processor.model.source.NoteModel;
import dev.covet.processor.model.source.SourcesModel;
import dev.covet.processor.model.type.Where;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules for indexes: on a record they name its components, on a component they name none. */
public final class IndexChecks {
  private static final Set<String> NAMES = Set.of("Index", "Unique");

  private IndexChecks() {}

  public static Stream<Finding> of(CompilationModel model, SourcesModel sources) {
    var onRecords =
        model
            .declaredTables()
            .filter(table -> !sources.isNoRecord(table.name()))
            .flatMap(table ->
                table.indexes().stream().flatMap(index -> of(model, table, index).stream()));
    var onComponents =
        sources.notes().stream()
            .filter(each -> NAMES.contains(each.annotation()) && !each.says().isEmpty())
            .filter(each -> !each.where().member().isEmpty())
            .map(IndexChecks::onComponent);
    return Stream.concat(onRecords, onComponents);
  }

  private static Finding onComponent(NoteModel note) {
    return new Finding(
        Code.INDEX,
        note.at(),
        "@%s names components, and is on one of them.".formatted(note.annotation()),
        "Put it on the record.");
  }

  private static Optional<Finding> of(
      CompilationModel model, TableModel table, TableModel.Index index) {
    var at = Where.of(table.name()).at(NoteModel.API + index.annotation());
    var lost =
        Stream.concat(index.components().stream(), Stream.of(index.whereNull()))
            .filter(each -> !each.isEmpty() && table.column(each).isEmpty())
            .findFirst();
    if (lost.isPresent()) {
      return Optional.of(
          finding(
              at,
              "%s has no component \"%s\"".formatted(table.name().simple(), lost.get()),
              "Name components as the record does"));
    }
    if (index.components().isEmpty()) {
      return Optional.of(
          finding(
              at,
              "@%s on a record names no component".formatted(index.annotation()),
              "Name them, as in @%s({\"teamId\", \"name\"})".formatted(index.annotation())));
    }
    if (new HashSet<>(index.components()).size() < index.components().size()) {
      return Optional.of(
          finding(
              at, "@%s names a component twice".formatted(index.annotation()), "Name each once"));
    }
    if (isRepeated(table, index)) {
      return Optional.of(
          finding(
              at,
              "Two indexes are over the same components",
              "Keep one, the @Unique if there is one"));
    }
    return neverNull(model, table, index)
        .map(each ->
            finding(
                at,
                "\"%s\" is never null".formatted(each.name()),
                "Make it @Nullable, or leave out whereNull"));
  }

  /** Whether an earlier one is over the same rows and components; it is @Unique or not. */
  private static boolean isRepeated(TableModel table, TableModel.Index index) {
    var same =
        table.indexes().stream()
            .filter(each -> each.components().equals(index.components()))
            .filter(each -> each.whereNull().equals(index.whereNull()))
            .toList();
    return same.size() > 1 && same.getLast().equals(index);
  }

  private static Optional<ComponentModel> neverNull(
      CompilationModel model, TableModel table, TableModel.Index index) {
    return model
        .component(table.name(), index.whereNull())
        .filter(each -> !each.value().nullable());
  }

  private static Finding finding(Where at, String wrong, String right) {
    return new Finding(Code.INDEX, at, wrong + ".", right + ".");
  }
}

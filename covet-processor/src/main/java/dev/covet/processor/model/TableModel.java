package dev.covet.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record with {@code @Table}.
 *
 * @param sqlName the table's name in SQL, without quotes
 * @param columns one for each component, in order
 */
public record TableModel(TypeName name, String sqlName, List<ColumnModel> columns) {
  /** Copies the list. */
  public TableModel {
    columns = List.copyOf(columns);
  }

  /** The components with {@code @Id}. */
  public List<ColumnModel> ids() {
    return columns.stream().filter(ColumnModel::id).toList();
  }

  /** Whether rows are found by several components together. */
  public boolean hasCompositeKey() {
    return ids().size() > 1;
  }

  /** The column of a component. */
  public Optional<ColumnModel> column(String component) {
    return columns.stream().filter(column -> column.component().equals(component)).findFirst();
  }

  /** The columns that refer to another table. */
  public Stream<ColumnModel> referencesTo(TypeName table) {
    return columns.stream()
        .filter(column -> column.references().filter(to -> to.table().equals(table)).isPresent());
  }
}

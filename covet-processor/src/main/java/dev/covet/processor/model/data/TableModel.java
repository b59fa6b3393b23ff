package dev.covet.processor.model.data;

import dev.covet.processor.model.type.QualifierModel;
import dev.covet.processor.model.type.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record with {@code @Table}.
 *
 * @param sqlName the table's name in SQL, without quotes
 * @param columns one for each component, in order
 * @param indexes over several columns
 * @param was its former name in SQL ({@code @Was}); empty if it had no other
 * @param database the qualifier of the database that it is in; none for the app's own
 * @param plain whether the record's constructor is the one that Java makes
 */
public record TableModel(
    TypeName name,
    String sqlName,
    List<ColumnModel> columns,
    List<Index> indexes,
    String was,
    Optional<QualifierModel> database,
    boolean plain) {
  /** Copies the lists. */
  public TableModel {
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
  }

  /**
   * An index over several columns, as {@code @Index} or {@code @Unique} on a record says.
   *
   * @param components their names, as the source has them
   * @param whereNull the component that is null in the rows that count; empty for all rows
   */
  public record Index(boolean unique, List<String> components, String whereNull) {
    /** Copies the list. */
    public Index {
      components = List.copyOf(components);
    }

    /** The annotation, by its simple name. */
    public String annotation() {
      return unique ? "Unique" : "Index";
    }
  }

  /** A table of the app's own database, without indexes over several columns. */
  public TableModel(TypeName name, String sqlName, List<ColumnModel> columns) {
    this(name, sqlName, columns, List.of(), "", Optional.empty(), false);
  }

  /** This with other columns, and those of its indexes that name no others. */
  public TableModel with(List<ColumnModel> others) {
    var kept = new TableModel(name, sqlName, others);
    return new TableModel(
        name,
        sqlName,
        others,
        indexes.stream().filter(kept::hasColumnsOf).toList(),
        was,
        database,
        plain);
  }

  private boolean hasColumnsOf(Index index) {
    return !index.components().isEmpty()
        && index.components().stream().allMatch(each -> column(each).isPresent())
        && (index.whereNull().isEmpty() || column(index.whereNull()).isPresent());
  }

  /** Whether both are in one database, so that one can refer to the other. */
  public boolean isBeside(TableModel other) {
    return database.map(QualifierModel::text).equals(other.database.map(QualifierModel::text));
  }

  /** Whether anything of it had another name. */
  public boolean hasFormerNames() {
    return !was.isEmpty() || columns.stream().anyMatch(column -> !column.was().isEmpty());
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

  /** The component with {@code @Version}. */
  public Optional<String> version() {
    return columns.stream()
        .filter(column -> column.upkeep() == ColumnModel.Upkeep.VERSION)
        .map(ColumnModel::component)
        .findFirst();
  }

  /** The columns that refer to another table. */
  public Stream<ColumnModel> referencesTo(TypeName table) {
    return columns.stream()
        .filter(column -> column.references().filter(to -> to.table().equals(table)).isPresent());
  }
}

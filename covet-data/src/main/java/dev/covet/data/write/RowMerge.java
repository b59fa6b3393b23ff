package dev.covet.data.write;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.Conflict.StaleVersion;
import dev.covet.api.Invalid;
import dev.covet.api.NotFound;
import dev.covet.api.Problem;
import dev.covet.data.store.FieldConflict;
import dev.covet.data.table.Column;
import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.Upkept;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What becomes of rows of one table, and what is wrong with that; wherever the rows are. */
public final class RowMerge<T, K> {
  private final Mapping<T, K> table;

  /** Those of a table. */
  public RowMerge(Mapping<T, K> table) {
    this.table = table;
  }

  /** Whether a row says which one it is; a number and a UUID do so once they are not zero. */
  public boolean isKeySet(@Nullable Object[] values) {
    return !(table.key() instanceof Column<T, K> column) || !NewRow.isUnset(values[column.index()]);
  }

  /** Whether the database gives such a key. */
  public boolean isKeyOfDatabase(@Nullable Object[] values) {
    return table.key() instanceof Column<T, K> column
        && (values[column.index()] instanceof Number || values[column.index()] instanceof UUID);
  }

  /** The columns that are present. */
  public Writes.Written written(Changes<T> changes) {
    var values = new @Nullable Object[table.columns().size()];
    var present = changes.present();
    present.stream().forEach(at -> values[at] = changes.value(at));
    return new Writes.Written(values, present);
  }

  /** The columns that {@code replace} writes. */
  public Writes.Written replaced(T row) {
    var at = new BitSet();
    for (var column : table.columns()) {
      at.set(column.index(), !column.spec().isReadOnly() && !column.spec().isKey());
    }
    return new Writes.Written(table.shape().values(row), at);
  }

  /**
   * A row that is not to be changed.
   *
   * @throws Conflict if it has another version
   */
  public T unchanged(T row, long version) {
    var at = Upkept.version(table).index();
    if (!Objects.equals(table.shape().values(row)[at], version)) throw stale();
    return row;
  }

  /** Somebody changed the row meanwhile. */
  public Conflict stale() {
    return new StaleVersion(table.entity() + " was changed meanwhile: read it again");
  }

  /** What values break that are written into a plain record: they alone can be refused. */
  void check(Writes.Written written) {
    if (!table.isPlain()) return;
    refuse(table.shape().check(table.newRecord().around(written.values(), written.at())), written);
  }

  /** The record of a row that was changed to values that were checked, if that was possible. */
  T answered(@Nullable Object[] merged, Writes.Written update) {
    return table.isPlain() ? table.shape().make(merged) : kept(merged, update);
  }

  /** The record of a row that was changed. */
  public T kept(@Nullable Object[] merged, Writes.Written update) {
    var row = made(merged);
    var problems = table.shape().check(row);
    refuse(problems, update);
    var rules = problems.stream().filter(RowMerge::isRule).toList();
    if (!rules.isEmpty()) throw new Invalid(rules);
    return row;
  }

  private void refuse(List<Problem> problems, Writes.Written update) {
    RowValues.refuse(table, problems.stream().filter(it -> isWritten(it, update)).toList());
  }

  /** A constructor that refuses the merged values is a rule over them. */
  private T made(@Nullable Object[] merged) {
    try {
      return table.shape().make(merged);
    } catch (IllegalArgumentException | NullPointerException _) {
      throw new Invalid(List.of(Problem.at(List.of("body"), "invalid", "is not valid")));
    }
  }

  private static boolean isRule(Problem problem) {
    return problem.location().size() < 2;
  }

  private boolean isWritten(Problem problem, Writes.Written update) {
    if (isRule(problem)) return false;
    var at = table.shape().names().indexOf(String.valueOf(problem.location().get(1)));
    return at < 0 || update.at().get(at);
  }

  Conflict stillReferred() {
    return new Conflict(table.entity() + " is still referred to by other rows");
  }

  /** There is no such row. */
  public NotFound notFound() {
    return new NotFound(table.entity() + " not found");
  }

  /**
   * A unique value, or several together, that another row has.
   *
   * @param first of the columns
   * @param columns all of them, in SQL
   * @param row that has them, too
   */
  public FieldConflict taken(Column<T, ?> first, List<String> columns, @Nullable Object[] row) {
    return told(first, "taken", takenWith(columns, first), row);
  }

  private String takenWith(List<String> columns, Column<T, ?> first) {
    return table.columns().stream()
        .filter(it -> it.index() != first.index() && columns.contains(it.column()))
        .map(it -> table.shape().names().get(it.index()))
        .reduce((one, other) -> one + ", " + other)
        .map(others -> "is already taken together with " + others)
        .orElse("is already taken");
  }

  /** A key that no row has. */
  FieldConflict refersToNothing(Column<T, ?> column, @Nullable Object[] row) {
    return told(column, "invalid", "refers to a row that does not exist", row);
  }

  /** A value that no index of the database can hold. */
  Invalid tooLong(Column<T, ?> column) {
    return Invalid.at(
        table.shape().names().get(column.index()), "too_long", "is too long to be looked up by");
  }

  /**
   * What clients do not send in a body, or not in each, may come from the path: from a variable of
   * any name but that of another column.
   */
  private FieldConflict told(
      Column<T, ?> column, String code, String reason, @Nullable Object[] row) {
    var spec = column.spec();
    var isSent = spec.upkeep() != ColumnSpec.Upkeep.OWNER;
    var mayBeOfPath = spec.isReadOnly() && isSent;
    var names = table.shape().names();
    Predicate<String> fromPath =
        name -> mayBeOfPath && (!names.contains(name) || isOnlyKey(names.indexOf(name)));
    var origin = new FieldConflict.Origin(row[column.index()], fromPath, isSent);
    return new FieldConflict(names.get(column.index()), code, reason, origin);
  }

  private boolean isOnlyKey(int index) {
    return table.key() instanceof Column<T, K> key && key.index() == index;
  }
}

package dev.covet.data;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.Invalid;
import dev.covet.api.NotFound;
import dev.covet.api.Problem;
import dev.covet.data.driver.Link;
import dev.covet.data.driver.Violation;
import dev.covet.data.query.Column;
import dev.covet.data.query.Mapping;
import dev.covet.data.query.Row;
import dev.covet.data.query.Sql;
import dev.covet.data.query.Statements;
import dev.covet.data.query.Upkept;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of one table and sees to it that they keep their constraints. Each write is one
 * statement; more are needed only to say what was wrong with it.
 */
final class Writes<T, K> {
  private final Store store;
  private final Mapping<T, K> table;
  private final Statements<T, K> statements;

  Writes(Store store, Mapping<T, K> table) {
    this.store = store;
    this.table = table;
    this.statements = store.statements(table);
  }

  /** A statement, and what it writes. */
  static final class Write {
    private final Sql sql;
    private final Written written;
    private final boolean isOfVersion;

    private Write(Sql sql, Written written, boolean isOfVersion) {
      this.sql = sql;
      this.written = written;
      this.isOfVersion = isOfVersion;
    }
  }

  /** Values that are written at the positions that are set. */
  static final class Written {
    private final @Nullable Object[] values;
    private final BitSet at;

    Written(@Nullable Object[] values, BitSet at) {
      this.values = values;
      this.at = at;
    }

    @Nullable Object[] values() {
      return values;
    }

    BitSet at() {
      return at;
    }

    /** A row with these values in it. */
    @Nullable Object[] over(@Nullable Object[] row) {
      at.stream().forEach(position -> row[position] = values[position]);
      return row;
    }
  }

  /** A new row; a key of 0, or the nil UUID, is none. */
  Write insert(@Nullable Object[] values) {
    var row = NewRow.of(table, values, store.now());
    return new Write(
        statements.inserts().one(row.stored(), row.isKeyGiven()), row.written(), false);
  }

  /** Whether a row says which one it is; a number and a UUID do so once they are not zero. */
  boolean isKeySet(@Nullable Object[] values) {
    return !(table.key() instanceof Column<T, K> column) || !NewRow.isUnset(values[column.index()]);
  }

  /** All values for the row that has the key of these. */
  Write save(@Nullable Object[] values) {
    var written = statements.saved();
    Upkept.updated(table, values, new BitSet(), store.now());
    var all = new BitSet();
    all.set(0, values.length);
    var stored = RowValues.normalize(table, values, all);
    return new Write(statements.save(stored, written), new Written(values, written), true);
  }

  /** Changes the row that has this key; adds it, if its key is none that the database gives. */
  T save(Link link, Write save, Write insert) {
    try {
      var rows = link.query(save.sql, statements::values);
      if (!rows.isEmpty()) return kept(rows.getFirst(), save.written);
    } catch (Violation violation) {
      throw conflict(violation, save.written, link);
    }
    if (!link.query(statements.existsAs(save.written.values), _ -> true).isEmpty()) {
      throw stale();
    }
    if (isKeyOfDatabase(save.written.values)) {
      throw notFound();
    }
    return add(link, insert);
  }

  private boolean isKeyOfDatabase(@Nullable Object[] values) {
    return table.key() instanceof Column<T, K> column
        && (values[column.index()] instanceof Number || values[column.index()] instanceof UUID);
  }

  /** New values for the row with a key. */
  Write update(K key, Written written) {
    var stored = changed(written);
    return new Write(statements.update(key, stored, written.at), written, false);
  }

  /** New values for the row with a key, if it still has this version. */
  Write update(K key, Written written, long version) {
    var stored = changed(written);
    return new Write(statements.update(key, stored, written.at, version), written, true);
  }

  private @Nullable Object[] changed(Written written) {
    Upkept.updated(table, written.values, written.at, store.now());
    return RowValues.normalize(table, written.values, written.at);
  }

  /** The columns that are present. */
  Written written(Changes<T> changes) {
    var values = new @Nullable Object[table.columns().size()];
    var present = changes.present();
    present.stream().forEach(at -> values[at] = changes.value(at));
    return new Written(values, present);
  }

  /** The columns that {@code replace} writes. */
  Written replaced(T row) {
    var at = new BitSet();
    for (var column : table.columns()) {
      at.set(column.index(), !column.spec().isReadOnly() && !column.spec().isKey());
    }
    return new Written(table.shape().values(row), at);
  }

  /** Adds the row and gives it back with its key. */
  T add(Link link, Write insert) {
    var values = insert.written.values;
    try {
      link.query(insert.sql, row -> keep(row, values));
    } catch (Violation violation) {
      throw conflict(violation, insert.written, link);
    }
    return table.shape().make(values);
  }

  private boolean keep(Row row, @Nullable Object[] values) {
    var at = 0;
    for (var column : table.key().keyColumns()) {
      values[column.index()] = Objects.requireNonNull(row.get(at++, column.type()));
    }
    return true;
  }

  /**
   * Changes the row and gives it back as it is stored. What it breaks is seen on the merged row,
   * and throwing undoes it.
   */
  T change(Link link, K key, Write update) {
    List<@Nullable Object[]> rows;
    try {
      rows = link.query(update.sql, statements::values);
    } catch (Violation violation) {
      throw conflict(violation, update.written, link);
    }
    return rows.stream()
        .findFirst()
        .map(it -> kept(it, update.written))
        .orElseThrow(() -> update.isOfVersion && isThere(link, key) ? stale() : notFound());
  }

  /**
   * A row that is not to be changed.
   *
   * @throws Conflict if it has another version
   */
  T unchanged(T row, long version) {
    var at = Upkept.version(table).index();
    if (!Objects.equals(table.shape().values(row)[at], version)) {
      throw stale();
    }
    return row;
  }

  private boolean isThere(Link link, K key) {
    return !link.query(statements.exists(key), _ -> true).isEmpty();
  }

  private Conflict stale() {
    return new Conflict(table.entity() + " was changed meanwhile: read it again");
  }

  /**
   * What is wrong with a row once it is changed, if constraints say so; else the number of rows.
   */
  int refuseMerged(Link link, K key, Write update) {
    var rows = link.query(statements.read(key), statements::values);
    for (var current : rows) {
      kept(update.written.over(current), update.written);
    }
    return rows.size();
  }

  /** The record of a row that was changed. */
  T kept(@Nullable Object[] merged, Written update) {
    var row = made(merged);
    var problems = table.shape().check(row);
    RowValues.refuse(table, problems.stream().filter(it -> isWritten(it, update)).toList());
    var rules = problems.stream().filter(Writes::isRule).toList();
    if (!rules.isEmpty()) {
      throw new Invalid(rules);
    }
    return row;
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

  private boolean isWritten(Problem problem, Written update) {
    if (isRule(problem)) {
      return false;
    }
    var at = table.shape().names().indexOf(String.valueOf(problem.location().get(1)));
    return at < 0 || update.at.get(at);
  }

  /** Takes a row away. */
  void remove(Link link, K key) {
    try {
      if (link.execute(statements.delete(key)) == 0) {
        throw notFound();
      }
    } catch (Violation _) {
      throw stillReferred();
    }
  }

  Conflict stillReferred() {
    return new Conflict(table.entity() + " is still referred to by other rows");
  }

  NotFound notFound() {
    return new NotFound(table.entity() + " not found");
  }

  /** What a client gets for a violation; a broken {@code CHECK} is the program's own. */
  RuntimeException conflict(Violation violation, Written write, Link link) {
    if (violation.rule() == Violation.Rule.CHECK) {
      return violation;
    }
    for (var column : table.columns()) {
      if (isMeant(violation, column, write, link)) {
        return violation.rule() == Violation.Rule.UNIQUE
            ? told(column, "taken", taken(violation.columns(), column), write)
            : told(column, "invalid", "refers to a row that does not exist", write);
      }
    }
    return unsaid();
  }

  /** A conflict of which nobody knows what it is about. */
  static Conflict unsaid() {
    return new Conflict("This conflicts with what is stored");
  }

  private String taken(List<String> columns, Column<T, ?> first) {
    return table.columns().stream()
        .filter(it -> it.index() != first.index() && columns.contains(it.spec().column()))
        .map(it -> table.shape().names().get(it.index()))
        .reduce((one, other) -> one + ", " + other)
        .map(others -> "is already taken together with " + others)
        .orElse("is already taken");
  }

  /** Where the database does not say which column it was, the rows themselves are asked. */
  private boolean isMeant(Violation violation, Column<T, ?> column, Written write, Link link) {
    return violation.columns().isEmpty()
        ? refersToNothing(violation, column, write, link)
        : violation.columns().stream().anyMatch(column.spec().column()::equalsIgnoreCase);
  }

  /** What clients do not send in a body, or not in each, may come from the path. */
  private FieldConflict told(Column<T, ?> column, String code, String reason, Written write) {
    var value = column.spec().isReadOnly() ? write.values[column.index()] : null;
    return new FieldConflict(
        table.shape().names().get(column.index()), code, reason, Optional.ofNullable(value));
  }

  private boolean refersToNothing(
      Violation violation, Column<T, ?> column, Written write, Link link) {
    var reference = column.spec().reference();
    var value = write.values[column.index()];
    return violation.rule() == Violation.Rule.REFERENCE
        && write.at.get(column.index())
        && reference != null
        && value != null
        && link.query(store.statements(reference.target().get()).exists(value), _ -> true)
            .isEmpty();
  }
}

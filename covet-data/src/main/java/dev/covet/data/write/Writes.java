package dev.covet.data.write;

import dev.covet.data.driver.Link;
import dev.covet.data.driver.Violation;
import dev.covet.data.query.Formula;
import dev.covet.data.sql.Row;
import dev.covet.data.sql.Sql;
import dev.covet.data.sql.Statements;
import dev.covet.data.store.Access;
import dev.covet.data.store.Store;
import dev.covet.data.table.Column;
import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.Upkept;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of one table and sees to it that they keep their constraints. Each write is one
 * statement; more are needed only to say what was wrong with it.
 */
public final class Writes<T, K> {
  private final Store store;
  private final Mapping<T, K> table;
  private final Statements<T, K> statements;
  private final RowMerge<T, K> merge;

  /** Those of a table. */
  public Writes(Store store, Mapping<T, K> table) {
    this.store = store;
    this.table = table;
    this.statements = store.statements(table);
    this.merge = new RowMerge<>(table);
  }

  /** What becomes of the rows. */
  public RowMerge<T, K> merge() {
    return merge;
  }

  /** A statement, and what it writes. */
  public static final class Write {
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
  public static final class Written {
    private final @Nullable Object[] values;
    private final BitSet at;

    /**
     * Values, one for each column.
     *
     * @param at positions of those that are written
     */
    public Written(@Nullable Object[] values, BitSet at) {
      this.values = values;
      this.at = at;
    }

    /** The values, one for each column. */
    public @Nullable Object[] values() {
      return values;
    }

    /** Positions of those that are written. */
    public BitSet at() {
      return at;
    }

    /** A row with these values in it. */
    public @Nullable Object[] over(@Nullable Object[] row) {
      at.stream().forEach(position -> row[position] = values[position]);
      return row;
    }
  }

  /** A new row; a key of 0, or the nil UUID, is none. */
  public Write insert(@Nullable Object[] values) {
    var row = NewRow.of(table, values, store.now());
    return new Write(
        statements.inserts().one(row.stored(), row.isKeyGiven()), row.written(), false);
  }

  /** All values for the row that has the key of these. */
  public Write save(@Nullable Object[] values) {
    var written = statements.updates().saved();
    Upkept.updated(table, values, new BitSet(), store.now());
    var all = new BitSet();
    all.set(0, values.length);
    var stored = RowValues.normalize(table, values, all);
    var saved = new Written(values, written);
    merge.check(saved);
    return new Write(statements.updates().save(stored, written), saved, true);
  }

  /** Changes the row that has this key; adds it, if its key is none that the database gives. */
  public T save(Link link, Write save, Write insert) {
    try {
      var rows = link.query(save.sql, statements::values);
      if (!rows.isEmpty()) {
        mustBeOwn(link, List.of(save.written));
        return merge.answered(rows.getFirst(), save.written);
      }
    } catch (Violation violation) {
      throw conflict(violation, save.written, link);
    }
    if (!link.query(statements.updates().existsAs(save.written.values), _ -> true).isEmpty()) {
      throw merge.stale();
    }
    if (merge.isKeyOfDatabase(save.written.values)) throw merge.notFound();
    return add(link, insert);
  }

  /** New values for the row with a key. */
  public Write update(K key, Written written) {
    var stored = changed(written);
    return new Write(statements.updates().update(key, stored, written.at), written, false);
  }

  /** New values for the row with a key, if it still has this version. */
  public Write update(K key, Written written, long version) {
    var stored = changed(written);
    return new Write(statements.updates().update(key, stored, written.at, version), written, true);
  }

  private @Nullable Object[] changed(Written written) {
    Upkept.updated(table, written.values, written.at, store.now());
    var stored = RowValues.normalize(table, written.values, written.at);
    merge.check(written);
    return stored;
  }

  /** Whether a new row is one statement, and nothing is looked at behind it. */
  public boolean isOneInsert() {
    return statements.references().areNone();
  }

  /** Whether so is a change: nothing refuses the row that comes of it. */
  public boolean isOneUpdate() {
    return table.isPlain() && isOneInsert();
  }

  /** Whether it is about rows of one owner, or leads to some. */
  boolean isOwned() {
    return statements.isOwned();
  }

  /** Refuses what was written and leads to rows of others, as if these were not there. */
  void mustBeOwn(Link link, List<Written> rows) {
    for (var column : statements.references().columns()) mustBeOwn(link, column, rows);
  }

  private void mustBeOwn(Link link, Column<T, ?> column, List<Written> rows) {
    var keys = rows.stream().flatMap(it -> key(column, it)).collect(Collectors.toSet());
    if (keys.isEmpty()) return;
    var own =
        Set.copyOf(
            link.query(
                statements.references().own(column, keys),
                row -> Objects.requireNonNull(row.get(0, column.type()))));
    rows.stream()
        .filter(row -> key(column, row).anyMatch(it -> !own.contains(it)))
        .findFirst()
        .ifPresent(row -> {
          throw merge.refersToNothing(column, row.values);
        });
  }

  /** What is worked out of a row is the program's own. */
  private static Stream<Object> key(Column<?, ?> column, Written row) {
    var value = row.at.get(column.index()) ? row.values[column.index()] : null;
    return value == null || value instanceof Formula<?, ?> ? Stream.empty() : Stream.of(value);
  }

  /** Adds the row and gives it back with its key. */
  public T add(Link link, Write insert) {
    var values = insert.written.values;
    try {
      if (link.query(insert.sql, row -> keep(row, values)).isEmpty()) throw notStored(table);
    } catch (Violation violation) {
      throw conflict(violation, insert.written, link);
    }
    mustBeOwn(link, List.of(insert.written));
    return table.shape().make(values);
  }

  /** The database has said that it is done, and has not stored what it was given. */
  static IllegalStateException notStored(Mapping<?, ?> table) {
    return new IllegalStateException(
        table.entity() + " was not stored: a trigger or a rule of its table has kept it out");
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
    if (!rows.isEmpty()) mustBeOwn(link, List.of(update.written));
    return rows.stream()
        .findFirst()
        .map(it -> merge.answered(it, update.written))
        .orElseThrow(
            () -> update.isOfVersion && isThere(link, key) ? merge.stale() : merge.notFound());
  }

  private boolean isThere(Link link, K key) {
    return !link.query(statements.exists(key), _ -> true).isEmpty();
  }

  /**
   * What is wrong with a row once it is changed, if constraints say so; else the number of rows.
   */
  int refuseMerged(Link link, K key, Write update) {
    var rows = link.query(statements.read(key), statements::values);
    for (var current : rows) merge.kept(update.written.over(current), update.written);
    return rows.size();
  }

  /**
   * A row that a {@code CHECK} refused may break constraints that say it better. It is looked at
   * once the change is undone: some databases run nothing more before that.
   */
  public T changed(Access access, K key, Write update) {
    try {
      return run(access, isOneUpdate(), link -> change(link, key, update));
    } catch (Violation check) {
      access.readingOnce(link -> refuseMerged(link, key, update));
      throw check;
    }
  }

  /**
   * Writes, and finds out before whose rows it is about.
   *
   * @param isOnce whether it is one statement, with none behind it that may refuse it
   */
  public <R> R run(Access access, boolean isOnce, Function<Link, R> work) {
    var road = access.about(isOwned());
    return isOnce ? road.writingOnce(work) : road.writing(work);
  }

  /** Takes a row away; gives the number of rows. */
  public long remove(Link link, K key) {
    var removed = removed(link, statements.delete(key));
    if (removed == 0) throw merge.notFound();
    return removed;
  }

  /** As {@link #remove(Link, Object)}, if it still has this version. */
  public long remove(Link link, K key, long version) {
    var removed = removed(link, statements.updates().delete(key, version));
    if (removed == 0) throw isThere(link, key) ? merge.stale() : merge.notFound();
    return removed;
  }

  private long removed(Link link, Sql delete) {
    try {
      return link.execute(delete);
    } catch (Violation _) {
      throw merge.stillReferred();
    }
  }

  /** What a client gets for a violation; a broken {@code CHECK} is the program's own. */
  RuntimeException conflict(Violation violation, Written write, Link link) {
    if (violation.rule() == Violation.Rule.CHECK) return violation;
    return table.columns().stream()
        .sorted(Comparator.comparing(column -> column.spec().upkeep() == ColumnSpec.Upkeep.OWNER))
        .filter(column -> isMeant(violation, column, write, link))
        .findFirst() // what a client sends comes before whose row it is
        .map(column -> told(violation, column, write))
        .orElseGet(Store::unsaid);
  }

  private RuntimeException told(Violation violation, Column<T, ?> column, Written write) {
    return switch (violation.rule()) {
      case UNIQUE -> merge.taken(column, violation.columns(), write.values);
      case LENGTH -> merge.tooLong(column);
      case REFERENCE, CHECK -> merge.refersToNothing(column, write.values);
    };
  }

  /** Where the database does not say which column it was, the rows themselves are asked. */
  private boolean isMeant(Violation violation, Column<T, ?> column, Written write, Link link) {
    return violation.columns().isEmpty()
        ? refersToNothing(violation, column, write, link)
        : violation.columns().stream().anyMatch(column.column()::equalsIgnoreCase);
  }

  private boolean refersToNothing(
      Violation violation, Column<T, ?> column, Written write, Link link) {
    var reference = column.spec().reference();
    var value = write.values[column.index()];
    return violation.rule() == Violation.Rule.REFERENCE
        && write.at.get(column.index())
        && reference != null
        && value != null
        && link.query(statements.references().own(column, List.of(value)), _ -> true).isEmpty();
  }
}

package dev.covet.data.sql;

import dev.covet.data.table.CompositeKey;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.RowKey;
import dev.covet.data.table.Upkept;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one table that write over single rows, or take away one that has a version.
 * Their texts are made when they are first asked for. Thread-safe.
 */
public final class UpdateStatements<T, K> {
  /** Most texts of updates that are kept, one for each set of columns. */
  static final int UPDATES_MAX = 256;

  private final Mapping<T, K> table;
  private final SqlTerms terms;
  private final Map<BitSet, ByKey<K>> updates = new ConcurrentHashMap<>();
  private final Map<BitSet, ByKey<OfVersion>> checked = new ConcurrentHashMap<>();
  private volatile @Nullable Saves<T> saves;

  /** A key, and the version that its row must have. */
  private record OfVersion(Object key, long version) {}

  UpdateStatements(Mapping<T, K> table, SqlTerms terms) {
    this.table = table;
    this.terms = terms;
  }

  /**
   * New values for the row with a key, which gives back the whole row.
   *
   * @param values one for each column, as {@link Sql.Argument} takes them
   * @param changed positions of the columns that are written, at least one
   */
  public Sql update(Object key, @Nullable Object[] values, BitSet changed) {
    return kept(updates, changed, table.key()).of(arguments(values, changed), key);
  }

  /**
   * As {@link #update(Object, Object[], BitSet)}, about no row if it has another version.
   *
   * @throws IllegalArgumentException if the table has no {@code @Version}
   */
  public Sql update(Object key, @Nullable Object[] values, BitSet changed, long version) {
    return kept(checked, changed, withVersion())
        .of(arguments(values, changed), new OfVersion(key, version));
  }

  @SuppressWarnings("unchecked") // it is a key of the table
  private RowKey<T, OfVersion> withVersion() {
    var columns = new ArrayList<>(table.key().keyColumns());
    columns.add(Upkept.version(table));
    return new CompositeKey<>(
        columns,
        it -> {
          var values = new ArrayList<>(table.key().keyValues((K) it.key()));
          values.add(it.version());
          return values;
        });
  }

  private List<Sql.Argument> arguments(@Nullable Object[] values, BitSet changed) {
    var arguments = new ArrayList<Sql.Argument>();
    for (var column : table.columns()) {
      if (changed.get(column.index())) {
        arguments.add(new Sql.Argument(column.type(), values[column.index()]));
      }
    }
    return arguments;
  }

  private <Q> ByKey<Q> kept(Map<BitSet, ByKey<Q>> all, BitSet changed, RowKey<T, Q> key) {
    var known = all.get(changed);
    if (known == null) {
      known = updating(changed, key);
      if (all.size() < UPDATES_MAX) all.put((BitSet) changed.clone(), known);
    }
    return known;
  }

  /** Positions of the columns that {@link #save} writes. */
  public BitSet saved() {
    return saves().written();
  }

  /**
   * A record over the row that has its key, and its version if there is one; gives back the row.
   *
   * @param stored one for each column, as {@link Sql.Argument} takes them
   * @param written positions of the columns that are written, as {@link #saved} says
   */
  public Sql save(@Nullable Object[] stored, BitSet written) {
    return saves().update(arguments(stored, written), stored);
  }

  /** The key of the row that has the same as a record, if there is one. */
  public Sql existsAs(@Nullable Object[] values) {
    return saves().exists(values);
  }

  private Saves<T> saves() {
    var known = saves;
    if (known == null) {
      known = new Saves<>(table, terms, this);
      saves = known;
    }
    return known;
  }

  <Q> ByKey<Q> updating(BitSet changed, RowKey<T, Q> key) {
    var sql = terms.writer().add("UPDATE ").name(table.table());
    sql.set(table.columns(), changed, column -> sql.argument(column.type(), null));
    var whole = terms.writer().add(" RETURNING ").reads(table.columns()).text();
    return new ByKey<>(sql.ofOwner(table), key, "", whole);
  }

  /**
   * As {@link Statements#delete(Object)}, about no row if it has another version.
   *
   * @throws IllegalArgumentException if the table has no {@code @Version}
   */
  public Sql delete(Object key, long version) {
    var start = terms.writer().add("DELETE FROM ").name(table.table()).ofOwner(table);
    return new ByKey<>(start, withVersion(), "", "").of(new OfVersion(key, version));
  }
}

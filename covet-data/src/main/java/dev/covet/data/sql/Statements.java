package dev.covet.data.sql;

import dev.covet.data.query.Formula;
import dev.covet.data.table.Mapping;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The statements of one table about single rows. Their texts are made once. Thread-safe. */
public final class Statements<T, K> {
  private final Mapping<T, K> table;
  private final BulkStatements<T> bulk;
  private final InsertStatements<T> inserts;
  private final UpdateStatements<T, K> updates;
  private final OwnReferences<T> references;
  private final Formula.@Nullable OfColumn<T, ?> owner;
  private final List<RowReader.Value> readers;
  private final ByKey<K> read;
  private final ByKey<K> exists;
  private final ByKey<K> delete;

  /** The statements of a table. */
  public Statements(Mapping<T, K> table, SqlTerms terms) {
    this.table = table;
    this.owner = terms.owner(table);
    this.references = new OwnReferences<>(table, terms);
    this.bulk = new BulkStatements<>(table, terms);
    this.inserts = new InsertStatements<>(table, terms);
    this.updates = new UpdateStatements<>(table, terms);
    this.readers = readers(table);
    var from = terms.writer().add(" FROM ").name(table.table()).text();
    var keys = table.key().keyColumns();
    this.read = byKey(terms.writer().add("SELECT ").reads(table.columns()).add(from));
    this.exists = byKey(terms.writer().add("SELECT ").names(keys).add(from));
    this.delete = byKey(terms.writer().add("DELETE").add(from));
  }

  /** The column that says whose a row is; null if rows are not told apart by that. */
  public Formula.@Nullable OfColumn<T, ?> owner() {
    return owner;
  }

  /** Whether a row is written by whoever it is of, or leads to rows that are. */
  public boolean isOwned() {
    return owner != null || !references.areNone();
  }

  /** The columns that lead to rows that have owners. */
  public OwnReferences<T> references() {
    return references;
  }

  private static List<RowReader.Value> readers(Mapping<?, ?> table) {
    return IntStream.range(0, table.columns().size())
        .mapToObj(at -> new RowReader.Value(at, table.table(), table.columns().get(at)))
        .toList();
  }

  private ByKey<K> byKey(SqlWriter start) {
    return new ByKey<>(start.ofOwner(table), table.key(), "", "");
  }

  /** No row with this key any more. */
  public Sql delete(Object key) {
    return delete.of(key);
  }

  /** Those that write over single rows, or ask for their versions. */
  public UpdateStatements<T, K> updates() {
    return updates;
  }

  /** Those that add rows. */
  public InsertStatements<T> inserts() {
    return inserts;
  }

  /** Those about any number of rows. */
  public BulkStatements<T> bulk() {
    return bulk;
  }

  /** The key of a row, if there is one with it. */
  public Sql exists(Object key) {
    return exists.of(key);
  }

  /** All columns of the row with a key. */
  public Sql read(Object key) {
    return read.of(key);
  }

  /** The values of a row that holds all columns. */
  public @Nullable Object[] values(Row row) {
    var values = new @Nullable Object[readers.size()];
    for (var at = 0; at < values.length; at++) values[at] = readers.get(at).in(row);
    return values;
  }
}

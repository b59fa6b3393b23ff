package dev.covet.data;

import dev.covet.api.Changes;
import dev.covet.api.Page;
import dev.covet.api.Paging;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Work;
import dev.covet.data.error.TooManyValues;
import dev.covet.data.memory.Evaluator;
import dev.covet.data.memory.MapRows;
import dev.covet.data.memory.MapTransaction;
import dev.covet.data.query.Condition;
import dev.covet.data.query.Extent;
import dev.covet.data.query.Selection;
import dev.covet.data.store.Watch;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.Upkept;
import dev.covet.data.type.Mapped;
import dev.covet.data.type.SqlType;
import dev.covet.data.write.NewRow;
import dev.covet.data.write.RowMerge;
import dev.covet.data.write.RowValues;
import dev.covet.data.write.Writes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rows in memory that keep the rules of their table. Thread-safe. */
final class MapRepository<T, K> implements Repository<T, K> {
  private final Mapping<T, K> table;
  private final Clock clock;
  private final RowMerge<T, K> merge;
  private final MapRows rows;

  MapRepository(Mapping<T, K> table, Clock clock) {
    this.table = table;
    this.clock = clock;
    this.merge = new RowMerge<>(table);
    this.rows = new MapRows(table);
  }

  @Override
  public Mapping<T, K> table() {
    return table;
  }

  @Override
  public T insert(T row) {
    var added = NewRow.of(table, copied(table.shape().values(row)), clock.instant());
    return rows.alone(() -> add(added));
  }

  private T add(NewRow added) {
    var row = added.written().values();
    if (!added.isKeyGiven()) {
      var column = table.key().keyColumn();
      row[column.index()] = number(column.type(), rows.nextKey());
    }
    refuseTaken(row, null);
    rows.put(row);
    return made(row);
  }

  private static Object number(SqlType<?> type, long number) {
    return switch (type) {
      case SqlType.Whole32 _ -> Math.toIntExact(number);
      case Mapped<?, ?> mapped -> mapped.fromStored(number(mapped.of(), number));
      default -> number;
    };
  }

  /** Bytes alone can be changed, so nobody gets those that are in here. */
  private static @Nullable Object[] copied(@Nullable Object[] row) {
    var copy = row.clone();
    for (var at = 0; at < copy.length; at++) {
      if (copy[at] instanceof byte[] bytes) copy[at] = bytes.clone();
    }
    return copy;
  }

  private T made(@Nullable Object[] row) {
    return table.shape().make(copied(row));
  }

  /**
   * Refuses a row with what another one has alone.
   *
   * @param instead the row that it takes the place of; null for none
   */
  private void refuseTaken(@Nullable Object[] row, @Nullable Object @Nullable [] instead) {
    var taken = rows.taken(row, instead);
    if (taken.isPresent()) {
      var names = taken.get().columns().stream().map(it -> it.column()).toList();
      var first =
          table.columns().stream()
              .filter(it -> names.contains(it.column()))
              .findFirst()
              .orElseThrow();
      throw merge.taken(first, names, row).told(Watch.NONE);
    }
  }

  @Override
  public Optional<T> find(K key) {
    return rows.alone(() -> rows.find(keyOf(key)).map(this::made));
  }

  private List<Object> keyOf(K key) {
    var columns = table.key().keyColumns();
    var values = table.key().keyValues(key);
    var stored = new ArrayList<Object>();
    for (var at = 0; at < columns.size(); at++) {
      stored.add(Objects.requireNonNull(Evaluator.stored(columns.get(at), values.get(at))));
    }
    return stored;
  }

  @Override
  public T update(K key, Changes<T> changes) {
    return changes.isEmpty() ? get(key) : change(key, merge.written(changes), null);
  }

  @Override
  public T update(K key, Changes<T> changes, long version) {
    return changes.isEmpty()
        ? merge.unchanged(get(key), version)
        : change(key, merge.written(changes), ofVersion(version));
  }

  @Override
  public T replace(K key, T row) {
    var replaced = merge.replaced(row);
    return replaced.at().isEmpty() ? get(key) : change(key, replaced, null);
  }

  @Override
  public T replace(K key, T row, long version) {
    return change(key, merge.replaced(row), ofVersion(version));
  }

  private Predicate<@Nullable Object[]> ofVersion(long version) {
    var at = Upkept.version(table).index();
    return row -> Objects.equals(row[at], version);
  }

  private T change(K key, Writes.Written written, @Nullable Predicate<@Nullable Object[]> isFresh) {
    Upkept.updated(table, written.values(), written.at(), clock.instant());
    RowValues.normalize(table, written.values(), written.at());
    return rows.alone(
        () -> changed(rows.find(keyOf(key)).orElseThrow(merge::notFound), written, isFresh));
  }

  private T changed(
      @Nullable Object[] row,
      Writes.Written written,
      @Nullable Predicate<@Nullable Object[]> isFresh) {
    if (isFresh != null && !isFresh.test(row)) throw merge.stale();
    var merged = copied(written.over(row.clone()));
    Upkept.counted(table, merged, written.at());
    refuseTaken(merged, row);
    var kept = merge.kept(copied(merged), written);
    rows.remove(row);
    rows.put(merged);
    return kept;
  }

  @Override
  public T save(T row) {
    var values = table.shape().values(row);
    if (!merge.isKeySet(values)) return insert(row);
    var added = NewRow.of(table, copied(values), clock.instant());
    Upkept.updated(table, values, new BitSet(), clock.instant());
    var all = new BitSet();
    all.set(0, values.length);
    RowValues.normalize(table, values, all);
    return rows.alone(() -> saved(values, added));
  }

  private T saved(@Nullable Object[] values, NewRow added) {
    var there = rows.findAs(values);
    if (there.isPresent()) {
      var written = new Writes.Written(values, Upkept.saved(table));
      return changed(there.get(), written, row -> Upkept.isSameVersion(table, row, values));
    }
    if (merge.isKeyOfDatabase(values)) throw merge.notFound();
    return add(added);
  }

  @Override
  public void delete(K key) {
    remove(key, _ -> true);
  }

  @Override
  public void delete(K key, long version) {
    remove(key, ofVersion(version));
  }

  private void remove(K key, Predicate<@Nullable Object[]> isFresh) {
    rows.alone(() -> {
      var row = rows.find(keyOf(key)).orElseThrow(merge::notFound);
      if (!isFresh.test(row)) throw merge.stale();
      rows.remove(row);
      return true;
    });
  }

  @Override
  public List<T> list(Selection<T> selection) {
    var filter = filter(selection.condition());
    var order = Evaluator.order(table, selection.orders());
    return rows.alone(() ->
        rows.all()
            .filter(filter)
            .sorted(order)
            .skip(selection.offset())
            .limit(selection.limit())
            .map(this::made)
            .toList());
  }

  @Override
  public Page<T> page(Selection<T> selection, Paging paging) {
    var part = selection.part(paging.offset(), paging.limit());
    return rows.alone(() -> new Page<>(list(part), count(selection.condition())));
  }

  @Override
  public long count(Condition<T> condition) {
    var filter = filter(condition);
    return rows.alone(() -> rows.all().filter(filter).count());
  }

  /** Asks for no more values than a database lets programs ask for. */
  private static Predicate<@Nullable Object[]> filter(Condition<?> condition) {
    var valuesMax = DatabaseLimits.STANDARD.inValuesMax();
    if (Extent.of(condition).listedMax() > valuesMax) throw new TooManyValues(valuesMax);
    return Evaluator.filter(condition);
  }

  @Override
  public <R, X extends Exception> R tx(Work<R, X> work) throws X {
    return MapTransaction.run(work);
  }
}

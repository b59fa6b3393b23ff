package dev.covet.data;

import dev.covet.data.query.Keyset;
import dev.covet.data.query.Selection;
import dev.covet.data.table.RowSource;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;

/** Rows in blocks, each read when the one before is used up. Not thread-safe. */
final class RowBlocks<T, R> extends Spliterators.AbstractSpliterator<R> {
  /** Rows that are in memory at a time. */
  static final int ROWS = 1_000;

  private final RowQueries queries;
  private final RowSource<T, ?, R> source;
  private final Keyset<T> keyset;
  private final Selection<T> first;
  private Selection<T> rest;
  private Iterator<R> block = List.<R>of().iterator();

  RowBlocks(RowQueries queries, RowSource<T, ?, R> source, Selection<T> query) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.queries = queries;
    this.source = source;
    this.keyset = Keyset.of(source.root(), query.orders());
    this.first = query;
    this.rest = query;
  }

  @Override
  public boolean tryAdvance(Consumer<? super R> each) {
    if (!block.hasNext() && rest.limit() > 0) next();
    if (!block.hasNext()) return false;
    each.accept(block.next());
    return true;
  }

  private void next() {
    var read = queries.block(source, rest.part(0, ROWS), keyset);
    block = read.rows().iterator();
    var isLast = read.rows().size() < ROWS;
    var left = rest.limit() == Selection.ALL ? Selection.ALL : rest.limit() - read.rows().size();
    rest = isLast ? rest.limit(0) : keyset.behind(first, read.values().getLast()).limit(left);
  }
}

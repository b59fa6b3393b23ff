package dev.covet.data.write;

import dev.covet.data.error.BrokenRow;
import dev.covet.data.table.Column;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.Upkept;
import java.time.Instant;
import java.util.BitSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of a row that is to be added, which keep its record's constraints. */
public final class NewRow {
  private static final UUID NIL = new UUID(0, 0);

  private final Writes.Written written;
  private final @Nullable Object[] stored;
  private final boolean isKeyGiven;

  private NewRow(Writes.Written written, @Nullable Object[] stored, boolean isKeyGiven) {
    this.written = written;
    this.stored = stored;
    this.isKeyGiven = isKeyGiven;
  }

  /**
   * A row; its nil UUID becomes a new one, and moments that it does not have are now.
   *
   * @throws BrokenRow if it breaks a constraint
   */
  public static NewRow of(Mapping<?, ?> table, @Nullable Object[] values, Instant now) {
    var isKeyGiven = giveKey(table, values);
    Upkept.created(table, values, now);
    var all = new BitSet();
    all.set(0, values.length);
    var stored = RowValues.normalize(table, values, all);
    check(table, values);
    return new NewRow(new Writes.Written(values, all), stored, isKeyGiven);
  }

  /** Whether the row has a key now, so that the database need not give one. */
  private static boolean giveKey(Mapping<?, ?> table, @Nullable Object[] values) {
    if (!(table.key() instanceof Column<?, ?> column)) return true;
    var at = column.index();
    if (NIL.equals(values[at])) values[at] = UUID.randomUUID();
    return !isUnset(values[at]);
  }

  private static <T> void check(Mapping<T, ?> table, @Nullable Object[] values) {
    RowValues.refuse(table, table.shape().check(table.shape().make(values)));
  }

  /** Whether a key is none: null, 0, or the nil UUID. */
  static boolean isUnset(@Nullable Object key) {
    return key == null
        || NIL.equals(key)
        || (key instanceof Number number && number.longValue() == 0);
  }

  /** What is written, and read back. */
  public Writes.Written written() {
    return written;
  }

  /** What is bound for it. */
  @Nullable Object[] stored() {
    return stored;
  }

  /** Whether it has a key; otherwise the database gives one. */
  public boolean isKeyGiven() {
    return isKeyGiven;
  }
}

package dev.covet.data.query;

/**
 * A query of one value for each row: {@code db.from(TEAM).select(TEAM.id)}.
 *
 * @param <V> the type of the values, boxed
 */
public interface SubQuery<V> {
  /** What it picks. */
  Selection.Picking<?> picking();
}

package queries;

import java.util.List;

/** What is asked of heroes and of others. */
interface Found<T, K> {
  List<T> after(K key);
}

package dev.covet.data.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts of statements, by the pieces that they are made of: statements of one shape have one text,
 * which is put together once, and whose hash is known. No values are among the pieces. Thread-safe.
 */
final class SqlTexts {
  /** Most texts that are kept; when there are more, all are forgotten. */
  static final int TEXTS_MAX = 64;

  private final Map<List<String>, String> texts = new ConcurrentHashMap<>();

  /** The text of these pieces, one after the other. */
  String of(List<String> pieces) {
    var known = texts.get(pieces);
    if (known != null) return known;
    if (texts.size() >= TEXTS_MAX) texts.clear();
    var text = String.join("", pieces);
    texts.put(new ArrayList<>(pieces), text);
    return text;
  }

  int size() {
    return texts.size();
  }
}

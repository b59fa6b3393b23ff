package dev.covet.web.http;

import dev.covet.api.BadRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names and values of a query in their order, decoded as HTML forms write them (WHATWG URL, 5.1): a
 * plus is a blank, names repeat, brackets mean nothing.
 */
public final class Parameters {
  /** The most parameters of one query. */
  public static final int COUNT_MAX = 256;

  private static final Parameters NONE = new Parameters(List.of());

  private final List<String> namesAndValues;

  private Parameters(List<String> namesAndValues) {
    this.namesAndValues = namesAndValues;
  }

  /**
   * The parameters of a query as it came.
   *
   * @throws BadRequest if an escape is broken, or is not UTF-8
   * @throws TooManyParameters if there are more than {@link #COUNT_MAX}
   */
  public static Parameters parse(String query) {
    if (query.isEmpty()) return NONE;
    var found = new ArrayList<String>();
    for (int from = 0, end; from <= query.length(); from = end + 1) {
      end = query.indexOf('&', from);
      if (end < 0) end = query.length();
      if (end > from) add(found, query, from, end);
    }
    return new Parameters(found);
  }

  private static void add(List<String> found, String query, int from, int end) {
    if (found.size() == 2 * COUNT_MAX) throw new TooManyParameters();
    var equal = query.indexOf('=', from);
    var nameEnd = equal < 0 || equal > end ? end : equal;
    found.add(decode(query, from, nameEnd));
    found.add(nameEnd == end ? "" : decode(query, nameEnd + 1, end));
  }

  private static String decode(String query, int from, int end) {
    var text = Percent.decode(query, from, end, true);
    if (text == null) throw new BadRequest("The query has an invalid percent-encoding");
    return text;
  }

  /** The first value of a name, or null if it is not there. */
  public @Nullable String first(String name) {
    for (var i = 0; i < namesAndValues.size(); i += 2) {
      if (namesAndValues.get(i).equals(name)) return namesAndValues.get(i + 1);
    }
    return null;
  }

  /** Whether a name is there more than once. */
  public boolean repeats(String name) {
    var count = 0;
    for (var i = 0; i < namesAndValues.size(); i += 2) {
      if (namesAndValues.get(i).equals(name)) count++;
    }
    return count > 1;
  }

  /** All values of a name, in their order. */
  public List<String> all(String name) {
    var values = new ArrayList<String>();
    for (var i = 0; i < namesAndValues.size(); i += 2) {
      if (namesAndValues.get(i).equals(name)) values.add(namesAndValues.get(i + 1));
    }
    return values;
  }

  /** All names, each once, in their order. */
  public Set<String> names() {
    var names = new LinkedHashSet<String>();
    for (var i = 0; i < namesAndValues.size(); i += 2) {
      names.add(namesAndValues.get(i));
    }
    return names;
  }

  /** The number of parameters. */
  public int size() {
    return namesAndValues.size() / 2;
  }
}

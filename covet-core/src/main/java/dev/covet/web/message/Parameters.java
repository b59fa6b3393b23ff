package dev.covet.web.message;

import dev.covet.api.ApiError;
import dev.covet.api.BadRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Names and values of a query or a form in their order, decoded as HTML forms write them (WHATWG
 * URL, 5.1): a plus is a blank, names repeat, brackets mean nothing.
 */
public final class Parameters {
  /** The most parameters of one query. */
  public static final int COUNT_MAX = 256;

  /** The most fields of one form. */
  public static final int FIELDS_MAX = 1_000;

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
    return parse(query, "query", COUNT_MAX, TooManyParameters::new);
  }

  /**
   * The fields of a form as it came, of the type {@code application/x-www-form-urlencoded}.
   *
   * @throws BadRequest if an escape is broken, or is not UTF-8
   * @throws TooManyFields if there are more than {@link #FIELDS_MAX}
   */
  public static Parameters parseForm(byte[] body) {
    var text = new String(body, StandardCharsets.ISO_8859_1);
    return parse(text, "form", FIELDS_MAX, TooManyFields::new);
  }

  /** The fields of a form that were decoded before: each name, then its value. */
  public static Parameters ofForm(List<String> namesAndValues) {
    return new Parameters(List.copyOf(namesAndValues));
  }

  private static Parameters parse(
      String text, String what, int countMax, Supplier<ApiError> tooMany) {
    if (text.isEmpty()) return NONE;
    var found = new ArrayList<String>();
    for (int from = 0, end; from <= text.length(); from = end + 1) {
      end = text.indexOf('&', from);
      if (end < 0) end = text.length();
      if (end == from) continue;
      if (found.size() == 2 * countMax) throw tooMany.get();
      if (!add(found, text, from, end)) {
        throw new BadRequest("The " + what + " has an invalid percent-encoding");
      }
    }
    return new Parameters(found);
  }

  /** Whether both name and value can be decoded. */
  private static boolean add(List<String> found, String text, int from, int end) {
    var equal = text.indexOf('=', from);
    var nameEnd = equal < 0 || equal > end ? end : equal;
    var name = Percent.decode(text, from, nameEnd, true);
    var value = nameEnd == end ? "" : Percent.decode(text, nameEnd + 1, end, true);
    if (name == null || value == null) return false;
    found.add(name);
    found.add(value);
    return true;
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
    return others(_ -> false).keySet();
  }

  /** The values of each name that is not known, in their order. */
  public SequencedMap<String, List<String>> others(Predicate<String> known) {
    var others = new LinkedHashMap<String, List<String>>();
    for (var i = 0; i < namesAndValues.size(); i += 2) {
      var name = namesAndValues.get(i);
      if (known.test(name)) continue;
      others.computeIfAbsent(name, _ -> new ArrayList<>()).add(namesAndValues.get(i + 1));
    }
    return others;
  }

  /** The number of parameters. */
  public int size() {
    return namesAndValues.size() / 2;
  }
}

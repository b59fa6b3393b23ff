package dev.covet.web.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Header fields in one flat array, name and value in turn: small, immutable, quick to copy. */
final class HeaderList implements Headers {
  static final HeaderList EMPTY = new HeaderList(new String[0]);

  /** An element of a list: a comma between quotes parts nothing. */
  private static final Pattern ELEMENT = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*+\"?|[^,\"])++");

  private final String[] fields;

  private HeaderList(String[] fields) {
    this.fields = fields;
  }

  /** The fields, each one checked. */
  static HeaderList checked(String... fields) {
    if (fields.length % 2 != 0) throw new IllegalArgumentException("A header value is null");
    for (var i = 0; i < fields.length; i += 2) HeaderText.check(fields[i], fields[i + 1]);
    return new HeaderList(fields.clone());
  }

  /** The fields, from constants that need no check. */
  static HeaderList trusted(String... fields) {
    return new HeaderList(fields);
  }

  /** The fields of others, which were checked before. */
  static HeaderList of(Headers headers) {
    if (headers instanceof HeaderList list) return list;
    var fields = new ArrayList<String>();
    headers.forEach((name, value) -> {
      fields.add(name);
      fields.add(value);
    });
    return new HeaderList(fields.toArray(String[]::new));
  }

  /** The elements of lists in fields of one name. */
  static List<String> elements(List<String> values) {
    return values.stream()
        .flatMap(field -> ELEMENT.matcher(field).results())
        .map(element -> element.group().strip())
        .filter(element -> !element.isEmpty())
        .toList();
  }

  @Override
  public @Nullable String first(String name) {
    for (var i = 0; i < fields.length; i += 2) {
      if (HeaderText.isSame(fields[i], name)) return fields[i + 1];
    }
    return null;
  }

  @Override
  public List<String> all(String name) {
    var found = new ArrayList<String>();
    for (var i = 0; i < fields.length; i += 2) {
      if (HeaderText.isSame(fields[i], name)) found.add(fields[i + 1]);
    }
    return found;
  }

  @Override
  public void forEach(BiConsumer<String, String> each) {
    for (var i = 0; i < fields.length; i += 2) each.accept(fields[i], fields[i + 1]);
  }

  /** These fields with one in the place of all of its name. */
  HeaderList with(String name, String value) {
    return has(name) ? without(name).plus(name, value) : plus(name, value);
  }

  /** These fields and one more, whatever is there. */
  HeaderList plus(String name, String value) {
    var more = Arrays.copyOf(fields, fields.length + 2);
    more[fields.length] = name;
    more[fields.length + 1] = value;
    return new HeaderList(more);
  }

  /** These fields and those of another list, whatever is there. */
  HeaderList plusAll(HeaderList others) {
    var more = Arrays.copyOf(fields, fields.length + others.fields.length);
    System.arraycopy(others.fields, 0, more, fields.length, others.fields.length);
    return new HeaderList(more);
  }

  /** These fields and those of another list that have a name of their own. */
  HeaderList plusMissing(HeaderList others) {
    var more = Arrays.copyOf(fields, fields.length + others.fields.length);
    var count = fields.length;
    for (var i = 0; i < others.fields.length; i += 2) {
      if (has(others.fields[i])) continue;
      more[count++] = others.fields[i];
      more[count++] = others.fields[i + 1];
    }
    return new HeaderList(count == more.length ? more : Arrays.copyOf(more, count));
  }

  /** These fields but those of a name. */
  HeaderList without(String name) {
    if (!has(name)) return this;
    var kept = new String[fields.length];
    var count = 0;
    for (var i = 0; i < fields.length; i += 2) {
      if (HeaderText.isSame(fields[i], name)) continue;
      kept[count++] = fields[i];
      kept[count++] = fields[i + 1];
    }
    return new HeaderList(Arrays.copyOf(kept, count));
  }
}

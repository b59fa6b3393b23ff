package dev.covet.web.server.http2;

import dev.covet.web.http.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The header fields of a request, names in lower case. Nothing changes them any more. */
final class FieldList implements Headers {
  private final String[] fields;
  private final int end;

  /** The names and values in turn, up to an end. */
  FieldList(String[] fields, int end) {
    this.fields = fields;
    this.end = end;
  }

  @Override
  public @Nullable String first(String name) {
    for (var i = 0; i < end; i += 2) {
      if (is(i, name)) return fields[i + 1];
    }
    return null;
  }

  @Override
  public List<String> all(String name) {
    var found = new ArrayList<String>();
    for (var i = 0; i < end; i += 2) {
      if (is(i, name)) found.add(fields[i + 1]);
    }
    return found;
  }

  private boolean is(int at, String name) {
    return fields[at].length() == name.length() && fields[at].equalsIgnoreCase(name);
  }

  @Override
  public void forEach(BiConsumer<String, String> each) {
    for (var i = 0; i < end; i += 2) each.accept(fields[i], fields[i + 1]);
  }
}

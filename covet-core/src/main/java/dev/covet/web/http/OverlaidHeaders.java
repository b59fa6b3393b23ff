package dev.covet.web.http;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Header fields with one in the place of all of its name. */
record OverlaidHeaders(Headers under, String name, String value) implements Headers {
  @Override
  public @Nullable String first(String asked) {
    return HeaderText.isSame(name, asked) ? value : under.first(asked);
  }

  @Override
  public List<String> all(String asked) {
    return HeaderText.isSame(name, asked) ? List.of(value) : under.all(asked);
  }

  @Override
  public void forEach(BiConsumer<String, String> each) {
    under.forEach((there, text) -> {
      if (!HeaderText.isSame(name, there)) each.accept(there, text);
    });
    each.accept(name, value);
  }
}

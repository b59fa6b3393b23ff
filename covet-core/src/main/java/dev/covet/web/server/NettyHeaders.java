package dev.covet.web.server;

import dev.covet.web.http.Headers;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a request as Netty decoded them; nothing changes them any more.
 *
 * @param fields Netty's view of them
 */
record NettyHeaders(HttpHeaders fields) implements Headers {
  @Override
  public @Nullable String first(String name) {
    return fields.get(name);
  }

  @Override
  public List<String> all(String name) {
    return fields.getAll(name);
  }

  @Override
  public void forEach(BiConsumer<String, String> each) {
    fields.forEach(field -> each.accept(field.getKey(), field.getValue()));
  }
}

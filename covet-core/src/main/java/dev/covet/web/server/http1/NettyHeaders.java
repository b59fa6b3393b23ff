package dev.covet.web.server.http1;

import dev.covet.web.http.Headers;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a request as Netty decoded them; nothing changes them any more.
 *
 * @param fields Netty's view of them
 */
record NettyHeaders(HttpHeaders fields) implements Headers {
  /** Names that every request is asked for; Netty keeps the hashes of these. */
  private static final Map<String, AsciiString> USUAL =
      Stream.of("X-Request-Id", "Authorization", "Cookie", "Content-Type", "Accept")
          .collect(Collectors.toUnmodifiableMap(name -> name, AsciiString::cached));

  @Override
  public @Nullable String first(String name) {
    return fields.get(hashed(name));
  }

  private static CharSequence hashed(String name) {
    var usual = USUAL.get(name);
    return usual != null ? usual : name;
  }

  @Override
  public List<String> all(String name) {
    return fields.getAll(hashed(name));
  }

  @Override
  public boolean repeats(String name) {
    var all = fields.valueCharSequenceIterator(hashed(name));
    if (all.hasNext()) all.next();
    return all.hasNext();
  }

  @Override
  public void forEach(BiConsumer<String, String> each) {
    fields.forEach(field -> each.accept(field.getKey(), field.getValue()));
  }
}

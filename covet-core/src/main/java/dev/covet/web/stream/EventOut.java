package dev.covet.web.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonWriter;
import dev.covet.web.message.ClientGone;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the events of one stream. Each leaves as a whole and soon, and waits while the client has
 * too much to take already. Safe for use by many threads, as long as the stream's own source is at
 * work.
 */
public final class EventOut<T> {
  private static final int VALUE_BYTES = 256;

  private final OutputStream out;
  private final Codec<T> codec;
  private final ObjLongConsumer<T> check;
  private final ReentrantLock turn = new ReentrantLock();

  /** Guarded by the turn, as all that follows. */
  private final JsonWriter json = new JsonWriter(VALUE_BYTES);

  private long sent;
  private boolean ended;
  private volatile @Nullable Duration retry;

  EventOut(OutputStream out, Codec<T> codec, ObjLongConsumer<T> check) {
    this.out = out;
    this.codec = codec;
    this.check = check;
  }

  /**
   * Sends a value as an event without a name: a {@code String} as it is, anything else as JSON. As
   * {@link #send(Event)} throws.
   */
  public void send(T value) {
    send(Event.of(value));
  }

  /**
   * Sends an event. The lines of a text may end in LF, CR or CRLF; a client reads them with LF.
   *
   * @throws ClientGone if nobody reads the stream any more: the client has left, or the server
   *     stops; let it end the source
   * @throws IllegalArgumentException if the text has half of a surrogate pair
   * @throws IllegalStateException if the value cannot be written as JSON, or the stream has ended
   */
  public void send(Event<? extends T> event) {
    takeTurn();
    try {
      write(bytes(event));
      sent++;
      if (event.retry() != null) retry = event.retry();
    } finally {
      turn.unlock();
    }
  }

  /** Sends a comment, which no listener hears, as {@link #send(Event)} sends an event. */
  public void comment(String text) {
    var lines = new ByteArrayOutputStream();
    lines(lines, ": ", encoded(text));
    lines.write('\n');
    takeTurn();
    try {
      write(lines.toByteArray());
    } finally {
      turn.unlock();
    }
  }

  /** Another thread may have it while the client takes nothing. */
  private void takeTurn() {
    try {
      turn.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientGone("Interrupted while sending an event", e);
    }
  }

  private void write(byte[] bytes) {
    if (ended) throw new IllegalStateException("The stream of events has ended");
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new ClientGone("Nobody reads the events any more", e);
    }
  }

  private byte[] bytes(Event<? extends T> event) {
    var lines = new ByteArrayOutputStream(VALUE_BYTES);
    if (event.id() != null) lines(lines, "id: ", encoded(event.id()));
    if (event.name() != null) lines(lines, "event: ", encoded(event.name()));
    if (event.retry() != null) {
      lines(lines, "retry: ", String.valueOf(event.retry().toMillis()).getBytes(US_ASCII));
    }
    lines(lines, "data: ", data(event.value()));
    lines.write('\n');
    return lines.toByteArray();
  }

  private byte[] data(T value) {
    if (value instanceof String text) return encoded(text);
    check.accept(value, sent);
    json.clear();
    try {
      codec.write(json, value);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("event " + sent + " cannot be written", e);
    }
    return json.toBytes();
  }

  private static byte[] encoded(String text) {
    try {
      var encoded = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      var bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("The text has half of a surrogate pair", e);
    }
  }

  /** Each line of a text as a field: a client puts them together again. */
  private static void lines(ByteArrayOutputStream to, String field, byte[] text) {
    var name = field.getBytes(US_ASCII);
    to.writeBytes(name);
    var from = 0;
    for (var at = lineEnd(text, 0); at < text.length; at = lineEnd(text, from)) {
      to.write(text, from, at - from);
      to.write('\n');
      to.writeBytes(name);
      var isPair = text[at] == '\r' && at + 1 < text.length && text[at + 1] == '\n';
      from = isPair ? at + 2 : at + 1;
    }
    to.write(text, from, text.length - from);
    to.write('\n');
  }

  private static int lineEnd(byte[] text, int from) {
    var at = from;
    while (at < text.length && text[at] != '\n' && text[at] != '\r') at++;
    return at;
  }

  /** What the source has told the client of coming again; null for nothing. */
  @Nullable Duration retry() {
    return retry;
  }

  /** Sends nothing more. */
  void end() {
    turn.lock();
    try {
      ended = true;
    } finally {
      turn.unlock();
    }
  }
}

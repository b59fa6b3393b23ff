package dev.covet.web.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.covet.base.json.Codec;
import dev.covet.web.http.Content;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A stream of server-sent events as the result of a handler (WHATWG HTML, 9.2). Its source runs in
 * the request's own thread, once the head has left, and may wait as long as it likes; it is
 * interrupted when the client leaves or the server stops.
 *
 * <pre>{@code
 * @Get("/ticks")
 * Events<Tick> ticks(@Nullable @Header Long lastEventId, Ticks ticks) {
 *   return Events.of(out -> {
 *     for (var tick : ticks.after(lastEventId)) out.send(Event.of(tick).id(tick.id()));
 *   });
 * }
 * }</pre>
 *
 * <p>What a client is to be refused for belongs before {@link #of}, in the handler. Immutable.
 */
public final class Events<T> {
  private static final String MEDIA_TYPE = "text/event-stream; charset=utf-8";
  private static final byte[] SILENCE = ": \n\n".getBytes(US_ASCII);

  /** When the server stops, its clients come again within this, and not all at once. */
  private static final int RETRY_MILLIS_MIN = 1_000;

  private static final int RETRY_MILLIS_MAX = 3_000;

  private final Source<T> source;

  private Events(Source<T> source) {
    this.source = source;
  }

  /** Sends the events of one stream, and returns at its end. */
  @FunctionalInterface
  public interface Source<T> {
    /**
     * Sends every event.
     *
     * @throws Exception whatever goes wrong; it cuts the stream, and is logged unless the client
     *     has left
     */
    void sendTo(EventOut<T> out) throws Exception;
  }

  /** Events that a source sends, as soon as the client is there. */
  public static <T> Events<T> of(Source<T> source) {
    return new Events<>(source);
  }

  /**
   * These as a response, which nobody keeps and no proxy gathers.
   *
   * @param check throws if a value breaks its constraints; it also gets the number of the event,
   *     from 0
   */
  public Response response(int status, Codec<T> codec, ObjLongConsumer<T> check) {
    var writer = new Writer<>(source, codec, check);
    return Response.of(status, MEDIA_TYPE, new Content.Stream(-1, writer))
        .withHeader("Cache-Control", "no-store")
        .withHeader("X-Accel-Buffering", "no");
  }

  /** The stream on its way. Used by one thread, but for the farewell. */
  private static final class Writer<T> implements Content.Writer {
    private final Source<T> source;
    private final Codec<T> codec;
    private final ObjLongConsumer<T> check;
    private volatile @Nullable EventOut<T> sending;

    Writer(Source<T> source, Codec<T> codec, ObjLongConsumer<T> check) {
      this.source = source;
      this.codec = codec;
      this.check = check;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.flush(); // the client learns that it is heard before anything happens
      var events = new EventOut<T>(out, codec, check);
      sending = events;
      try {
        source.sendTo(events);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while sending events", e);
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException("the events broke off", e);
      } finally {
        events.end();
      }
    }

    @Override
    public byte[] silence() {
      return SILENCE.clone();
    }

    @Override
    public byte[] farewell() {
      var events = sending;
      var said = events == null ? null : events.retry();
      var retry = said == null ? usualRetry() : said;
      return ("retry: " + retry.toMillis() + "\n\n").getBytes(US_ASCII);
    }

    private static Duration usualRetry() {
      var random = ThreadLocalRandom.current();
      return Duration.ofMillis(random.nextInt(RETRY_MILLIS_MIN, RETRY_MILLIS_MAX));
    }
  }
}

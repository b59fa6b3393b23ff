package dev.covet.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.api.ApiError;
import dev.covet.base.json.Json;
import dev.covet.web.stream.Event;
import dev.covet.web.stream.EventReader;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Events that a test listens to, as a browser would. Every wait ends as those of its client do, so
 * that a test fails and never hangs. Closing it leaves the stream, as a client that goes away. Used
 * by one thread.
 *
 * <pre>{@code
 * try (var ticks = client.events("/ticks")) {
 *   assertThat(ticks.next(Tick.class).value().price()).isEqualTo(7);
 * }
 * }</pre>
 */
public final class TestEvents implements AutoCloseable {
  static final String MEDIA_TYPE = "text/event-stream";
  private static final Json JSON = new Json();

  private final Sent sent;
  private final Patience patience;
  private final Thread bringing;
  private final Heard heard;
  private final Heard.Reading bytes;
  private final EventReader events;

  private TestEvents(Sent sent, Patience patience, Thread bringing, Heard heard) {
    this.sent = sent;
    this.patience = patience;
    this.bringing = bringing;
    this.heard = heard;
    this.bytes = heard.reading(patience);
    this.events = new EventReader(bytes);
  }

  /** Listens, once the head of the answer is there. */
  static TestEvents of(Wire wire, Sent sent, Call call, Patience patience) {
    var heard = new Heard();
    Runnable task =
        () -> {
          try {
            wire.listen(sent, call, heard);
            heard.ends(null);
          } catch (IOException | RuntimeException e) {
            heard.ends(e);
          }
        };
    var thread = Thread.ofVirtual().name(sent.toString()).start(task);
    var listening = new TestEvents(sent, patience, thread, heard);
    try {
      listening.begin();
      return listening;
    } catch (AssertionError failure) {
      listening.close();
      throw failure;
    }
  }

  private void begin() {
    try {
      var head = heard.head().get(patience.longest().toNanos(), TimeUnit.NANOSECONDS);
      var type = String.valueOf(head.fields().first("Content-Type")).toLowerCase(Locale.ROOT);
      if (head.status() == 200 && type.startsWith(MEDIA_TYPE)) return;
      throw new AssertionError("%s was answered with %s %s".formatted(sent, head.status(), type));
    } catch (TimeoutException e) {
      throw failure("no event stream began within " + patience.longest().toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw failure("the response was cut off", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("the test was interrupted", e);
    }
  }

  /**
   * The next event, with its data as it was sent; its id is that of an earlier one if it has none.
   *
   * @throws AssertionError if none comes in time, or the stream has ended or broken off
   */
  public Event<String> next() {
    try {
      bytes.waits();
      var event = events.next();
      if (event != null) return event;
      throw new AssertionError(sent + ": the stream of events has ended");
    } catch (IOException e) {
      throw failed("event", e);
    }
  }

  /**
   * The next event, with its data read from JSON strictly and with all constraints.
   *
   * @throws AssertionError as {@link #next()}, and if the data is no such value
   */
  public <T> Event<T> next(Class<T> type) {
    var event = next();
    try {
      var value = JSON.read(event.value().getBytes(UTF_8), Answer.codec(type));
      return new Event<>(value, event.id(), event.name(), event.retry());
    } catch (ApiError e) {
      throw failure("the event is no " + type.getSimpleName() + ": " + event.value(), e);
    }
  }

  /**
   * Waits for the end of the stream.
   *
   * @throws AssertionError if an event comes instead, or no end in time, or if the stream breaks
   *     off
   */
  public void awaitEnd() {
    try {
      bytes.waits();
      var event = events.next();
      if (event != null) throw new AssertionError(sent + ": another event came: " + event.value());
    } catch (IOException e) {
      throw failed("end", e);
    }
  }

  private AssertionError failed(String what, IOException e) {
    return e instanceof Heard.Late
        ? failure("no %s within %s ms".formatted(what, patience.longest().toMillis()), e)
        : failure("the stream of events broke off", e);
  }

  private AssertionError failure(String what, Exception cause) {
    return new AssertionError(sent + ": " + what, cause);
  }

  /**
   * Leaves; the handler is interrupted.
   *
   * @throws AssertionError if it does not end in time
   */
  @Override
  public void close() {
    heard.close();
    bringing.interrupt();
    try {
      if (bringing.join(patience.longest())) return;
      throw new AssertionError(
          sent + ": the handler goes on after its client has left and it was interrupted");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

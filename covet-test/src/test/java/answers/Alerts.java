package answers;

import dev.covet.api.Default;
import dev.covet.api.Form;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.NotFound;
import dev.covet.api.Post;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.web.stream.Event;
import dev.covet.web.stream.Events;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Events, whole, broken and without end. */
@Routes("/alerts")
public final class Alerts {
  private final Closes closes;

  Alerts(Closes closes) {
    this.closes = closes;
  }

  /** Every reading after the last one that the client has had. */
  @Get
  Events<Reading> after(@Nullable @Header Long lastEventId, @Default("3") int count) {
    var from = lastEventId == null ? 1 : lastEventId + 1;
    return Events.of(out ->
        LongStream.range(from, from + count)
            .forEach(id -> out.send(Event.of(new Reading(id, 20)).id(id).name("reading"))));
  }

  /** One, and then nothing until the client leaves. */
  @Get("/open")
  Events<Reading> open() {
    return Events.of(out -> {
      try {
        out.send(new Reading(1, 20));
        new CountDownLatch(1).await();
      } finally {
        closes.close();
      }
    });
  }

  /** The words of a text. */
  @Post("/words")
  Events<String> words(String text) {
    return Events.of(out -> {
      for (var word : text.split(" ", -1)) out.send(word);
    });
  }

  /** The words of a form. */
  @Post("/said")
  Events<String> said(@Form String text) {
    return words(text);
  }

  @Get("/texts")
  Events<String> texts(@Nullable @Header("Last-Event-ID") String after) {
    return Events.of(out -> {
      out.comment("first of all");
      out.send(Event.of("after " + after).id("é1").retry(Duration.ofSeconds(2)));
      out.send("two\nlines");
    });
  }

  @Get("/maybe/{id}")
  Optional<Events<Reading>> maybe(long id) {
    return id == 1 ? Optional.of(Events.of(out -> out.send(new Reading(1, 20)))) : Optional.empty();
  }

  @Get("/reply")
  Reply<Events<Reading>> reply() {
    return Reply.of(Events.<Reading>of(out -> out.send(new Reading(1, 20)))).header("X-Count", "1");
  }

  @Get("/refused")
  Events<Reading> refused(@Default("0") int sensors) throws NotFound {
    if (sensors == 0) throw new NotFound("Sensor not found");
    return Events.of(_ -> {});
  }

  /** The second one is too hot, or cannot be written. */
  @Get("/broken/{celsius}")
  Events<Reading> broken(double celsius) {
    return Events.of(out -> {
      out.send(new Reading(1, 20));
      out.send(new Reading(2, celsius > 900 ? Double.NaN : celsius));
    });
  }
}

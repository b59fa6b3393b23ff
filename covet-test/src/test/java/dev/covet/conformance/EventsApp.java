package dev.covet.conformance;

import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Html;
import dev.covet.api.Post;
import dev.covet.api.Produces;
import dev.covet.api.Routes;
import dev.covet.app.Covet;
import dev.covet.web.stream.Event;
import dev.covet.web.stream.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page that listens to what anybody says, and texts that are hard to send. */
@Routes
public final class EventsApp {
  /** After so many events a stream ends, and its client comes again. */
  private static final int EVENTS_MAX = 4;

  /** What a text may have, and every listener has to read back with its lines. */
  private static final List<String> TEXTS =
      List.of(
          "", " blank", "two\nlines", "a\rb\r\nc", "\n", "data: x", ": y", "\uFEFF🙂", "\t", "é\0");

  private final List<Said> all = new ArrayList<>();

  EventsApp() {}

  record Said(long id, String text) {}

  private synchronized Said after(long id) throws InterruptedException {
    while (all.size() <= id) wait();
    return all.get((int) id);
  }

  @Post("/say")
  synchronized Said say(String text) {
    var said = new Said(all.size() + 1, text);
    all.add(said);
    notifyAll();
    return said;
  }

  @Get("/said")
  Events<Said> said(@Nullable @Header Long lastEventId) {
    var from = lastEventId == null ? 0 : lastEventId;
    return Events.of(out -> {
      for (var seen = from; seen < from + EVENTS_MAX; seen++) {
        var said = after(seen);
        out.send(Event.of(said).id(said.id()).name("said").retry(Duration.ofMillis(50)));
      }
    });
  }

  @Get("/lines")
  @Produces(Produces.JSON_LINES)
  synchronized Stream<Said> lines() {
    return List.copyOf(all).stream();
  }

  @Get("/texts")
  Events<String> texts(@Nullable @Header String lastEventId) {
    return Events.of(out -> {
      for (var text : TEXTS) out.send(Event.of(text).id("日本 é"));
      out.send(Event.of(lastEventId == null ? "none" : lastEventId).name("again"));
    });
  }

  @Get("/")
  Html page() {
    return Html.raw(
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Events</title>
        <h1>Said so far</h1>
        <ol id="list"></ol>
        <script>
        const said = [], texts = [];
        let opened = 0, again = "";
        const source = new EventSource("/said");
        source.onopen = () => opened++;
        source.addEventListener("said", event => {
          const value = JSON.parse(event.data);
          said.push(event.lastEventId + " " + value.text);
          const line = document.createElement("li");
          line.innerText = value.text;
          document.querySelector("#list").append(line);
        });
        const hard = new EventSource("/texts");
        hard.onmessage = event => texts.push(event.data);
        hard.addEventListener("again", event => {
          again = event.data;
          if (again !== "none") hard.close();
        });
        </script>
        </html>
        """);
  }

  static void main(String[] args) {
    Covet.app().add(EventsApp.class).run(args);
  }
}

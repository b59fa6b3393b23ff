package dev.covet.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * S3.ep.sse, W5: a page in two tabs listens with the {@code EventSource} of a browser. What is said
 * arrives in both, once and in order, also from a stream that has ended in between; texts of all
 * kinds arrive as they were sent, and an id comes back.
 */
final class EventsInBrowser {
  private static final int SAID = 10;

  /** Each of its lines ends as the format has it. */
  private static final String TEXTS =
      "['', ' blank', 'two\\nlines', 'a\\nb\\nc', '\\n', 'data: x', ': y', '\\uFEFF\\u{1F642}', '\\t',"
          + " 'é\\0']";

  private EventsInBrowser() {}

  /**
   * Runs the check.
   *
   * @param args the address of the app, the browser's program, the folder for screenshots
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var folder = Files.createDirectories(Path.of(args[2]));
    try (var one = new Browser(args[1]);
        var other = new Browser(args[1])) {
      one.go(args[0] + "/");
      other.go(args[0] + "/");
      one.await("the stream of one tab", "opened > 0");
      other.await("the stream of the other", "opened > 0");
      for (var i = 1; i <= SAID; i++) say(args[0], "word" + i);
      for (var tab : new Browser[] {one, other}) check(tab);
      one.screenshot(folder.resolve("events.png"));
      other.screenshot(folder.resolve("events-other-tab.png"));
    }
    System.out.println(
        SAID + " events in two tabs, over streams that end; texts as they were sent");
  }

  private static void say(String root, String text) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(root + "/say?text=" + text))
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      var status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) throw new AssertionError("/say answered " + status);
    }
  }

  private static void check(Browser tab) throws InterruptedException {
    var all =
        IntStream.rangeClosed(1, SAID)
            .mapToObj(i -> i + " word" + i)
            .collect(Collectors.joining("|"));
    tab.await("all that was said, once", "said.join('|') === '" + all + "'");
    tab.await("streams that ended", "opened > 2");
    tab.await(
        "texts as they were sent",
        "texts.slice(0, 10).join('\\u0001') === " + TEXTS + ".join('\\u0001')");
    tab.await("the id that came back", "again === '日本 é'");
  }
}

package dev.covet.conformance;

import dev.covet.api.JsonValue;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.base.json.JsonLimits;
import dev.covet.base.limit.LimitSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A headless Chromium that is driven over its DevTools protocol, and remembers every request that a
 * page makes and everything it complains of.
 */
final class Browser implements AutoCloseable {
  private static final Duration WAIT_MAX = Duration.ofSeconds(30);
  private static final Map<String, Integer> PAGES =
      Map.of("jsonStringBytesMax", 1 << 26, "jsonNameBytesMax", 1 << 16, "jsonValuesMax", 1 << 20);
  private static final String LISTENING = "DevTools listening on ";

  private final Path profile;
  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Json json = new Json(LimitSource.with(PAGES, JsonLimits::from));
  private final WebSocket socket;
  private final AtomicInteger commands = new AtomicInteger();
  private final Map<String, CompletableFuture<JsonValue>> waiting = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  /** Starts a browser with a profile of its own, and opens an empty page. */
  Browser(String program) throws IOException, InterruptedException {
    profile = Files.createTempDirectory("covet-browser");
    process =
        new ProcessBuilder(
                program,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--ignore-certificate-errors",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--window-size=1280,1600",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket = open(page(devTools(process.errorReader())));
    for (var domain : List.of("Page", "Network", "Runtime", "Log")) {
      send(domain + ".enable", "{}");
    }
  }

  private static URI devTools(BufferedReader lines) throws IOException {
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(LISTENING)) {
        drain(lines);
        return URI.create(line.substring(LISTENING.length()));
      }
    }
    throw new IOException("the browser does not listen");
  }

  /** Nobody reads on, but the browser must be able to write. */
  private static void drain(BufferedReader lines) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            while (lines.readLine() != null) {}
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private URI page(URI devTools) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + devTools.getPort() + "/json/new?about:blank"))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    var page = read(http.send(request, BodyHandlers.ofString()).body());
    return URI.create(text(page, "webSocketDebuggerUrl"));
  }

  private WebSocket open(URI page) {
    return http.newWebSocketBuilder().buildAsync(page, new Messages()).join();
  }

  /** Puts messages together and gives them to whoever waits. */
  private final class Messages implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        arrived(read(message.toString()));
        message.setLength(0);
      }
      webSocket.request(1);
      return null;
    }
  }

  private void arrived(JsonValue message) {
    var answer = member(message, "id");
    if (answer != null) {
      var asked = waiting.remove(((JsonValue.Decimal) answer).value().toPlainString());
      asked.complete(message);
    } else {
      var params = member(message, "params");
      switch (text(message, "method")) {
        case "Network.requestWillBeSent" -> requests.add(text(member(params, "request"), "url"));
        case "Log.entryAdded" -> complaints.add(text(member(params, "entry"), "text"));
        case "Runtime.exceptionThrown" -> complaints.add(params.toString());
        default -> {}
      }
    }
  }

  private JsonValue send(String method, String params) {
    var id = "" + commands.incrementAndGet();
    var answer = new CompletableFuture<JsonValue>();
    waiting.put(id, answer);
    var text = "{\"id\":%s,\"method\":\"%s\",\"params\":%s}".formatted(id, method, params);
    socket.sendText(text, true).join();
    return member(answer.orTimeout(WAIT_MAX.toSeconds(), TimeUnit.SECONDS).join(), "result");
  }

  /** Goes to a page; forgets what the one before asked and complained of. */
  void go(String uri) {
    requests.clear();
    complaints.clear();
    send("Page.navigate", "{\"url\":%s}".formatted(quoted(uri)));
  }

  /** What an expression of the page gives, as a text. */
  String ask(String expression) {
    var params = "{\"expression\":%s,\"returnByValue\":true}".formatted(quoted(expression));
    var value = member(member(send("Runtime.evaluate", params), "result"), "value");
    return value instanceof JsonValue.Text(var text) ? text : String.valueOf(value);
  }

  /** Waits until an expression of the page is true. */
  void await(String what, String expression) throws InterruptedException {
    var end = System.nanoTime() + WAIT_MAX.toNanos();
    while (!ask("!!(" + expression + ")").contains("true")) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not there after " + WAIT_MAX + ": " + what);
      }
      Thread.sleep(100);
    }
  }

  /** Clicks on the first element that a selector finds. */
  void click(String selector) throws InterruptedException {
    var element = "document.querySelector(" + quoted(selector) + ")";
    await(selector, element);
    ask(element + ".click()");
  }

  /** Types a text into the first field that a selector finds, in the place of what it has. */
  void type(String selector, String text) throws InterruptedException {
    var field = "document.querySelector(" + quoted(selector) + ")";
    await(selector, field);
    ask(field + ".select()");
    send("Input.insertText", "{\"text\":%s}".formatted(quoted(text)));
  }

  /** Writes the page as an image. */
  void screenshot(Path file) throws IOException {
    var shot = send("Page.captureScreenshot", "{\"format\":\"png\"}");
    Files.write(file, Base64.getDecoder().decode(text(shot, "data")));
  }

  /** The addresses that the page has asked for. */
  List<String> requests() {
    return new ArrayList<>(requests);
  }

  /** Those of them that are not at an address, and not in the page itself. */
  List<String> foreign(String root) {
    var own = List.of("data:", "blob:", root + "/");
    return requests.stream().filter(uri -> own.stream().noneMatch(uri::startsWith)).toList();
  }

  /** What the browser has said against the page. */
  List<String> complaints() {
    return new ArrayList<>(complaints);
  }

  private JsonValue read(String text) {
    return json.read(text.getBytes(StandardCharsets.UTF_8), Codecs.VALUE);
  }

  private static JsonValue member(JsonValue object, String name) {
    return object instanceof JsonValue.Members(var members) ? members.get(name) : null;
  }

  private static String text(JsonValue object, String name) {
    return member(object, name) instanceof JsonValue.Text(var text) ? text : "";
  }

  private String quoted(String text) {
    return new String(json.write(Codecs.STRING, text), StandardCharsets.UTF_8);
  }

  /** Ends the browser with all its processes, and removes its profile. */
  @Override
  public void close() throws IOException {
    socket.abort();
    http.close();
    var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().join());
    try (var files = Files.walk(profile)) {
      for (var each : files.toList().reversed()) Files.deleteIfExists(each);
    }
  }
}

package dev.covet.conformance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Sends texts of several lengths over a WebSocket that echoes them. */
final class EchoClient implements WebSocket.Listener {
  private static final int[] LENGTHS = {1, 126, 65_536, 300_000};
  private static final int SECONDS_MAX = 30;

  private final StringBuilder part = new StringBuilder();
  private CompletableFuture<String> whole = new CompletableFuture<>();

  private EchoClient() {}

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      whole.complete(part.toString());
      part.setLength(0);
    }
    socket.request(1);
    return null;
  }

  /** Runs the check, on the address of the WebSocket. */
  public static void main(String[] args) throws Exception {
    var echo = new EchoClient();
    var client = HttpClient.newHttpClient();
    var socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(args[0]), echo)
            .get(SECONDS_MAX, TimeUnit.SECONDS);
    for (var length : LENGTHS) {
      var text = "é".repeat(length);
      echo.whole = new CompletableFuture<>();
      socket.sendText(text, true).get(SECONDS_MAX, TimeUnit.SECONDS);
      if (!echo.whole.get(SECONDS_MAX, TimeUnit.SECONDS).equals(text)) {
        throw new AssertionError(length + " characters came back differently");
      }
    }
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(SECONDS_MAX, TimeUnit.SECONDS);
    System.out.println(LENGTHS.length + " texts came back");
    System.exit(0); // whatever the client has running
  }
}

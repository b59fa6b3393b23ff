package heroes;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The heroes service as a process of its own, on a file of its own. */
final class Service implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;
  private final String root;
  private final HttpClient client = HttpClient.newHttpClient();

  /** Starts it and waits until it listens. */
  Service(Path database) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            List.of(
                java,
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "heroes.HeroesApp"));
    builder
        .environment()
        .putAll(
            Map.of(
                "PORT", "0",
                "COVET_MODE", "development",
                "LOG_REQUESTS", "failed",
                "DATABASE_URL", "sqlite:" + database));
    process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    lines = process.inputReader();
    root = lines.readLine().replace("/docs", "");
    Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    var body = BodyPublishers.ofString(json);
    return send(to(path).header("Content-Type", "application/json").POST(body));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(to(path));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(root + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    client.shutdownNow();
  }

  @Override
  public void close() {
    client.shutdownNow();
    process.destroy();
    process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}

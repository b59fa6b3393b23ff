package dev.covet.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gets documents that the operator has named, and nothing else: by https (by http from this machine
 * alone), without following redirects, at most 256 KiB in at most 5 s. Thread-safe.
 */
final class SafeFetch implements AutoCloseable {
  static final int BYTES_MAX = 262_144;
  private static final Duration TIME_MAX = Duration.ofSeconds(5);
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(TIME_MAX)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Whether an address may be asked. */
  static boolean isSafe(URI address) {
    var host = address.getHost();
    if (host == null || address.getUserInfo() != null) return false;
    return "https".equalsIgnoreCase(address.getScheme())
        || ("http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.contains(host));
  }

  /**
   * The text at an address.
   *
   * @throws IOException if it may not be asked, does not answer in time, or answers otherwise than
   *     by 200 and a short text
   */
  String text(URI address) throws IOException {
    if (!isSafe(address)) throw new IOException(address + " is not https");
    var request =
        HttpRequest.newBuilder(address).timeout(TIME_MAX).header("Accept", "application/json");
    var handler = BodyHandlers.limiting(BodyHandlers.ofByteArray(), BYTES_MAX);
    var answer = answered(address, client.sendAsync(request.build(), handler));
    if (answer.statusCode() != 200) {
      throw new IOException(address + " answered " + answer.statusCode());
    }
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** In time to its last byte; the client's own limit ends with the head. */
  private static HttpResponse<byte[]> answered(
      URI address, CompletableFuture<HttpResponse<byte[]>> answer) throws IOException {
    try {
      return answer.get(TIME_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException(address + " did not answer in 5 s", e);
    } catch (ExecutionException e) {
      throw new IOException(address + " cannot be read", e.getCause());
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

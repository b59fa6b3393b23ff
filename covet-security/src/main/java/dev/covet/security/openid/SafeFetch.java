package dev.covet.security.openid;

import dev.covet.web.address.Authority;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks addresses that the operator has named, or that stand in documents there, and nothing else:
 * by https (by http from this machine alone), without following redirects, at most 256 KiB in at
 * most 5 s. Thread-safe.
 */
public final class SafeFetch implements AutoCloseable {
  static final int BYTES_MAX = 262_144;
  private static final Duration TIME_MAX = Duration.ofSeconds(5);

  private final Duration timeMax;
  private final HttpClient client;

  public SafeFetch() {
    this(TIME_MAX);
  }

  /** For a test that does not wait as long. */
  SafeFetch(Duration timeMax) {
    this.timeMax = timeMax;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeMax)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Whether an address may be asked. */
  static boolean isSafe(URI address) {
    var host = address.getHost();
    if (host == null || address.getUserInfo() != null) return false;
    return "https".equalsIgnoreCase(address.getScheme())
        || ("http".equalsIgnoreCase(address.getScheme()) && Authority.isThisMachine(host));
  }

  /**
   * The text at an address.
   *
   * @throws IOException if it may not be asked, does not answer in time, or answers otherwise than
   *     by 200 and a short text
   */
  String text(URI address) throws IOException {
    var answer = answered(HttpRequest.newBuilder(address));
    if (answer.status() != 200) throw new IOException(address + " answered " + answer.status());
    return answer.text();
  }

  /** A status, and the text that came with it. */
  record Answered(int status, String text) {}

  /**
   * What is answered to a form, whatever the status.
   *
   * @param authorization the value of {@code Authorization}; empty for none
   * @throws IOException if it may not be asked, or does not answer in time by a short text
   */
  Answered post(URI address, String form, String authorization) throws IOException {
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    if (!authorization.isEmpty()) request.header("Authorization", authorization);
    return answered(request);
  }

  private Answered answered(HttpRequest.Builder with) throws IOException {
    var request = with.timeout(timeMax).header("Accept", "application/json").build();
    var address = request.uri();
    if (!isSafe(address)) throw new IOException(address + " is not https");
    var handler = BodyHandlers.limiting(BodyHandlers.ofByteArray(), BYTES_MAX);
    var answer = inTime(address, client.sendAsync(request, handler));
    return new Answered(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
  }

  /** In time to its last byte; the client's own limit ends with the head. */
  private HttpResponse<byte[]> inTime(URI address, CompletableFuture<HttpResponse<byte[]>> answer)
      throws IOException {
    try {
      return answer.get(timeMax.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException(address + " did not answer in " + timeMax.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new IOException(address + " cannot be read", e.getCause());
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

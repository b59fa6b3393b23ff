package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.DecoderJNI;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.web.http.Content;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.Compress;
import dev.covet.web.server.Server;
import dev.covet.web.server.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S2.res.gzip: what is written piece by piece is read piece by piece, compressed or not. */
@Timeout(60)
final class CompressedStreamsTest {
  private static final String CODINGS =
      """
      gzip, loop
      gzip, jdk
      br, loop
      br, jdk
      zstd, loop
      zstd, jdk
      """;

  private final Semaphore wanted = new Semaphore(0);
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Writes a line whenever one is wanted, and never flushes. */
  private void lines(OutputStream out) throws IOException {
    try {
      for (var line = 0; wanted.tryAcquire(30, TimeUnit.SECONDS); line++) {
        out.write(("line " + line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private App app(String threads) {
    return Covet.app()
        .use(Compress.standard())
        .set("THREADS", threads)
        .get("/lines", _ -> Response.of(200, "text/plain", new Content.Stream(-1, this::lines)));
  }

  @ParameterizedTest
  @CsvSource(textBlock = CODINGS)
  void nothingIsHeldBack(String coding, String threads) throws Exception {
    try (var app = app(threads).start(StartOptions.of(Mode.TEST));
        var server = Server.start(app, ServerSettings.of("127.0.0.1", 0), app.loops());
        var client = HttpClient.newHttpClient()) {
      var answer = client.sendAsync(request(server, coding), BodyHandlers.ofInputStream());
      wanted.release();
      assertThat(answer.get().headers().firstValue("Content-Encoding")).contains(coding);
      try (var raw = answer.get().body();
          var in = decoded(coding, raw)) {
        assertThat(line(in)).isEqualTo("line 0");
        for (var line = 1; line < 20; line++) {
          wanted.release();
          assertThat(line(in)).isEqualTo("line " + line);
        }
      }
      client.shutdownNow();
      assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue(); // the client's end is noticed, too
    }
  }

  private static HttpRequest request(Server server, String coding) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/lines"))
        .header("Accept-Encoding", coding)
        .timeout(Duration.ofSeconds(30))
        .build();
  }

  private static InputStream decoded(String coding, InputStream in) throws IOException {
    return switch (coding) {
      case "br" -> new BrotliReader(in);
      case "zstd" -> new ZstdInputStreamNoFinalizer(in).setContinuous(true);
      default -> new GZIPInputStream(in);
    };
  }

  /** Gives what it has before it waits for more: the library's own reader does not. */
  private static final class BrotliReader extends InputStream {
    private final InputStream in;
    private final DecoderJNI.Wrapper decoder = new DecoderJNI.Wrapper(1);
    private byte[] ready = {};
    private int taken;

    BrotliReader(InputStream in) throws IOException {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      while (taken == ready.length) {
        if (decoder.hasOutput()) take();
        else if (decoder.getStatus() == DecoderJNI.Status.NEEDS_MORE_INPUT) push(in.read());
        else if (decoder.getStatus() == DecoderJNI.Status.OK) decoder.push(0);
        else return -1;
      }
      return ready[taken++];
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      var next = length == 0 ? -1 : read();
      if (next < 0) return length == 0 ? 0 : -1;
      into[offset] = (byte) next;
      return 1;
    }

    private void take() {
      var output = decoder.pull();
      ready = new byte[output.remaining()];
      output.get(ready);
      taken = 0;
    }

    private void push(int next) throws IOException {
      if (next < 0) throw new IOException("cut off");
      decoder.getInputBuffer().clear().put((byte) next);
      decoder.push(1);
    }

    @Override
    public void close() {
      decoder.destroy();
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) throw new IOException("ended after: " + line);
      line.append((char) next);
    }
    return line.toString();
  }
}

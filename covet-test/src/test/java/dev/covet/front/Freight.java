package dev.covet.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.repository.TrustAll;
import haul.Cargo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Brings large bodies to the app of {@code haul}, and takes them from it. */
sealed interface Freight {
  /** Sends bytes of {@link Cargo} as a body; what the app says to it. */
  String up(long bytes) throws Exception;

  /** Sends them as a file in a form; what the app says to it. */
  String form(long bytes) throws Exception;

  /** Takes what a path gives. */
  InputStream down(String path) throws Exception;

  /** By the client of the JDK, encrypted if the address says so. */
  record ByJdk(URI address, Version version, HttpClient client) implements Freight {
    private static final String HEAD =
        "--b\r\nContent-Disposition: form-data; name=file; filename=f\r\n\r\n";
    private static final String END = "\r\n--b--\r\n";

    static ByJdk to(URI address, Version version) {
      var client = HttpClient.newBuilder().version(version).sslContext(TrustAll.context()).build();
      return new ByJdk(address, version, client);
    }

    private static BodyPublisher cargo(long bytes) {
      return BodyPublishers.fromPublisher(
          BodyPublishers.ofInputStream(() -> Cargo.of(bytes)), bytes);
    }

    private String post(String path, String type, BodyPublisher body) throws Exception {
      var request = HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", type);
      var answer = client.send(request.POST(body).build(), BodyHandlers.ofString());
      assertThat(answer.version()).isEqualTo(version);
      return answer.body();
    }

    @Override
    public String up(long bytes) throws Exception {
      return post("/up", "application/octet-stream", cargo(bytes));
    }

    @Override
    public String form(long bytes) throws Exception {
      var head = BodyPublishers.ofString(HEAD);
      var body = BodyPublishers.concat(head, cargo(bytes), BodyPublishers.ofString(END));
      return post("/form", "multipart/form-data; boundary=b", body);
    }

    @Override
    public InputStream down(String path) throws Exception {
      var request = HttpRequest.newBuilder(address.resolve(path)).build();
      var answer = client.send(request, BodyHandlers.ofInputStream());
      assertThat(answer.version()).isEqualTo(version);
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }

  /** By HTTP/2 without TLS, which the JDK's client does not begin with: by {@code curl}. */
  record ByCurl(URI address, Path folder) implements Freight {
    private Process run(String path, String... more) throws IOException {
      var command =
          new ArrayList<>(List.of("curl", "-sS", "--fail-with-body", "--http2-prior-knowledge"));
      command.addAll(List.of(more));
      command.add(address.resolve(path).toString());
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private Path file(long bytes) throws IOException {
      var file = folder.resolve("sent");
      if (Files.exists(file)) return file;
      try (var out = Files.newOutputStream(file)) {
        Cargo.write(out, bytes);
      }
      return file;
    }

    private static String text(Process curl) throws IOException {
      return new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public String up(long bytes) throws IOException {
      return text(run("/up", "-X", "POST", "-T", file(bytes).toString()));
    }

    @Override
    public String form(long bytes) throws IOException {
      return text(run("/form", "-F", "file=@" + file(bytes)));
    }

    @Override
    public InputStream down(String path) throws IOException {
      return run(path).getInputStream();
    }
  }
}

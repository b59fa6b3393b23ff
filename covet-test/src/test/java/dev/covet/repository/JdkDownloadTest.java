package dev.covet.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The download of a JDK by {@code ./covet}, from a server on loopback. */
class JdkDownloadTest {
  @TempDir Path temporary;

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final HttpServer server;
  private Path cache = Path.of("");

  JdkDownloadTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() throws Exception {
    cache = Files.createDirectory(temporary.resolve("cache"));
    files.put("/jdk.tar.gz", archive("25.0.3"));
    server.createContext(
        "/",
        exchange -> {
          var file = files.get(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
          if (file != null) {
            exchange.getResponseBody().write(file);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aJdkWithTheRightSumIsKeptAndUsedAgain() throws Exception {
    files.put("/jdk.tar.gz.sha256.txt", sum(file("/jdk.tar.gz")));

    var first = covetJdk();
    files.clear();
    var second = covetJdk();

    assertThat(first.out().strip()).isEqualTo(cache.resolve("covet/jdk-25").toString());
    assertThat(first.exit()).isZero();
    assertThat(first.err()).contains("downloading Temurin 25");
    assertThat(cache.resolve("covet/jdk-25/bin/javac")).isExecutable();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(kept()).containsExactly("jdk-25");
  }

  @Test
  void aWrongSumLeavesNothingBehind() throws Exception {
    files.put("/jdk.tar.gz.sha256.txt", sum("something else".getBytes(UTF_8)));

    var run = covetJdk();

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("does not match its checksum file");
    assertThat(run.out()).isEmpty();
    assertThat(kept()).isEmpty();
  }

  @Test
  void aMissingChecksumFileLeavesNothingBehind() throws Exception {
    var run = covetJdk();

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("install a JDK 25");
    assertThat(kept()).isEmpty();
  }

  @Test
  void anotherVersionIsRefused() throws Exception {
    files.put("/jdk.tar.gz", archive("21.0.1"));
    files.put("/jdk.tar.gz.sha256.txt", sum(file("/jdk.tar.gz")));

    var run = covetJdk();

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("no JDK 25");
    assertThat(kept()).isEmpty();
  }

  private Shell.Run covetJdk() throws Exception {
    var environment =
        Map.of(
            "COVET_JDK_SEARCH",
            "off",
            "COVET_JDK_URL",
            "http://127.0.0.1:" + server.getAddress().getPort() + "/jdk.tar.gz",
            "XDG_CACHE_HOME",
            cache.toString(),
            "HOME",
            temporary.toString());
    return Shell.run(temporary, environment, Shell.root().resolve("covet").toString(), "jdk");
  }

  /** An archive that looks like a JDK of that version. */
  private byte[] archive(String version) throws Exception {
    var home = temporary.resolve("jdk-" + version);
    var bin = Files.createDirectories(home.resolve("bin"));
    for (var tool : new String[] {"java", "javac"}) {
      var file = Files.writeString(bin.resolve(tool), "#!/bin/sh\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    var archive = temporary.resolve(version + ".tar.gz");
    var name = home.getFileName().toString();
    var tar = Shell.run(temporary, Map.of(), "tar", "-czf", archive.toString(), name);
    assertThat(tar.exit()).isZero();
    return Files.readAllBytes(archive);
  }

  private byte[] file(String path) {
    return Objects.requireNonNull(files.get(path));
  }

  /** A checksum file as the vendor writes it. */
  private static byte[] sum(byte[] content) throws Exception {
    var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    return (hash + "  OpenJDK25U-jdk.tar.gz\n").getBytes(UTF_8);
  }

  private List<String> kept() throws IOException {
    try (var files = Files.list(cache.resolve("covet"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}

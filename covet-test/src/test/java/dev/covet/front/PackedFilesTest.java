package dev.covet.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.file.StaticFiles;
import dev.covet.web.http.Method;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** P2: folders of the class path, on every way to the app. */
@ParameterizedClass
@EnumSource(Way.class)
class PackedFilesTest {
  private static final String ANCHOR = Anchor.class.getName().replace('.', '/') + ".class";

  @TempDir Path folder;

  private final Way way;

  PackedFilesTest(Way way) {
    this.way = way;
  }

  private static Answer get(TestClient client, String path, String name, String value) {
    return client.request(Method.GET, path).header(name, value).send();
  }

  /** What another loader has a copy of. */
  static final class Anchor {}

  @Test
  void aFolderOfTheClassPathIsOneOfTheDiskOrOfAJar() throws Exception {
    var classes = folder.resolve("classes");
    Files.createDirectories(classes.resolve("site"));
    Files.createDirectories(classes.resolve(ANCHOR).getParent());
    Files.write(classes.resolve(ANCHOR), anchor());
    Files.writeString(classes.resolve("site/a.txt"), "from a folder");
    Files.writeString(classes.resolve("secret.txt"), "secret");
    for (var place : new Path[] {classes, jar("a.txt", "from a jar".getBytes(UTF_8))}) {
      try (var loader = new URLClassLoader(new URL[] {place.toUri().toURL()}, null);
          var client = way.client(onClassPath(loader))) {
        var file = client.get("/a.txt");
        assertThat(file.text()).startsWith("from a ");
        var tag = file.header("ETag").orElseThrow();
        assertThat(get(client, "/a.txt", "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(get(client, "/a.txt", "Range", "bytes=5-6").text()).isEqualTo("a ");
        assertThat(client.get("/").status()).isEqualTo(404);
        assertThat(client.get("/inner").status()).isEqualTo(404);
        assertThat(client.get("/secret.txt").status()).isEqualTo(404);
        assertThat(client.get("/none.txt").status()).isEqualTo(404);
      }
    }
  }

  private static App onClassPath(ClassLoader loader) throws ClassNotFoundException {
    var beside = loader.loadClass(Anchor.class.getName());
    return Covet.app().mount("/", StaticFiles.onClassPath(beside, "site"));
  }

  private static byte[] anchor() throws IOException {
    try (var in = Anchor.class.getResourceAsStream("/" + ANCHOR)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  /** A jar with a file of a site, and all that a jar has beside. */
  private Path jar(String name, byte[] file) throws IOException {
    var jar = folder.resolve("site.jar");
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (var folders : new String[] {"site/", "site/inner/"}) put(out, folders, new byte[0]);
      put(out, "site/" + name, file);
      put(out, "secret.txt", "secret".getBytes(UTF_8));
      put(out, ANCHOR, anchor());
    }
    return jar;
  }

  private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
    var entry = new ZipEntry(name);
    entry.setLastModifiedTime(FileTime.fromMillis(0));
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }

  @Test
  void aBigFileOfAJarComesWholeAndInParts() throws Exception {
    var bytes = new byte[300_000];
    for (var i = 0; i < bytes.length; i++) bytes[i] = (byte) (i * 31 % 127);
    var jar = jar("big.bin", bytes);
    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
        var client = way.client(onClassPath(loader))) {
      assertThat(client.get("/big.bin").bytes()).isEqualTo(bytes);
      var part = get(client, "/big.bin", "Range", "bytes=100000-299998");
      assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(bytes, 100_000, 299_999));
    }
  }
}

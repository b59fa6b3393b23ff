package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reliability: no file descriptors, for connections and for files that are answers. */
final class FewFilesTest {
  private static final List<String> OPTIONS =
      List.of("-Xmx64m", "--add-opens", "java.base/java.lang=ALL-UNNAMED");

  @Test
  void withoutFilesTheServerTriesAgainAndOpenConnectionsGoOn() throws Exception {
    var clients = new ArrayList<RawClient>();
    try (var program = ChildJvm.start("ulimit -n 128; exec \"$@\"", OPTIONS, FewFiles.class)) {
      var port = Integer.parseInt(program.after("port "));
      var first = new RawClient(port);
      clients.add(first);
      assertThat(first.get("/").answer().body()).isEqualTo("well");
      warm(first);
      for (var i = 0; i < 200; i++) clients.add(new RawClient(port));
      awaitPause(program);
      assertThat(first.get("/").answer().body()).isEqualTo("well");
      assertThat(first.get("/file").answer().status()).isEqualTo(503);
      var last = clients.removeLast().get("/");
      for (var client : clients) client.close();
      assertThat(last.answer().body()).isEqualTo("well");
      last.close();
      var again = new RawClient(port);
      clients.add(again);
      assertThat(again.get("/").answer().body()).isEqualTo("well");
      assertThat(again.get("/file").answer().status()).isEqualTo(200);
    } finally {
      for (var client : clients) client.close();
    }
  }

  /** Here the JVM needs files to load classes; what runs from jars has those open. */
  private static void warm(RawClient client) throws IOException {
    assertThat(client.get("/file").answer().status()).isEqualTo(200);
    assertThat(client.get("/none").answer().status()).isEqualTo(404);
    assertThat(client.get("/busy").answer().status()).isEqualTo(503);
  }

  /** Asks again and again: without files, an answer may be lost, as may a line of the log. */
  private static void awaitPause(ChildJvm program) throws IOException {
    for (var asked = 0; asked < 2_000; asked++) {
      program.send('?');
      if (program.lineSoon().matches("pauses [1-9].*")) return;
    }
    throw new AssertionError("it never paused");
  }

  /** P2: where the JDK's internals are closed to it, the server says so and runs. */
  @Test
  void withoutTheJdksInternalsRequestsRunOnItsScheduler() throws Exception {
    try (var program = ChildJvm.start(List.of("-Xmx64m"), FewFiles.class)) {
      assertThat(program.after("mode "))
          .isEqualTo("jdk (java.lang is closed: add --add-opens java.base/java.lang=ALL-UNNAMED)");
      try (var client = new RawClient(Integer.parseInt(program.after("port ")))) {
        assertThat(client.get("/").answer().body()).isEqualTo("well");
      }
    }
  }
}

package dev.covet.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.Shelves;

/**
 * D33, S2.dep.pgb: PgBouncer in transaction mode, with two connections to the server. Run by {@code
 * ./covet conformance}, which installs it.
 */
final class PoolerCheck {
  private static final int CLIENTS = 200;
  private static final int CALLS = 20;
  private static final long START_NANOS_MAX = TimeUnit.SECONDS.toNanos(10);

  @TempDir private Path folder;
  private Process pooler;
  private int port;

  @BeforeEach
  void startPooler() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var server = URI.create(PostgresProcess.url());
    Files.writeString(folder.resolve("users"), "\"postgres\" \"\"\n");
    var file =
        Files.writeString(
            folder.resolve("pgbouncer.ini"),
            """
            [databases]
            postgres = host=127.0.0.1 port=%s dbname=postgres
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %s
            unix_socket_dir =
            auth_type = trust
            auth_file = %s/users
            pool_mode = transaction
            default_pool_size = 2
            max_client_conn = 500
            """
                .formatted(server.getPort(), port, folder));
    var command =
        "root".equals(System.getProperty("user.name"))
            ? new String[] {"pgbouncer", "-u", "nobody", file.toString()}
            : new String[] {"pgbouncer", file.toString()};
    folder.toFile().setExecutable(true, false);
    folder.toFile().setReadable(true, false);
    pooler =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    awaitPooler();
  }

  private void awaitPooler() throws IOException {
    for (var end = System.nanoTime() + START_NANOS_MAX;
        !listens();
        LockSupport.parkNanos(1_000_000)) {
      if (!pooler.isAlive() || System.nanoTime() - end > 0) {
        throw new IOException(Files.readString(folder.resolve("log")));
      }
    }
  }

  private boolean listens() {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @AfterEach
  void endPooler() {
    pooler.destroy();
    pooler.onExit().join();
  }

  private static App app() {
    return Covet.app()
        .install(Database.url("sqlite:shop.db"))
        .add(Shelves.class)
        .set("DATABASE_CONNECTIONS_MAX", "" + CLIENTS);
  }

  private TestDatabase throughPooler() {
    return () -> "postgresql://postgres@127.0.0.1:" + port + "/postgres";
  }

  @Test
  void twoConnectionsServeTwoHundredClients() throws Exception {
    try (var client = TestClient.of(app().set("DATABASE_POOLER", "on"), throughPooler());
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, CLIENTS).mapToObj(n -> (Callable<Integer>) () -> calls(client, n));

      for (var done : clients.invokeAll(calls.toList())) assertThat(done.get()).isEqualTo(CALLS);
      assertThat(client.get("/shelves").status()).isEqualTo(200);
    }
  }

  /** The calls of one client, each answered as it should be. */
  private static int calls(TestClient client, int number) {
    for (var n = 0; n < CALLS; n++) {
      var name = "shelf " + number + " " + n;
      var answer = client.post("/shelves", "{\"name\":\"%s\"}".formatted(name));
      assertThat(answer.text()).contains("\"" + name + "\"");
    }
    return CALLS;
  }

  @Test
  void withoutTheSettingTheStartSaysWhatIsMissing() {
    assertThatThrownBy(() -> TestClient.of(app(), throughPooler()))
        .hasMessageContaining("DATABASE_POOLER=on");
  }
}

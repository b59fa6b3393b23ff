package dev.covet.benchmarks.load;

import java.io.IOException;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** A process that hashes passwords and does nothing else, on so many threads. */
public final class Hashing implements AutoCloseable {
  private static final String BEGUN = "hashing";
  private static final int COST = 10;

  private final Process process;

  private Hashing(Process process) {
    this.process = process;
  }

  /** Hashes until the process is ended. */
  public static void main(String[] args) {
    for (var thread = 0; thread < Integer.parseInt(args[0]); thread++) {
      Thread.ofPlatform().start(Hashing::hash);
    }
  }

  private static void hash() {
    var salt = BCrypt.gensalt(COST);
    BCrypt.hashpw("glow-worm-7-tides", salt);
    System.out.println(BEGUN);
    while (!Thread.currentThread().isInterrupted()) BCrypt.hashpw("glow-worm-7-tides", salt);
  }

  /**
   * Starts one, and waits until each of its threads has hashed.
   *
   * @throws IOException if it ends before
   */
  public static Hashing start(int threads) throws IOException {
    var command =
        ServerProcess.inClassPath(System.getProperty("java.class.path"), Hashing.class.getName());
    command.add("" + threads);
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var hashing = new Hashing(process);
    var lines = process.inputReader();
    for (var thread = 0; thread < threads; thread++) {
      if (!BEGUN.equals(lines.readLine())) {
        hashing.close();
        throw new IOException("the process that hashes has ended");
      }
    }
    return hashing;
  }

  /** Ends the process. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

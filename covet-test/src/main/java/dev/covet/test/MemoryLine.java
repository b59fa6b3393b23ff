package dev.covet.test;

import dev.covet.web.http.Content;
import dev.covet.web.message.ClientGone;
import dev.covet.web.message.SocketClosed;
import dev.covet.web.message.SocketEnd;
import dev.covet.web.message.SocketEndings;
import dev.covet.web.message.SocketLine;
import dev.covet.web.message.SocketMessage;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket in memory, as its test has it. Its handler runs in a thread of its own, which is
 * interrupted at the end if it has never received anything. Every wait ends as those of its client
 * do.
 */
final class MemoryLine implements SocketLine {
  private static final Duration FOREVER = Duration.ofDays(1);

  private final Sent sent;
  private final Patience patience;
  private final Lane toServer = new Lane();
  private final Lane toTest = new Lane();

  private final SocketEndings<SocketEnd> endings = new SocketEndings<>();
  private volatile boolean asked;
  private volatile @Nullable Thread handling;

  MemoryLine(Sent sent, Patience patience) {
    this.sent = sent;
    this.patience = patience;
  }

  /** Talks as a server has its handler do; returns when that has. */
  void serve(Content.Talk talk) {
    handling = Thread.currentThread();
    try {
      talk.over(new Server());
      finish(SocketEnd.NORMAL, true);
    } catch (Throwable failed) {
      finish(SocketEnd.INTERNAL_ERROR, true);
      throw failed;
    } finally {
      Thread.interrupted(); // what ends with the request does so in peace
    }
  }

  /** All that ends with the request has ended. */
  void over() {
    handling = null;
  }

  private void finish(int code, boolean byServer) {
    finish(new SocketEnd(code, ""), byServer);
  }

  private boolean finish(SocketEnd how, boolean byServer) {
    return endings.end(
        how,
        () -> {
          toTest.end();
          if (byServer) toServer.stop();
          else toServer.end();
        });
  }

  private SocketClosed closed() {
    var how = end();
    return new SocketClosed(how == null ? SocketEnd.LOST : how);
  }

  @Override
  public @Nullable SocketMessage next() {
    try {
      return toTest.take(patience.longest());
    } catch (TimeoutException e) {
      throw late("no message came", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  @Override
  public void send(SocketMessage message) {
    try {
      if (!toServer.put(message, patience.longest())) throw closed();
    } catch (TimeoutException e) {
      throw late("the handler took no message", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private AssertionError late(String what, Exception cause) {
    return new AssertionError(
        "%s: %s within %s ms".formatted(sent, what, patience.longest().toMillis()), cause);
  }

  private AssertionError interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new AssertionError(sent + ": the test was interrupted", cause);
  }

  @Override
  public boolean offer(SocketMessage message) {
    return toServer.offer(message);
  }

  /**
   * Leaves, and waits for the handler to end.
   *
   * @throws AssertionError if it does not in time
   */
  @Override
  public void close(int code, String reason) {
    if (finish(SocketEnd.said(code, reason), false)) toTest.stop();
    var running = handling;
    if (running == null || running.equals(Thread.currentThread())) return;
    if (!asked) running.interrupt();
    try {
      if (running.join(patience.longest())) return;
      throw new AssertionError(sent + ": the handler goes on after its client has left");
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  @Override
  public @Nullable SocketEnd end() {
    return endings.how();
  }

  @Override
  public void onEnd(Runnable then) {
    endings.add(then);
  }

  @Override
  public void notOnEnd(Runnable then) {
    endings.remove(then);
  }

  /** The same as its handler has it. */
  private final class Server implements SocketLine {
    @Override
    public @Nullable SocketMessage next() {
      asked = true;
      try {
        return toServer.take(FOREVER);
      } catch (InterruptedException e) {
        if (end() != null) return null;
        throw gone(e);
      } catch (TimeoutException e) {
        throw new IllegalStateException(e);
      }
    }

    private ClientGone gone(InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ClientGone("Interrupted while waiting for a client", e);
    }

    @Override
    public void send(SocketMessage message) {
      try {
        if (!toTest.put(message, FOREVER)) throw closed();
      } catch (InterruptedException e) {
        throw gone(e);
      } catch (TimeoutException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public boolean offer(SocketMessage message) {
      if (end() != null) return false;
      var isTaken = toTest.offer(message);
      if (!isTaken) finish(SocketEnd.TRY_AGAIN_LATER, true);
      return isTaken;
    }

    @Override
    public void close(int code, String reason) {
      finish(SocketEnd.said(code, reason), true);
    }

    @Override
    public @Nullable SocketEnd end() {
      return MemoryLine.this.end();
    }

    @Override
    public void onEnd(Runnable then) {
      MemoryLine.this.onEnd(then);
    }

    @Override
    public void notOnEnd(Runnable then) {
      MemoryLine.this.notOnEnd(then);
    }
  }
}

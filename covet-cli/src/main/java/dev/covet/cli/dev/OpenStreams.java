package dev.covet.cli.dev;

import dev.covet.web.http.Content;
import dev.covet.web.http.Response;
import dev.covet.web.message.SocketEnd;
import dev.covet.web.message.SocketLine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a version that go on until their clients leave, events and sockets: they end when
 * another version takes over, and their clients come again for those of that one. Thread-safe.
 */
final class OpenStreams {
  private final Set<Open> open = ConcurrentHashMap.newKeySet();
  private final Set<SocketLine> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean isOver;

  /** The response, whose body, or whose talk, ends with the version if it may. */
  Response watched(Response response) {
    return switch (response.content()) {
      case Content.Stream(var length, var writer) when writer.farewell().length > 0 ->
          response.withContent(new Content.Stream(length, writer.through(new Open(writer))));
      case Content.Dialogue(var talk, var deflates) ->
          response.withContent(new Content.Dialogue(watched(talk), deflates));
      default -> response;
    };
  }

  private Content.Talk watched(Content.Talk talk) {
    return line -> {
      sockets.add(line);
      try {
        if (isOver) close(line);
        talk.over(line);
      } finally {
        sockets.remove(line);
      }
    };
  }

  private static void close(SocketLine line) {
    line.close(SocketEnd.GOING_AWAY, "another version");
  }

  /** Ends all of them, and those that begin later. */
  void end() {
    isOver = true;
    open.forEach(Open::end);
    sockets.forEach(OpenStreams::close);
  }

  /** One of them. */
  private final class Open implements Content.Writer {
    private final Content.Writer writer;

    /** What runs it, while it does: it can only be interrupted then. Guarded by this. */
    private @Nullable Thread thread;

    Open(Content.Writer writer) {
      this.writer = writer;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      begin();
      var gate = new Gate(out);
      try {
        writer.writeTo(gate);
      } catch (IOException | RuntimeException e) {
        if (!isOver || gate.isBroken) throw e;
      } finally {
        finish();
      }
      if (isOver) out.write(writer.farewell());
    }

    private synchronized void begin() {
      thread = Thread.currentThread();
      open.add(this);
      if (isOver) end();
    }

    /** What interrupted it was for it alone. */
    private synchronized void finish() {
      thread = null;
      open.remove(this);
      if (isOver) Thread.interrupted();
    }

    synchronized void end() {
      if (thread != null) thread.interrupt();
    }
  }

  /** Lets nothing more through once the version is over. */
  private final class Gate extends OutputStream {
    private final OutputStream out;
    private boolean isBroken;

    Gate(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (isOver) throw new IOException("Another version of the program has taken over");
      isBroken = true; // unless all of it leaves
      out.write(bytes, offset, length);
      isBroken = false;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}

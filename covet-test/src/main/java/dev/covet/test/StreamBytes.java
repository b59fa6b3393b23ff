package dev.covet.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bytes of a stream of HTTP/2, in both directions, as those of a connection. One thread may
 * read while another writes.
 */
final class StreamBytes {
  /** How long a writer that waits for its window leaves it to the reader to hear of it. */
  private static final long LOOK_MILLIS = 2;

  private final Http2Exchange exchange;

  /** Whoever has it takes what comes on the connection. */
  private final ReentrantLock reading = new ReentrantLock();

  /** What has come that nobody has read. Guarded by that. */
  private final ByteArrayOutputStream came = new ByteArrayOutputStream();

  StreamBytes(Http2Exchange exchange) {
    this.exchange = exchange;
  }

  /** What the server sends. */
  InputStream in() {
    return new InputStream() {
      private byte[] now = {};
      private int at;

      @Override
      public int read() throws IOException {
        return await() ? now[at++] & 0xff : -1;
      }

      @Override
      public int read(byte[] to, int offset, int count) throws IOException {
        if (!await()) return -1;
        var most = Math.min(count, now.length - at);
        System.arraycopy(now, at, to, offset, most);
        at += most;
        return most;
      }

      private boolean await() throws IOException {
        if (at < now.length) return true;
        now = taken();
        at = 0;
        return now.length > 0;
      }
    };
  }

  /** What comes next; nothing at the end. */
  private byte[] taken() throws IOException {
    reading.lock();
    try {
      while (came.size() == 0 && !exchange.isEnded()) exchange.read(came);
      var all = came.toByteArray();
      came.reset();
      return all;
    } finally {
      reading.unlock();
    }
  }

  /** What the client sends, as the windows take it. */
  OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] from, int offset, int count) throws IOException {
        for (var done = 0; done < count; ) {
          var most = exchange.room();
          if (most > 0) {
            done += exchange.part(from, offset + done, Math.min(most, count - done));
          } else {
            awaitRoom();
          }
        }
      }
    };
  }

  private void awaitRoom() throws IOException {
    try {
      if (!reading.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS)) return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a window", e);
    }
    try {
      if (exchange.isEnded()) throw new IOException("the stream has ended");
      if (exchange.room() <= 0) exchange.read(came);
    } finally {
      reading.unlock();
    }
  }
}

package dev.covet.web.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * The bytes of one stream of HTTP/2, both ways, as those of a connection: with the flow control
 * that there is. Used by one thread at a time.
 */
final class StreamBytes {
  private static final int FRAME_BYTES_MAX = 16_384;
  private static final int WINDOW_BYTES = 65_535;

  private final FrameClient client;
  private final int stream;
  private long sent;

  StreamBytes(FrameClient client, int stream) {
    this.client = client;
    this.stream = stream;
  }

  /** What the server sends; the window is given back as it is read. */
  InputStream in() {
    return new InputStream() {
      private ByteArrayInputStream now = new ByteArrayInputStream(new byte[0]);

      @Override
      public int read() throws IOException {
        return await() ? now.read() : -1;
      }

      @Override
      public int read(byte[] to, int offset, int count) throws IOException {
        return await() ? now.read(to, offset, count) : -1;
      }

      private boolean await() throws IOException {
        if (now.available() > 0) return true;
        var answer = client.on(stream);
        client.await(() -> answer.length() > 0 || answer.isWhole() || answer.reset() >= 0);
        if (answer.length() == 0) return false;
        var bytes = answer.take();
        now = new ByteArrayInputStream(bytes);
        giveBack(answer, bytes.length);
        return true;
      }

      // a server that is gone takes nothing back
      private void giveBack(FrameClient.Answer answer, int count) {
        try {
          client.window(0, count);
          if (!answer.isWhole() && answer.reset() < 0) client.window(stream, count);
        } catch (IOException _) {
          // what has come is there all the same
        }
      }
    };
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
          client.await(() -> room() > 0);
          var next = Math.min(Math.min(count - done, FRAME_BYTES_MAX), room());
          var part = Arrays.copyOfRange(from, offset + done, offset + done + next);
          client.frame(FrameClient.DATA, 0, stream, part);
          sent += next;
          done += next;
        }
      }
    };
  }

  /** How much the server takes now; a stream that is closed takes all, and drops it. */
  private int room() {
    var answer = client.on(stream);
    if (answer.isWhole() || answer.reset() >= 0) return FRAME_BYTES_MAX;
    return (int) (WINDOW_BYTES + Math.min(client.windowOf(0), client.windowOf(stream)) - sent);
  }
}

package dev.covet.web.middleware;

import dev.covet.web.http.Content;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses a body block by block while it is written. What was compressed is handed on by the
 * thread that writes, whoever has compressed it. Used by one thread.
 */
final class GzipStream extends OutputStream {
  private static final int BLOCK_BYTES = 16_384;

  private final OutputStream out;
  private final Worker worker;
  private final ByteArrayOutputStream ready = new ByteArrayOutputStream(BLOCK_BYTES);
  private final Coding gzip;

  /** Does work of so many bytes, and returns when it is done. */
  @FunctionalInterface
  interface Worker {
    void run(int bytes, Runnable work);
  }

  /** The coding, whose memory outside of the heap is given back whatever happens. */
  private static final class Coding extends GZIPOutputStream {
    Coding(OutputStream out) throws IOException {
      super(out, BLOCK_BYTES, true);
    }

    void free() {
      def.end();
    }
  }

  private GzipStream(OutputStream out, Worker worker) throws IOException {
    this.out = out;
    this.worker = worker;
    this.gzip = new Coding(ready);
  }

  /** Writes a body compressed. */
  static void write(Content.Writer body, OutputStream out, Worker worker) throws IOException {
    var stream = new GzipStream(out, worker);
    try {
      var blocks = new BufferedOutputStream(stream, BLOCK_BYTES);
      body.writeTo(blocks);
      blocks.flush();
      stream.gzip.finish();
      stream.handOn();
    } finally {
      stream.gzip.free();
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    worker.run(length, () -> compress(bytes, offset, length));
    handOn();
  }

  private void compress(byte[] bytes, int offset, int length) {
    try {
      gzip.write(bytes, offset, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was written so far can be read then: who flushes has no more for now. */
  @Override
  public void flush() throws IOException {
    gzip.flush();
    handOn();
    out.flush();
  }

  private void handOn() throws IOException {
    if (ready.size() == 0) return;
    ready.writeTo(out);
    ready.reset();
  }
}

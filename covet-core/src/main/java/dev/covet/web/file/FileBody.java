package dev.covet.web.file;

import dev.covet.base.task.DiskWork;
import dev.covet.web.http.Content;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes bytes of an open file: the system copies them to the socket where nobody has to see them.
 */
record FileBody(Asset.OpenFile file, DiskWork disk) {
  /** What is read at once. */
  private static final int BLOCK_BYTES = 65_536;

  /** Writes a part. */
  void write(OutputStream out, Ranges.Range part) throws IOException {
    var channel = file.channel();
    var isTaken =
        channel != null
            && part.length() > 0
            && out instanceof Content.FileTaker taker
            && taker.takeFile(channel, part.offset(), part.length());
    if (!isTaken) copy(out, part);
  }

  private void copy(OutputStream out, Ranges.Range part) throws IOException {
    var end = part.offset() + part.length();
    for (var at = part.offset(); at < end; ) {
      var from = at;
      var count = (int) Math.min(BLOCK_BYTES, end - at);
      out.write(disk.now(() -> file.read(from, count)));
      at += count;
    }
  }

  /**
   * Writes a part, its last byte only once it is sure that all of them were those of one file: who
   * has all bytes has the right ones.
   */
  void writeLast(OutputStream out, Ranges.Range part) throws IOException {
    var most = part.length() - 1;
    write(out, new Ranges.Range(part.offset(), most));
    out.write(
        disk.now(() -> {
          file.check();
          return file.read(part.offset() + most, 1);
        }));
  }
}

package dev.covet.web.multipart;

import dev.covet.base.task.DiskWork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of a file, read block by block on a pool. Not thread-safe. */
final class PartStream extends InputStream {
  private static final int BLOCK_BYTES = 65_536;

  private final DiskWork disk;
  private final FileChannel channel;
  private ByteBuffer block = ByteBuffer.allocate(0);
  private boolean atEnd;

  PartStream(DiskWork disk, FileChannel channel) {
    this.disk = disk;
    this.channel = channel;
  }

  @Override
  public int read() throws IOException {
    return fill() ? block.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0) return 0;
    if (!fill()) return -1;
    var copied = Math.min(count, block.remaining());
    block.get(into, offset, copied);
    return copied;
  }

  @Override
  public int available() {
    return block.remaining();
  }

  private boolean fill() throws IOException {
    if (block.hasRemaining()) return true;
    if (atEnd) return false;
    if (block.capacity() == 0) block = ByteBuffer.allocate(BLOCK_BYTES);
    block.clear();
    atEnd = read(block) < 0;
    block.flip();
    return block.hasRemaining();
  }

  private int read(ByteBuffer into) throws IOException {
    return disk.now(() -> channel.read(into));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

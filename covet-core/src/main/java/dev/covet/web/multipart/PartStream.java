package dev.covet.web.multipart;

import dev.covet.web.message.ClientGone;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of a file, read block by block on a pool. Not thread-safe. */
final class PartStream extends InputStream {
  private static final int BLOCK_BYTES = 65_536;

  private final UploadFolder folder;
  private final FileChannel channel;
  private ByteBuffer block = ByteBuffer.allocate(0);
  private boolean atEnd;

  PartStream(UploadFolder folder, FileChannel channel) {
    this.folder = folder;
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
    try {
      return folder.now(() -> channel.read(into));
    } catch (ClientGone gone) {
      throw UploadFolder.interrupted(gone);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

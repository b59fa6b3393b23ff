package dev.covet.web.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** A file as it was when it was looked at. All that it does waits for a disk. */
interface Asset {
  /** The length in bytes. */
  long length();

  /** What tells this state from others. */
  Validators validators();

  /**
   * Opens it.
   *
   * @throws FileChanged if it is another by now
   * @throws java.nio.file.NoSuchFileException if it is gone
   */
  OpenFile open() throws IOException;

  /** An open file. Used by one thread at a time, but for {@link #channel}. */
  interface OpenFile extends Closeable {
    /** Reads bytes, all of them. */
    byte[] read(long offset, int count) throws IOException;

    /**
     * Makes sure that the bytes are still those that were looked at. One that grows is as it was up
     * to there.
     *
     * @throws FileChanged if others have taken their place
     */
    void check() throws IOException;

    /** The file for the system to send; null if it must be read. */
    @Nullable FileChannel channel();
  }
}

package dev.covet.web.multipart;

import dev.covet.base.observe.LoggedFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of temporary files that belongs to one process: it is open to no other user, and a lock
 * on a file in it tells others that the process lives.
 *
 * @param lock held as long as the folder is in use
 */
record OwnFolder(Path path, FileChannel lock) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OwnFolder.class);
  private static final String NAME = "covet-uploads-";
  private static final String LOCK = "lock";

  /** Younger folders without a lock are just being made. */
  private static final Duration MAKING = Duration.ofMinutes(1);

  /** Makes one with the mode 0700, where there are modes. */
  static OwnFolder make(Path parent) throws IOException {
    var path = Files.createTempDirectory(Files.createDirectories(parent), NAME + process() + "-");
    var lock =
        FileChannel.open(
            path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var _ = lock.lock();
    return new OwnFolder(path, lock);
  }

  /** Names a process, also where all that start in a container have the same number. */
  private static String process() {
    var own = ProcessHandle.current();
    var start = own.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return Long.toString(own.pid(), 36) + "-" + Long.toString(start, 36);
  }

  @Override
  public void close() {
    try (lock) {
      remove(path);
    } catch (IOException e) {
      notRemoved(path, e);
    }
  }

  /** Removes the folders of processes that live no more. What cannot be removed stays. */
  static void removeLeftovers(Path parent) {
    if (!Files.isDirectory(parent)) return;
    try (var folders = Files.newDirectoryStream(parent, NAME + "*")) {
      for (var folder : folders) removeIfLeft(folder);
    } catch (IOException | DirectoryIteratorException e) {
      notRemoved(parent, e);
    }
  }

  /** Each by itself: one that cannot be removed keeps no other. */
  private static void removeIfLeft(Path folder) {
    try {
      if (isLeft(folder)) remove(folder);
    } catch (AccessDeniedException | NoSuchFileException _) {
      // another user's, or another process has removed it
    } catch (IOException e) {
      notRemoved(folder, e);
    }
  }

  private static void notRemoved(Path folder, Exception cause) {
    LOG.atWarn()
        .addKeyValue("folder", folder)
        .setCause(LoggedFault.of(cause))
        .log("uploads_not_removed");
  }

  /**
   * Whether nobody uses it. Those of this process are not tried: where a second channel to a locked
   * file is closed, the lock is gone.
   */
  private static boolean isLeft(Path folder) throws IOException {
    var isOthers = !folder.getFileName().toString().startsWith(NAME + process() + "-");
    if (!isOthers || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) return false;
    var lock = folder.resolve(LOCK);
    if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) return isOld(folder);
    try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (IOException | OverlappingFileLockException _) {
      return false; // another user's, or in use
    }
  }

  private static boolean isOld(Path folder) throws IOException {
    var changed = Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
    return changed.isBefore(Instant.now().minus(MAKING));
  }

  private static void remove(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}

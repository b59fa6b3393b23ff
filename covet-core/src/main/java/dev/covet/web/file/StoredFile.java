package dev.covet.web.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of a file system. */
record StoredFile(Path path, BasicFileAttributes facts, Set<OpenOption> how) implements Asset {
  private static final Set<OpenOption> FOLLOWING = Set.of(StandardOpenOption.READ);
  private static final Set<OpenOption> REAL =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  /** Within this time a second change may leave no trace (RFC 9110, 8.8.1). */
  private static final Duration FRESH = Duration.ofSeconds(1);

  /** Builds that are to be the same each time give all files one time, before this one. */
  private static final Instant TOLD_TIMES = Instant.parse("1985-01-01T00:00:00Z");

  /** Keeps a copy. */
  StoredFile {
    how = Set.copyOf(how);
  }

  /**
   * The file at a path, wherever links lead.
   *
   * @throws NoSuchFileException if none is there, or what is there is no file
   */
  static StoredFile at(Path path) throws IOException {
    return of(path, FOLLOWING);
  }

  /** The file at a real path: one that is a link by the time it is opened is none. */
  static StoredFile real(Path path) throws IOException {
    return of(path, REAL);
  }

  private static StoredFile of(Path path, Set<OpenOption> how) throws IOException {
    var facts = facts(path);
    if (!facts.isRegularFile()) throw new NoSuchFileException(path.toString());
    return new StoredFile(path, facts, how);
  }

  private static BasicFileAttributes facts(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class);
  }

  @Override
  public long length() {
    return facts.size();
  }

  @Override
  public Validators validators() {
    var time = facts.lastModifiedTime().toInstant();
    var now = Instant.now();
    if (time.isBefore(TOLD_TIMES)) return new Validators(changeTag(), null);
    var tag =
        Validators.tag(time.isAfter(now.minus(FRESH)), nanos(facts.lastModifiedTime()), length());
    return new Validators(tag, time.isAfter(now) ? null : time.truncatedTo(ChronoUnit.SECONDS));
  }

  private static long nanos(FileTime time) {
    var moment = time.toInstant();
    return moment.getEpochSecond() * 1_000_000_000 + moment.getNano();
  }

  /** What the system has noted of the file, where its own time says nothing. */
  private @Nullable String changeTag() {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) return null;
    try {
      Map<String, Object> noted = Files.readAttributes(path, "unix:ctime,ino");
      return noted.get("ctime") instanceof FileTime time && noted.get("ino") instanceof Long number
          ? Validators.tag(false, nanos(time), number)
          : null;
    } catch (IOException _) {
      return null;
    }
  }

  @Override
  public OpenFile open() throws IOException {
    var channel = FileChannel.open(path, how);
    try {
      var isOther = !Objects.equals(facts(path).fileKey(), facts.fileKey());
      if (isOther || channel.size() < length()) throw new FileChanged();
      return new OpenChannel(this, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** A file that was replaced by another is still the one that was opened. */
  private boolean isRewritten() throws IOException {
    try {
      var now = facts(path);
      return Objects.equals(now.fileKey(), facts.fileKey())
          && now.size() <= length()
          && !now.lastModifiedTime().equals(facts.lastModifiedTime());
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  private record OpenChannel(StoredFile file, FileChannel open) implements OpenFile {
    @Override
    public byte[] read(long offset, int count) throws IOException {
      var bytes = ByteBuffer.allocate(count);
      while (bytes.hasRemaining()) {
        if (open.read(bytes, offset + bytes.position()) < 0) {
          throw new EOFException("The file has become shorter");
        }
      }
      return bytes.array();
    }

    @Override
    public void check() throws IOException {
      if (open.size() < file.length() || file.isRewritten()) throw new FileChanged();
    }

    /** Other file systems make channels of their own, which no system call takes. */
    @Override
    public @Nullable FileChannel channel() {
      return file.path.getFileSystem().equals(FileSystems.getDefault()) ? open : null;
    }

    @Override
    public void close() throws IOException {
      open.close();
    }
  }
}

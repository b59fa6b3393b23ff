package dev.covet.web.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.base.loop.Pool;
import dev.covet.base.task.DiskWork;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B3: the folder of a process, and what others have left. */
class UploadFolderTest {
  @TempDir Path parent;

  private Path left(String name) throws IOException {
    var folder = Files.createDirectory(parent.resolve(name));
    Files.createFile(folder.resolve("lock"));
    Files.write(folder.resolve("part-1"), new byte[10]);
    return folder;
  }

  @Test
  void whatAKilledProcessHasLeftIsRemovedAtTheNextStart() throws Exception {
    var left = left("covet-uploads-1-abc-99");
    var used = left("covet-uploads-1-abd-99");
    var making = Files.createDirectory(parent.resolve("covet-uploads-1-abe-99"));
    var old = Files.createDirectory(parent.resolve("covet-uploads-1-abf-99"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(120)));
    var others = left("photos");
    var elsewhere = left("elsewhere");
    var link = Files.createSymbolicLink(parent.resolve("covet-uploads-1-abg-99"), elsewhere);

    try (var channel = FileChannel.open(used.resolve("lock"), StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      OwnFolder.removeLeftovers(parent);
    }

    assertThat(left).doesNotExist();
    assertThat(old).doesNotExist();
    assertThat(used.resolve("part-1")).exists();
    assertThat(making).exists();
    assertThat(others.resolve("part-1")).exists();
    assertThat(link).isSymbolicLink();
    assertThat(elsewhere.resolve("part-1")).exists();
  }

  /** As another user's is, whatever its name; whose folders come first is the system's choice. */
  @Test
  void aFolderThatCannotBeRemovedKeepsNoOtherFromBeingRemoved() throws Exception {
    var lefts = new ArrayList<Path>();
    var closed = new ArrayList<Path>();
    for (var n = 0; n < 10; n++) {
      lefts.add(left("covet-uploads-1-abc-" + n));
      closed.add(left("covet-uploads-1-abd-" + n));
    }
    for (var each : closed) close(each);
    try {
      OwnFolder.removeLeftovers(parent);

      assertThat(lefts).allSatisfy(each -> assertThat(each).doesNotExist());
    } finally {
      for (var each : closed) {
        if (Files.exists(each)) open(each);
      }
    }
  }

  private static void close(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, Set.of());
  }

  private static void open(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void twoAppsOfOneProcessLeaveEachOthersFoldersAlone() throws Exception {
    try (var pool = new Pool("files", 1, 10);
        var one = new UploadFolder(parent, 1_000, DiskWork.on(() -> pool));
        var two = new UploadFolder(parent, 1_000, DiskWork.on(() -> pool))) {
      var first = one.newFile();
      first.append(new byte[100], 100);
      var second = two.newFile();
      second.append(new byte[100], 50);
      first.append(new byte[100], 100);
      first.complete();

      assertThat(one.held()).isEqualTo(200);
      try (var in = first.open()) {
        assertThat(in.readAllBytes()).hasSize(200);
      }
      try (var folders = Files.list(parent)) {
        assertThat(folders).hasSize(2);
      }
    }
    try (var folders = Files.list(parent)) {
      assertThat(folders).isEmpty();
    }
  }

  @Test
  void aFileThatIsClosedTakesNoMoreBytes() throws Exception {
    try (var pool = new Pool("files", 1, 10);
        var folder = new UploadFolder(parent, 1_000, DiskWork.on(() -> pool))) {
      var file = folder.newFile();
      file.append(new byte[100], 100);
      file.close();
      pool.call(() -> "the file is removed before");

      assertThat(folder.held()).isZero();
      assertThatThrownBy(() -> file.append(new byte[10], 10))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}

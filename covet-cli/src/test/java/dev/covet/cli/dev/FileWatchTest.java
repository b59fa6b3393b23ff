package dev.covet.cli.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.cli.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are seen to be different. */
class FileWatchTest {
  @TempDir private Path folder;
  private Path sources;
  private Path pom;

  @BeforeEach
  void aProject() throws IOException {
    sources = Files.createDirectories(folder.resolve("src"));
    pom = Files.writeString(folder.resolve("pom.xml"), "<project/>");
  }

  private Project project() {
    return new Project(
        "shop",
        folder,
        List.of(sources),
        List.of(folder.resolve("resources")),
        folder.resolve("classes"),
        List.of(),
        List.of(),
        List.of(),
        "",
        List.of(pom));
  }

  @Test
  void aFolderThatIsALinkIsFollowedAndOneThatLeadsBackIsNot() throws IOException {
    var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    var file = Files.writeString(elsewhere.resolve("Item.java"), "class Item {}");
    Files.createSymbolicLink(sources.resolve("shop"), elsewhere);
    Files.createSymbolicLink(elsewhere.resolve("back"), sources);
    Files.createSymbolicLink(sources.resolve("Gone.txt"), folder.resolve("gone"));
    var linked = sources.resolve("shop/Item.java");
    var watch = new FileWatch(project(), FileTime.from(Instant.MAX));
    assertThat(watch.look().sources()).containsExactly(linked);

    Files.writeString(file, "class Item { int size; }");

    assertThat(watch.look().sources()).containsExactly(linked);
    assertThat(watch.look().isEmpty()).isTrue();
  }

  /** github.com/OpenLiberty/ci.maven/issues/603 */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "4913",
        "a.sql~",
        ".a.sql.swp",
        "#a.sql#",
        "a.sql___jb_tmp___",
        "a.sql___jb_old___"
      })
  void whatEditorsPutBesideAResourceForAMomentIsNothing(String name) throws IOException {
    var watch = new FileWatch(project(), FileTime.from(Instant.MAX));
    var resources = Files.createDirectories(folder.resolve("resources"));
    Files.writeString(resources.resolve("a.sql"), "SELECT 1");
    assertThat(watch.look().others()).isTrue();

    Files.writeString(resources.resolve(name), "SELECT 2");

    assertThat(watch.look().isEmpty()).isTrue();
  }

  @Test
  void aFileThatIsALinkIsDifferentWhenItsTargetIs() throws IOException {
    var file = Files.writeString(folder.resolve("there"), "class Item {}");
    Files.createSymbolicLink(sources.resolve("Item.java"), file);
    var watch = new FileWatch(project(), FileTime.from(Instant.MAX));
    watch.look();

    Files.writeString(file, "class Item { int size; }");

    assertThat(watch.look().sources()).containsExactly(sources.resolve("Item.java"));
  }

  /** Root may read everything: then nothing is different. */
  @Test
  void aFileThatMayBeReadNowIsDifferent() throws IOException {
    var file = Files.writeString(sources.resolve("Item.java"), "class Item {}");
    var readable = Files.getPosixFilePermissions(file);
    Files.setPosixFilePermissions(file, Set.of());
    var watch = new FileWatch(project(), FileTime.from(Instant.MAX));
    watch.look();
    var isReadable = Files.isReadable(file);

    Files.setPosixFilePermissions(file, readable);

    assertThat(watch.look().sources().isEmpty()).isEqualTo(isReadable);
  }

  @Test
  void aPomIsDifferentOnlyOnceItIsSavedAgain() throws IOException {
    var watch = new FileWatch(project(), FileTime.from(Instant.MAX));
    assertThat(watch.look().poms()).isFalse();

    Files.writeString(pom, "<project></project>");

    assertThat(watch.look().poms()).isTrue();
    assertThat(watch.over(project(), FileTime.from(Instant.MAX)).look().poms()).isFalse();
    var later = watch.over(project(), FileTime.from(Instant.MAX));
    assertThat(later.look().isEmpty()).isTrue();
  }

  @Test
  void aPomThatIsNewerThanTheDescriptionIsDifferentFromTheStart() throws IOException {
    var described = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(pom, described);
    assertThat(new FileWatch(project(), described).look().poms()).isFalse();

    Files.setLastModifiedTime(pom, FileTime.from(1_000_000_001, TimeUnit.MICROSECONDS));
    var watch = new FileWatch(project(), described);

    assertThat(watch.look().poms()).isTrue();
    assertThat(watch.look().poms()).isFalse();
    assertThat(watch.over(project(), described).look().poms()).isFalse();
  }

  @Test
  void aPomThatIsSavedBeforeTheNextWatchIsDifferentToIt() throws IOException {
    var watch = new FileWatch(project(), FileTime.from(Instant.MAX));
    Files.writeString(sources.resolve("Item.java"), "class Item {}");
    Files.writeString(pom, "<project></project>");

    var next = watch.over(project(), FileTime.from(Instant.MAX)).look();

    assertThat(next.poms()).isTrue();
    assertThat(next.sources()).containsExactly(sources.resolve("Item.java"));
  }
}

package dev.covet.cli.dev;

import dev.covet.cli.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of a project, as they were when they were looked at last. A file is different if its
 * time, size or identity is, or whether it may be read: times are never ordered, so that a clock
 * may jump. For one thread.
 */
final class FileWatch {
  private static final String JAVA = ".java";

  /** Hidden files, copies, and what vim, Emacs and IDEs of JetBrains have for a moment. */
  private static final Pattern EDITORS =
      Pattern.compile("\\..*|.*~|4913|#.*#|.*___jb_(tmp|old)___");

  private final Project project;
  private Map<Path, Stamp> before = new HashMap<>();

  /**
   * A watch to which all files are new, but for the POMs that have made the project what it is.
   *
   * @param described when the project was described; a POM that is newer came too late for it
   */
  FileWatch(Project project, FileTime described) {
    this.project = project;
    project.poms().forEach(pom -> add(pom, before));
    var latest = described.to(TimeUnit.NANOSECONDS);
    before.values().removeIf(stamp -> stamp.nanos > latest);
  }

  /** A watch over what the project is now. A POM saved since the last look of this is different. */
  FileWatch over(Project now, FileTime described) {
    var next = new FileWatch(now, described);
    before.forEach((file, stamp) -> {
      if (next.isPom(file)) next.before.put(file, stamp);
    });
    return next;
  }

  private record Stamp(long nanos, long size, @Nullable Object identity, boolean isReadable) {
    static Stamp of(Path path, BasicFileAttributes file) {
      return new Stamp(
          file.lastModifiedTime().to(TimeUnit.NANOSECONDS),
          file.size(),
          file.fileKey(),
          Files.isReadable(path));
    }
  }

  /**
   * What is different since the last look.
   *
   * @param sources those of Java that are new, different or gone
   * @param poms whether a file that decides what the project is made of is different
   * @param others whether a resource or {@code .env} is
   */
  record Changes(Set<Path> sources, boolean poms, boolean others) {
    boolean isEmpty() {
      return sources.isEmpty() && !poms && !others;
    }

    /** These and later ones. */
    Changes and(Changes later) {
      var all = new HashSet<>(sources);
      all.addAll(later.sources);
      return new Changes(all, poms || later.poms, others || later.others);
    }
  }

  static final Changes NONE = new Changes(Set.of(), false, false);

  /** All sources of Java, as of the last look. */
  Set<Path> sources() {
    return before.keySet().stream().filter(this::isSource).collect(Collectors.toUnmodifiableSet());
  }

  /** Looks at all files. */
  Changes look() {
    var now = new HashMap<Path, Stamp>();
    project.sources().forEach(each -> add(each, now));
    project.resources().forEach(each -> add(each, now));
    project.poms().forEach(each -> add(each, now));
    add(project.folder().resolve(".env"), now);
    var different = new HashSet<Path>();
    now.forEach((file, stamp) -> {
      if (!stamp.equals(before.get(file))) different.add(file);
    });
    before.keySet().stream().filter(file -> !now.containsKey(file)).forEach(different::add);
    before = now;
    return changes(different);
  }

  private Changes changes(Set<Path> different) {
    var sources = different.stream().filter(this::isSource).collect(Collectors.toSet());
    var poms = project.poms().stream().anyMatch(different::contains);
    var others = different.stream().anyMatch(file -> !sources.contains(file) && !isPom(file));
    return new Changes(sources, poms, others);
  }

  private boolean isPom(Path file) {
    return project.poms().contains(file);
  }

  private boolean isSource(Path file) {
    return file.toString().endsWith(JAVA) && project.sources().stream().anyMatch(file::startsWith);
  }

  /**
   * A file, or all in a folder, also by symbolic links; what vanishes meanwhile, may not be read or
   * leads back to a folder around it is not there.
   */
  private void add(Path place, Map<Path, Stamp> found) {
    try {
      Files.walkFileTree(
          place,
          Set.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (isOfInterest(file)) found.put(file, Stamp.of(file, attributes));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Editors keep other files beside those that they write. */
  private boolean isOfInterest(Path file) {
    var name = Objects.toString(file.getFileName());
    if (name.equals(".env") || isPom(file)) return true;
    var isSource = project.sources().stream().anyMatch(file::startsWith);
    return !EDITORS.matcher(name).matches() && (name.endsWith(JAVA) || !isSource);
  }
}

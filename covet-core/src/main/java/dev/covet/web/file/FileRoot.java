package dev.covet.web.file;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where files lie that clients name. */
sealed interface FileRoot {
  /** The file of some names below each other; null if there is none that may be seen. */
  @Nullable Asset file(List<String> names) throws IOException;

  /** Whether it is there at all. */
  boolean isThere();

  /**
   * A folder. What is asked for is looked up in full, links followed: what lies elsewhere is not
   * there, by whatever name. It may itself be a link, to another folder at each deployment.
   */
  record Folder(Path path) implements FileRoot {
    @Override
    public @Nullable Asset file(List<String> names) throws IOException {
      try {
        var asked = path.resolve(String.join("/", names));
        if (!Files.isRegularFile(asked)) return null; // most are asked for in vain: see Variants
        var root = path.toRealPath();
        var file = asked.toRealPath();
        return file.startsWith(root) && FileNames.areShown(root.relativize(file))
            ? StoredFile.real(file)
            : null;
      } catch (FileSystemException | InvalidPathException _) {
        return null;
      }
    }

    @Override
    public boolean isThere() {
      return Files.isDirectory(path);
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** A folder of the class path: of a folder on the disk, or of a jar. */
  record Packed(ClassLoader loader, String folder) implements FileRoot {
    @Override
    public @Nullable Asset file(List<String> names) throws IOException {
      var found = loader.getResource(folder + "/" + String.join("/", names));
      if (found == null) return null;
      if (found.getProtocol().equals("file")) return new Folder(above(found, names)).file(names);
      try {
        return PackedFile.at(found);
      } catch (FileSystemException _) {
        return null;
      }
    }

    /** The folder that the names are in. */
    private static Path above(URL found, List<String> names) throws IOException {
      try {
        var path = Path.of(found.toURI());
        for (var _ : names) path = path.resolve("..");
        return path.normalize();
      } catch (URISyntaxException e) {
        throw new IOException(e);
      }
    }

    /** Jars need not name their folders. */
    @Override
    public boolean isThere() {
      return true;
    }

    @Override
    public String toString() {
      return "class path: " + folder;
    }
  }
}

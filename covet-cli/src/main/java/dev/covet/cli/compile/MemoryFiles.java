package dev.covet.cli.compile;

import dev.covet.cli.compile.Outputs.Output;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The files of one compilation: libraries on disk, everything that javac writes in memory. What
 * earlier compilations have left is on the class path, before the libraries.
 */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private static final String ADDRESS = "memory:///classes/";
  private static final String SOURCE_ADDRESS = "memory:///sources/";
  private static final int EXTENSION_LENGTH = ".class".length();

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*.*?\\*/|///[^\n]*");

  private final Map<String, Output> files;
  private final Map<Path, String> comments;

  /** The class path without what is in memory, as javac lists it, shared by all compilations. */
  MemoryFiles(StandardJavaFileManager disk, Outputs earlier) {
    super(disk);
    this.files = new ConcurrentHashMap<>(earlier.files());
    this.comments = new ConcurrentHashMap<>(earlier.comments());
  }

  Outputs outputs() {
    return new Outputs(files, comments);
  }

  /**
   * Remembers what a source that was read says for documentation, which class files do not have.
   */
  void read(JavaFileObject source) {
    var address = source.toUri();
    if (!address.getScheme().equals("file")) return;
    try {
      var all = COMMENT.matcher(source.getCharContent(true)).results().map(MatchResult::group);
      comments.put(Path.of(address), all.collect(Collectors.joining("\n")));
    } catch (IOException _) {
      comments.remove(Path.of(address)); // gone meanwhile
    }
  }

  /** The shared manager of the disk outlives one compilation. */
  @Override
  public void close() {}

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.CLASS_OUTPUT
        || location == StandardLocation.SOURCE_OUTPUT
        || super.hasLocation(location);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    var isClasses =
        location == StandardLocation.CLASS_PATH || location == StandardLocation.CLASS_OUTPUT;
    if (!isClasses) {
      return location.isOutputLocation()
          ? List.of()
          : super.list(location, packageName, kinds, recurse);
    }
    var found = new ArrayList<JavaFileObject>();
    if (kinds.contains(Kind.CLASS)) {
      classesIn(packageName, recurse).forEach(name -> found.add(new File(name, Kind.CLASS)));
    }
    if (location == StandardLocation.CLASS_PATH) {
      super.list(location, packageName, kinds, recurse).forEach(found::add);
    }
    return found;
  }

  private Stream<String> classesIn(String packageName, boolean recurse) {
    var folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
    return files.keySet().stream()
        .filter(name -> name.startsWith(folder) && name.endsWith(Kind.CLASS.extension))
        .filter(name -> recurse || name.indexOf('/', folder.length()) < 0);
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof File memory
        ? memory.name.substring(0, memory.name.length() - EXTENSION_LENGTH).replace('/', '.')
        : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject one, FileObject other) {
    var isMemory = one instanceof File || other instanceof File;
    return isMemory ? one.toUri().equals(other.toUri()) : super.isSameFile(one, other);
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return !(file instanceof File) && super.contains(location, file);
  }

  @Override
  public @Nullable JavaFileObject getJavaFileForInput(
      Location location, String className, Kind kind) throws IOException {
    if (!location.isOutputLocation()) return super.getJavaFileForInput(location, className, kind);
    var name = className.replace('.', '/') + kind.extension;
    return files.containsKey(name) ? new File(name, kind) : null;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, Kind kind, @Nullable FileObject sibling) {
    return new File(
        className.replace('.', '/') + kind.extension,
        kind,
        sibling == null ? Set.of() : origins(sibling));
  }

  @Override
  public JavaFileObject getJavaFileForOutputForOriginatingFiles(
      Location location, String className, Kind kind, FileObject... originatingFiles) {
    return new File(className.replace('.', '/') + kind.extension, kind, origins(originatingFiles));
  }

  @Override
  public FileObject getFileForInput(Location location, String packageName, String relativeName)
      throws IOException {
    return location.isOutputLocation()
        ? new File(name(packageName, relativeName), Kind.OTHER)
        : super.getFileForInput(location, packageName, relativeName);
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, @Nullable FileObject sibling) {
    return new File(name(packageName, relativeName), Kind.OTHER);
  }

  @Override
  public FileObject getFileForOutputForOriginatingFiles(
      Location location, String packageName, String relativeName, FileObject... originatingFiles) {
    return new File(name(packageName, relativeName), Kind.OTHER);
  }

  private static String name(String packageName, String relativeName) {
    return packageName.isEmpty()
        ? relativeName
        : packageName.replace('.', '/') + "/" + relativeName;
  }

  /** The user's sources behind files: a generated one stands for those it was made from. */
  private Set<Path> origins(FileObject... from) {
    var found = new HashSet<Path>();
    for (var file : from) {
      if (file instanceof File memory) {
        found.addAll(memory.origins());
      } else if (file.toUri().getScheme().equals("file")) {
        found.add(Path.of(file.toUri()));
      }
    }
    return found;
  }

  /** A file in memory. */
  private final class File extends SimpleJavaFileObject {
    private final String name;
    private final Set<Path> made;

    File(String name, Kind kind) {
      this(name, kind, Set.of());
    }

    File(String name, Kind kind, Set<Path> origins) {
      super(address(name, kind), kind);
      this.name = name;
      this.made = Set.copyOf(origins);
    }

    Set<Path> origins() {
      var file = files.get(name);
      return file == null ? made : file.origins();
    }

    private byte[] bytes() throws NoSuchFileException {
      var file = files.get(name);
      if (file == null) throw new NoSuchFileException(name);
      return file.bytes();
    }

    @Override
    public InputStream openInputStream() throws IOException {
      return new ByteArrayInputStream(bytes());
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public OutputStream openOutputStream() {
      var bytes = new ByteArrayOutputStream();
      return new FilterOutputStream(bytes) {
        @Override
        public void write(byte[] some, int from, int count) {
          bytes.write(some, from, count);
        }

        @Override
        public void close() {
          files.put(name, new Output(bytes.toByteArray(), made));
        }
      };
    }
  }

  private static URI address(String name, Kind kind) {
    var before = kind == Kind.SOURCE ? SOURCE_ADDRESS : ADDRESS;
    return URI.create(before + encoded(name));
  }

  /** Class names may have any letter; what an address keeps for itself is written as its bytes. */
  private static String encoded(String name) {
    try {
      return new URI(null, null, "/" + name, null).toASCIIString().substring(1);
    } catch (java.net.URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

package dev.covet.cli.dev;

import dev.covet.cli.compile.Outputs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one version of a program, from memory, and its resources, from their folders;
 * libraries are its parent's. It keeps no file open, so that nobody has to close it.
 */
final class ProgramLoader extends URLClassLoader {
  private static final String CLASS = ".class";

  private final Outputs outputs;

  /**
   * A loader of one version.
   *
   * @param resources folders
   */
  ProgramLoader(Outputs outputs, List<Path> resources, ClassLoader libraries) {
    super("program", resources.stream().map(ProgramLoader::address).toArray(URL[]::new), libraries);
    this.outputs = outputs;
  }

  /** The address of a folder ends with a slash, also of one that is made later. */
  private static URL address(Path folder) {
    try {
      var address = folder.toUri().toString();
      return URI.create(address.endsWith("/") ? address : address + "/").toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Its own classes come first: a program may also lie compiled on the class path. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      var known = findLoadedClass(name);
      if (known != null) return known;
      var bytes = outputs.bytes(name.replace('.', '/') + CLASS);
      return bytes == null
          ? super.loadClass(name, resolve)
          : defineClass(name, bytes, 0, bytes.length);
    }
  }

  /** Its own resources come first, too. */
  @Override
  public @Nullable URL getResource(String name) {
    var own = findResource(name);
    return own == null ? super.getResource(name) : own;
  }

  /** Each once: the folders may be on the class path of the libraries as well. */
  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    var all = new LinkedHashMap<URI, URL>();
    add(findResources(name), all);
    add(getParent().getResources(name), all);
    return Collections.enumeration(all.values());
  }

  private static void add(Enumeration<URL> more, Map<URI, URL> all) {
    more.asIterator().forEachRemaining(each -> all.putIfAbsent(URI.create(each.toString()), each));
  }

  @Override
  public @Nullable URL findResource(String name) {
    var made = made(name);
    return made == null ? super.findResource(name) : made;
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    var made = made(name);
    var all = new LinkedHashMap<URI, URL>();
    if (made != null) all.put(URI.create(made.toString()), made);
    add(super.findResources(name), all);
    return Collections.enumeration(all.values());
  }

  /** What the compiler or a processor has written. */
  private @Nullable URL made(String name) {
    var bytes = outputs.bytes(name);
    return bytes == null || name.endsWith(".java") ? null : address(name, bytes);
  }

  private static URL address(String name, byte[] bytes) {
    try {
      return URL.of(new URI("memory", null, "/" + name, null), new Memory(bytes));
    } catch (java.net.URISyntaxException | MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static final class Memory extends URLStreamHandler {
    private final byte[] bytes;

    Memory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    protected URLConnection openConnection(URL address) {
      return new URLConnection(address) {
        @Override
        public void connect() {}

        @Override
        public long getContentLengthLong() {
          return bytes.length;
        }

        @Override
        public InputStream getInputStream() throws IOException {
          return new ByteArrayInputStream(bytes);
        }
      };
    }
  }
}

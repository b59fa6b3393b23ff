package dev.covet.cli.dev;

import dev.covet.cli.compile.Outputs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes of one version of a program, from memory; libraries are its parent's. */
final class ProgramLoader extends ClassLoader {
  private static final String CLASS = ".class";

  private final Outputs outputs;

  ProgramLoader(Outputs outputs, ClassLoader libraries) {
    super("program", libraries);
    this.outputs = outputs;
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

  @Override
  public @Nullable URL getResource(String name) {
    var own = findResource(name);
    return own == null ? super.getResource(name) : own;
  }

  @Override
  protected @Nullable URL findResource(String name) {
    var bytes = outputs.bytes(name);
    return bytes == null || name.endsWith(".java") ? null : address(name, bytes);
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    var own = findResource(name);
    return Collections.enumeration(own == null ? List.of() : List.of(own));
  }

  private static URL address(String name, byte[] bytes) {
    try {
      return URL.of(new URI("memory", null, "/" + name, null), new Memory(bytes));
    } catch (java.net.URISyntaxException | java.net.MalformedURLException e) {
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

package dev.covet.cli.compile;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;

/**
 * The annotation processors of a project. Their classes are loaded once, so that what the JVM has
 * learnt of them serves each compilation; each has instances of its own. Safe for use by one thread
 * at a time.
 */
final class Processors implements AutoCloseable {
  private final URLClassLoader loader;

  Processors(List<Path> path) {
    this.loader =
        new URLClassLoader(
            "processors",
            path.stream().map(Processors::address).toArray(URL[]::new),
            ClassLoader.getPlatformClassLoader());
  }

  private static URL address(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** New ones, for one compilation. */
  List<Processor> made() {
    return ServiceLoader.load(Processor.class, loader).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  @Override
  public void close() throws java.io.IOException {
    loader.close();
  }
}

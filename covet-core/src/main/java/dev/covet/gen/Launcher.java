package dev.covet.gen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The main class of every runnable jar: it runs the one {@code main} that the processor found. That
 * method is often not public and its class hidden in a package, so this calls it as {@code java}
 * itself would, by name.
 */
public final class Launcher {
  /** Names of the classes with a {@code main}, one a line. */
  static final String RESOURCE = "META-INF/covet/main";

  private Launcher() {}

  /**
   * Runs the program.
   *
   * @param args handed to its {@code main}
   * @throws IllegalStateException if the jar has no {@code main} or several, none of which was
   *     chosen
   * @throws Throwable what its {@code main} throws
   */
  public static void main(String[] args) throws Throwable {
    launch(Launcher.class.getClassLoader(), args);
  }

  static void launch(ClassLoader loader, String[] args) throws Throwable {
    var method = mainOf(type(only(names(loader)), loader));
    try {
      method.invoke(null, method.getParameterCount() == 0 ? new Object[0] : new Object[] {args});
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /** The first resource on the class path is the one of the jar that was started. */
  private static List<String> names(ClassLoader loader) {
    try (var in = loader.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        return List.of();
      }
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String only(List<String> names) {
    return switch (names.size()) {
      case 1 -> names.getFirst();
      case 0 ->
          throw new IllegalStateException(
              "No main found: give a class of this project a method main, and have covet-processor on the"
                  + " annotationProcessorPaths");
      default ->
          throw new IllegalStateException(
              "Several classes have a main: %s. Set the property covet.main in the POM to one of them"
                  .formatted(String.join(", ", names)));
    };
  }

  /** The class, also a nested one whose name is written as in source: {@code hello.Hello.Start}. */
  private static Class<?> type(String name, ClassLoader loader) throws ClassNotFoundException {
    for (var binary = name; ; ) {
      try {
        return Class.forName(binary, true, loader);
      } catch (ClassNotFoundException e) {
        var dot = binary.lastIndexOf('.');
        if (dot < 0) {
          throw new ClassNotFoundException(name + ", which " + RESOURCE + " names", e);
        }
        binary = binary.substring(0, dot) + '$' + binary.substring(dot + 1);
      }
    }
  }

  private static Method mainOf(Class<?> type) throws NoSuchMethodException {
    Method method;
    try {
      method = type.getDeclaredMethod("main", String[].class);
    } catch (NoSuchMethodException e) {
      method = type.getDeclaredMethod("main");
    }
    method.setAccessible(true);
    return method;
  }
}

package dev.covet.app;

import dev.covet.app.process.ProcessEnd;
import dev.covet.base.config.StartFailure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The main class of every runnable jar: it runs the one {@code main} that the processor found. That
 * method is often not public and its class hidden in a package, so this calls it as {@code java}
 * itself would (JEP 512), by name.
 */
public final class Launcher {
  /** Names of the classes with a {@code main}, one a line. */
  static final String RESOURCE = "META-INF/covet/main";

  /** Chooses a class where the program runs from class files. */
  private static final String PROPERTY = "covet.main";

  /** What a jar's manifest calls the class that its POM has chosen. */
  private static final String CHOSEN = "Covet-Main";

  private static final String NONE =
      "No class with a main method was compiled. Classes belong in src/main/java, and one of them"
          + " needs a method \"static void main(String[] args)\". In a project without covet-app as"
          + " its parent, covet-processor has to be on the annotationProcessorPaths.";

  private static final ScopedValue<AppHost> HOST = ScopedValue.newInstance();

  private Launcher() {}

  /**
   * Runs the program. If it cannot start, this says why in a line, and ends the process.
   *
   * @param args handed to its {@code main}
   * @throws Throwable what its {@code main} throws
   */
  public static void main(String[] args) throws Throwable {
    try {
      launch(Launcher.class.getClassLoader(), args);
    } catch (StartFailure e) {
      ProcessEnd.failed(e);
    }
  }

  /**
   * Runs a program that is on a class loader, for a host. What the thread starts that runs its
   * {@code main} is not the host's.
   *
   * @param args handed to its {@code main}
   * @throws StartFailure if it has no {@code main}, or its app cannot start
   * @throws Throwable what its {@code main} throws
   */
  public static void launch(ClassLoader loader, AppHost host, String... args) throws Throwable {
    ScopedValue.where(HOST, host)
        .call(() -> {
          launch(loader, args);
          return true;
        });
  }

  /** For whom the program of this thread runs; empty if for itself. */
  static Optional<AppHost> host() {
    return HOST.isBound() ? Optional.of(HOST.get()) : Optional.empty();
  }

  static void launch(ClassLoader loader, String... args) throws Throwable {
    var chosen = chosen(loader);
    var name = chosen.isEmpty() ? only(names(loader)) : chosen;
    var method = mainOf(type(name, loader), name);
    try {
      method.invoke(
          target(method), method.getParameterCount() == 0 ? new Object[0] : new Object[] {args});
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /**
   * The class that was chosen: by the host, the system property, or in the manifest of the jar that
   * was started; empty if by none.
   */
  private static String chosen(ClassLoader loader) {
    var hosts = host().map(AppHost::main).orElse("").strip();
    if (!hosts.isEmpty()) return hosts;
    var property = System.getProperty(PROPERTY, "").strip();
    var list = loader.getResource(RESOURCE);
    return property.isEmpty() && list != null && list.getProtocol().equals("jar")
        ? chosen(list.getPath())
        : property;
  }

  /** The JDK cannot open the address of what is in a jar below a folder like {@code x!}. */
  private static String chosen(String list) {
    var address = list.substring(0, list.length() - "!/".length() - RESOURCE.length());
    try (var jar = new JarFile(new File(URI.create(address)))) {
      var manifest = jar.getManifest();
      return manifest == null
          ? ""
          : Objects.toString(manifest.getMainAttributes().getValue(CHOSEN), "").strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first resource on the class path is the one of the jar that was started. */
  private static List<String> names(ClassLoader loader) {
    try (var in = loader.getResourceAsStream(RESOURCE)) {
      if (in == null) return List.of();
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String only(List<String> names) {
    return switch (names.size()) {
      case 1 -> names.getFirst();
      case 0 -> throw failure(NONE);
      default -> throw several(names);
    };
  }

  private static StartFailure several(List<String> names) {
    return failure(
        "Several classes have a main method: "
            + String.join(", ", names)
            + ". Set the property covet.main in the POM to one of them, or -Dcovet.main where it runs"
            + " from class files.");
  }

  private static StartFailure gone(String name) {
    return failure(
        "The class "
            + name
            + ", whose main method is to be run, is not there. Build the project from scratch"
            + " (mvn clean package), or correct the property covet.main in the POM.");
  }

  private static StartFailure withoutMain(String name) {
    return failure(
        "The class "
            + name
            + " has no main method that can be run. Give it a \"static void main(String[] args)\","
            + " or set the property covet.main in the POM to a class that has one.");
  }

  private static StartFailure failure(String fault) {
    return new StartFailure(List.of(fault));
  }

  /** The class, also a nested one whose name is written as in source: {@code hello.Hello.Start}. */
  private static Class<?> type(String name, ClassLoader loader) {
    for (var binary = name; ; ) {
      try {
        return Class.forName(binary, true, loader);
      } catch (ClassNotFoundException _) {
        binary = nested(binary).orElseThrow(() -> gone(name));
      }
    }
  }

  /**
   * The name that it has if its last part is nested in the one before; empty if it has one part.
   */
  private static Optional<String> nested(String name) {
    var dot = name.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.of(name.substring(0, dot) + '$' + name.substring(dot + 1));
  }

  /** The method with arguments before the one without, as {@code java} chooses. */
  private static Method mainOf(Class<?> type, String name) {
    var method = declared(type, String[].class);
    if (method == null) method = declared(type);
    if (method == null) throw withoutMain(name);
    method.setAccessible(true);
    return method;
  }

  /** What a {@code main} that is not static is called on (JEP 512). */
  private static @Nullable Object target(Method main) throws ReflectiveOperationException {
    if (Modifier.isStatic(main.getModifiers())) return null;
    var constructor = main.getDeclaringClass().getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private static @Nullable Method declared(Class<?> type, Class<?>... parameters) {
    try {
      return type.getDeclaredMethod("main", parameters);
    } catch (NoSuchMethodException _) {
      return null;
    }
  }
}

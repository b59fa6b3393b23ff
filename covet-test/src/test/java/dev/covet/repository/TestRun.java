package dev.covet.repository;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * How the tests of a program ended.
 *
 * @param failures each with its test's name
 */
record TestRun(long succeeded, List<String> failures) {
  /** Runs the tests of a compiled program, which sees nothing of the tests of this module. */
  static TestRun of(Program program) throws IOException, ClassNotFoundException {
    var urls = new ArrayList<URL>();
    urls.add(program.classes().toUri().toURL());
    for (var library : Program.libraries()) {
      urls.add(Path.of(library).toUri().toURL());
    }
    try (var loader = new URLClassLoader(urls.toArray(URL[]::new), new JUnitAlone())) {
      return run(program, loader);
    }
  }

  private static TestRun run(Program program, ClassLoader loader) throws ClassNotFoundException {
    var selectors = new ArrayList<DiscoverySelector>();
    for (var name : program.tests()) {
      selectors.add(selectClass(loader.loadClass(name)));
    }
    var listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request().selectors(selectors).build(), listener);
    var summary = listener.getSummary();
    var failures =
        summary.getFailures().stream()
            .map(each -> each.getTestIdentifier().getDisplayName() + ": " + each.getException())
            .toList();
    return new TestRun(summary.getTestsSucceededCount(), failures);
  }

  /** The JDK and JUnit, which must be the one that runs the tests. */
  private static final class JUnitAlone extends ClassLoader {
    JUnitAlone() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("org.junit.") || name.startsWith("org.opentest4j.")) {
        return TestRun.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}

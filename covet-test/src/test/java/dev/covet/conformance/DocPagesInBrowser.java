package dev.covet.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * S4.docs, C9: opens the documents of running apps in a browser, tries operations out, and fails if
 * a page asks another host for anything.
 */
final class DocPagesInBrowser {
  /** What ReDoc says of itself: it would have its own style inline, and goes without. */
  private static final String REDOC_STYLE = "Applying inline style violates";

  private final Browser browser;
  private final String root;
  private final Path folder;

  private DocPagesInBrowser(Browser browser, String root, Path folder) {
    this.browser = browser;
    this.root = root;
    this.folder = folder;
  }

  /**
   * Runs the check.
   *
   * @param args the address of heroes, that of the app with every kind of thing, the browser's
   *     program, the folder for screenshots
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var folder = Files.createDirectories(Path.of(args[3]));
    try (var browser = new Browser(args[2])) {
      var heroes = new DocPagesInBrowser(browser, args[0], folder);
      heroes.swaggerUi("docs", "201", "Heroes-heroesCreate");
      heroes.redoc();
      new DocPagesInBrowser(browser, args[1], folder)
          .swaggerUi(
              "docs-of-all",
              "200",
              "Forms-formsEither",
              "Forms-formsCookies",
              "Shapes-shapesPage",
              "Shapes-shapesKept",
              "Shapes-shapesFigure");
    }
  }

  private void swaggerUi(String screenshot, String status, String... operations)
      throws IOException, InterruptedException {
    browser.go(root + "/docs");
    for (var operation : operations) {
      new SwaggerUi(browser).tryOut(operation, status);
    }
    browser.screenshot(folder.resolve(screenshot + ".png"));
    finish("/docs");
  }

  private void redoc() throws IOException, InterruptedException {
    browser.go(root + "/redoc");
    browser.await("the operations", "document.body.innerText.includes('/heroes/{id}')");
    browser.screenshot(folder.resolve("redoc.png"));
    finish("/redoc");
  }

  private void finish(String page) {
    var foreign = browser.foreign(root);
    if (!foreign.isEmpty()) {
      throw new AssertionError(page + " asks other hosts: " + foreign);
    }
    var complaints =
        browser.complaints().stream().filter(said -> !said.contains(REDOC_STYLE)).toList();
    if (!complaints.isEmpty()) {
      throw new AssertionError(page + " is complained of: " + complaints);
    }
    report(page, browser.requests());
  }

  private static void report(String page, List<String> requests) {
    System.out.printf("%s: %d requests, all to the service itself%n", page, requests.size());
  }
}

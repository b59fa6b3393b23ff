package dev.covet.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * S4.docs, C9: opens the documents of the running heroes service in a browser, tries an operation
 * out, and fails if a page asks another host for anything.
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
   * @param args the address of the service, the browser's program, the folder for screenshots
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var folder = Files.createDirectories(Path.of(args[2]));
    try (var browser = new Browser(args[1], Files.createTempDirectory("covet-browser"))) {
      var pages = new DocPagesInBrowser(browser, args[0], folder);
      pages.swaggerUi();
      pages.redoc();
    }
  }

  private void swaggerUi() throws IOException, InterruptedException {
    browser.go(root + "/docs");
    var create = "#operations-Heroes-heroesCreate";
    browser.click(create + " .opblock-summary-control");
    browser.click(create + " .try-out__btn");
    browser.click(create + " .execute");
    var status = create + " .live-responses-table tbody .response-col_status";
    browser.await("an answer", "document.querySelector('" + status + "')");
    var answered = browser.ask("document.querySelector('" + status + "').innerText");
    if (!answered.startsWith("201")) {
      throw new AssertionError("\"Try it out\" was answered with " + answered);
    }
    browser.screenshot(folder.resolve("docs.png"));
    finish("/docs");
  }

  private void redoc() throws IOException, InterruptedException {
    browser.go(root + "/redoc");
    browser.await("the operations", "document.body.innerText.includes('/heroes/{id}')");
    browser.screenshot(folder.resolve("redoc.png"));
    finish("/redoc");
  }

  private void finish(String page) {
    var foreign = browser.requests().stream().filter(this::isForeign).toList();
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

  private boolean isForeign(String uri) {
    return Stream.of("data:", "blob:", root + "/").noneMatch(uri::startsWith);
  }

  private static void report(String page, List<String> requests) {
    System.out.printf("%s: %d requests, all to the service itself%n", page, requests.size());
  }
}

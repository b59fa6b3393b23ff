package dev.covet.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Searches the site of the pages in a browser that reaches no other host. */
final class SiteInBrowser {
  private static final String RESULTS =
      "[...document.querySelectorAll('.VPLocalSearchBox a.result')].map(it => it.pathname)";

  private final Browser browser;
  private final String root;

  private SiteInBrowser(Browser browser, String root) {
    this.browser = browser;
    this.root = root;
  }

  /**
   * Runs the check.
   *
   * @param args the address of the site, the browser's program, the folder for screenshots
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var folder = Files.createDirectories(Path.of(args[2]));
    try (var browser = new Browser(args[1])) {
      var site = new SiteInBrowser(browser, args[0]);
      site.search("cursor paging", "/docs/paging.html");
      browser.screenshot(folder.resolve("site.png"));
      site.search("validation error", "/docs/validation.html");
      site.search("CORS", "/docs/cors.html");
      site.types();
    }
  }

  /** Types words into the search of the first page; one of the first three results is in a page. */
  private void search(String words, String page) throws IOException, InterruptedException {
    browser.go(root + "/index.html");
    browser.await("its script", "document.querySelector('#app').__vue_app__");
    browser.ask("sessionStorage.clear()"); // else it shows what was found before
    browser.click(".VPNavBarSearch button");
    browser.type("#localsearch-input", words);
    browser.await("results for " + words, RESULTS + ".length");
    var first = browser.ask(RESULTS + ".slice(0, 3).join(' ')");
    if (!first.contains(page)) {
      throw new AssertionError(words + " is found in " + first + ", and not in " + page);
    }
    finish("search for " + words);
  }

  /** Follows a link from a page to the Javadoc of a type. */
  private void types() throws IOException, InterruptedException {
    browser.go(root + "/docs/routers.html");
    browser.click("a[href='/javadoc/dev/covet/app/Router.html']");
    browser.await("Javadoc of Router", "document.title.startsWith('Router')");
    finish("Javadoc of Router");
  }

  private void finish(String what) {
    var foreign = browser.foreign(root);
    if (!foreign.isEmpty()) throw new AssertionError(what + " asks other hosts: " + foreign);
    var complaints = browser.complaints();
    if (!complaints.isEmpty()) {
      throw new AssertionError(what + " is complained of: " + complaints);
    }
    System.out.printf("%s: %d requests, all to the site itself%n", what, browser.requests().size());
  }
}

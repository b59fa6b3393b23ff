package dev.covet.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * RFC 7578, S4.docs: sends files in a form of a page, and by "Try it out" of Swagger UI, which has
 * a file picker for them.
 */
final class UploadsInBrowser {
  private final Browser browser;
  private final String root;
  private final Path folder;

  private UploadsInBrowser(Browser browser, String root, Path folder) {
    this.browser = browser;
    this.root = root;
    this.folder = folder;
  }

  /**
   * Runs the check.
   *
   * @param args the address of the gallery, the browser's program, the folder for screenshots
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var folder = Files.createDirectories(Path.of(args[2]));
    try (var browser = new Browser(args[1])) {
      var uploads = new UploadsInBrowser(browser, args[0], folder);
      uploads.page();
      uploads.docs();
    }
  }

  /** Chooses files, as somebody does who picks or drops them. */
  private void choose(String selector, String files) throws InterruptedException {
    var input = "document.querySelector(\"" + selector + "\")";
    browser.await(selector, input);
    browser.ask(
        """
        (input => {
          const all = new DataTransfer();
          for (const [name, text] of %s) all.items.add(new File([text], name, {type: 'text/plain'}));
          input.files = all.files;
          input.dispatchEvent(new Event('change', {bubbles: true}));
        })(%s)
        """
            .formatted(files, input));
  }

  /**
   * An input that nobody fills in, names with what cannot stand in quotes, letters of all kinds.
   */
  private void page() throws IOException, InterruptedException {
    browser.go(root + "/gallery");
    browser.type("[name=title]", "Süd & \"S\"");
    choose("[name=image]", "[['a \\\"b\\\" ä.txt', 'ü']]");
    choose("[name=more]", "[['1.txt', 'one'], ['2.txt', 'two']]");
    browser.click("button");
    expect(
        "Süd & \"S\"|a \"b\" ä.txt;text/plain;ü|none|Optional.empty"
            + "|[1.txt;text/plain;one, 2.txt;text/plain;two]|null");
    browser.screenshot(folder.resolve("uploads.png"));
  }

  private void docs() throws IOException, InterruptedException {
    var place = "#operations-Gallery-galleryPictures";
    browser.go(root + "/docs");
    browser.click(place + " .opblock-summary-control");
    browser.click(place + " .try-out__btn");
    choose(place + " tr[data-property-name=image] input[type=file]", "[['sea.txt', 'a sea']]");
    browser.click(place + " .execute");
    expect("|sea.txt;text/plain;a sea|none|Optional.empty|[]|"); // behind the example of a title
    browser.screenshot(folder.resolve("docs-uploads.png"));
  }

  private void expect(String text) throws InterruptedException {
    var wanted = text.replace("\\", "\\\\").replace("\"", "\\\"");
    browser.await(text, "document.body.innerText.includes(\"" + wanted + "\")");
  }
}

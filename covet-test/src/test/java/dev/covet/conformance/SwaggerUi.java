package dev.covet.conformance;

/** The page {@code /docs} of an app, as somebody uses it. */
final class SwaggerUi {
  private final Browser browser;

  /** The page that a browser has opened. */
  SwaggerUi(Browser browser) {
    this.browser = browser;
  }

  /** Signs in by a name and a password, as "Authorize" offers it. */
  void authorize(String name, String password) throws InterruptedException {
    browser.click(".auth-wrapper .authorize");
    browser.type(".auth-container #oauth_username", name);
    browser.type(".auth-container #oauth_password", password);
    browser.click(".auth-container .auth-btn-wrapper .authorize");
    browser.await("being signed in", "document.body.innerText.includes('Logout')");
    browser.click(".auth-container .auth-btn-wrapper .btn-done");
  }

  /**
   * Tries an operation out with the values that the page suggests.
   *
   * @param operation its tag and its id: {@code Heroes-heroesCreate}
   * @param status what the answer's status begins with
   */
  void tryOut(String operation, String status) throws InterruptedException {
    var place = "#operations-" + operation;
    browser.click(place + " .opblock-summary-control");
    browser.click(place + " .try-out__btn");
    var shown = place + " .live-responses-table tbody .response-col_status";
    var answered = "";
    for (var turn = 0; turn < 5; turn++) { // the page fills its fields in a moment later
      browser.click(place + " .execute");
      browser.await("an answer", "document.querySelector('" + shown + "')");
      Thread.sleep(turn * 500L);
      answered = browser.ask("document.querySelector('" + shown + "').innerText");
      if (answered.startsWith(status)) return;
    }
    throw new AssertionError("\"Try it out\" of " + operation + " was answered with " + answered);
  }
}

package dev.covet.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * S1.ep.login.in: uses the page of the tasks example as its users do, then signs in at {@code
 * /docs}, and fails if a page asks another host for anything, or keeps anything in the browser.
 */
final class TasksInBrowser {
  private static final String EMAIL = "ann@example.org";
  private static final String PASSWORD = "glow-worm-7-tides";

  /** An answer that the page expects, and how Swagger UI asks for passwords. */
  private static final List<String> EXPECTED =
      List.of("status of 401", "Password field is not contained in a form");

  private final Browser browser;
  private final String root;
  private final Path folder;

  private TasksInBrowser(Browser browser, String root, Path folder) {
    this.browser = browser;
    this.root = root;
    this.folder = folder;
  }

  /**
   * Runs the check.
   *
   * @param args the address of the tasks, the browser's program, the folder for screenshots
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var folder = Files.createDirectories(Path.of(args[2]));
    try (var browser = new Browser(args[1])) {
      var tasks = new TasksInBrowser(browser, args[0], folder);
      tasks.accounts();
      tasks.list();
      tasks.docs();
    }
  }

  private void accounts() throws IOException, InterruptedException {
    browser.go(root + "/");
    signIn(PASSWORD, "register");
    browser.await("the new user", "document.querySelector('#who').innerText === '" + EMAIL + "'");
    signOut();
    signIn("another-password", "login");
    browser.await("the error", "document.querySelector('#error').innerText.includes('password')");
    browser.screenshot(folder.resolve("tasks-wrong-password.png"));
    signIn(PASSWORD, "login");
    browser.await("the user", "document.querySelector('#who').innerText === '" + EMAIL + "'");
    browser.await("no error", "document.querySelector('#error').innerText === ''");
  }

  private void signIn(String password, String button) throws InterruptedException {
    browser.type("#sign-in [name=email]", EMAIL);
    browser.type("#sign-in [name=password]", password);
    browser.click("#sign-in [value=" + button + "]");
  }

  private void signOut() throws InterruptedException {
    browser.click("#sign-out");
    browser.await("the form", "document.querySelector('#outside').checkVisibility()");
  }

  private void list() throws IOException, InterruptedException {
    add("Write the report", "Work", "2020-01-31");
    add("Buy milk <b>&", "Home", "");
    add("Call Ann", "", "");
    awaitTitles("Write the report", "Buy milk <b>&", "Call Ann");
    check("what is late is red", "document.querySelector('li .late')");
    browser.ask("document.querySelector('li:nth-child(2) input').focus()");
    browser.click("li:nth-child(2) input");
    browser.await("the tick", "document.querySelector('li.done')");
    check("the tick keeps the focus", "document.activeElement.closest('li.done')");
    browser.screenshot(folder.resolve("tasks.png"));
    choose("done");
    awaitTitles("Buy milk <b>&");
    browser.screenshot(folder.resolve("tasks-filtered.png"));
    choose("");
    browser.type("#filter [name=q]", "REPORT");
    awaitTitles("Write the report");
    check("nothing is kept", "localStorage.length + sessionStorage.length === 0");
    check("no cookie is set", "document.cookie === ''");
    signOut();
    check("no task is left", "document.querySelectorAll('li, option[value=Home]').length === 0");
    check("no search is left", "document.querySelector('#filter [name=q]').value === ''");
    browser.screenshot(folder.resolve("tasks-signed-out.png"));
    finish("/");
  }

  private void add(String title, String category, String due) throws InterruptedException {
    browser.type("#add [name=title]", title);
    browser.type("#add [name=category_name]", category);
    browser.ask("document.querySelector('#add [name=due_date]').value = '" + due + "'");
    browser.click("#add button");
    browser.await(
        "the task", "document.querySelector('#list').innerText.includes('" + title + "')");
  }

  private void choose(String status) {
    var select = "document.querySelector('#filter [name=status]')";
    browser.ask(select + ".value = '" + status + "'");
    browser.ask(select + ".dispatchEvent(new Event('input', {bubbles: true}))");
  }

  private void awaitTitles(String... titles) throws InterruptedException {
    var shown = "[...document.querySelectorAll('li .title')].map(it => it.innerText).join('|')";
    browser.await(List.of(titles).toString(), shown + " === '" + String.join("|", titles) + "'");
  }

  private void check(String what, String expression) {
    if (!browser.ask("!!(" + expression + ")").contains("true"))
      throw new AssertionError("not so: " + what);
  }

  private void docs() throws IOException, InterruptedException {
    browser.go(root + "/docs");
    var page = new SwaggerUi(browser);
    page.authorize(EMAIL, PASSWORD);
    page.tryOut("Tasks-tasksList", "200");
    browser.ask("document.querySelector('.responses-wrapper').scrollIntoView()");
    browser.screenshot(folder.resolve("tasks-docs.png"));
    finish("/docs");
  }

  private void finish(String page) {
    var foreign = browser.foreign(root);
    if (!foreign.isEmpty()) throw new AssertionError(page + " asks other hosts: " + foreign);
    var complaints =
        browser.complaints().stream()
            .filter(said -> EXPECTED.stream().noneMatch(said::contains))
            .toList();
    if (!complaints.isEmpty()) {
      throw new AssertionError(page + " is complained of: " + complaints);
    }
    System.out.printf("%s: %d requests, all to the service%n", page, browser.requests().size());
  }
}

package dev.covet.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * S3.ep.ws, S3.ws.flow: a chat in two tabs, with the {@code WebSocket} of a browser, which offers
 * permessage-deflate: what one says both hear, a whisper one alone; a wrong message is answered and
 * the socket stays open; a close has its code and its reason. With TLS all of that is on streams of
 * HTTP/2.
 */
final class ChatInBrowser {
  private static final int SAID = 20;

  private ChatInBrowser() {}

  /**
   * Runs the check.
   *
   * @param args the address of the app, the browser's program, the folder for screenshots
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var folder = Files.createDirectories(Path.of(args[2]));
    try (var ann = new Browser(args[1]);
        var bob = new Browser(args[1])) {
      talk(args[0], ann, bob);
      ann.screenshot(folder.resolve("chat.png"));
      bob.screenshot(folder.resolve("chat-other-tab.png"));
      if (args[0].startsWith("https")) onStreams(ann, "first");
      end(ann, bob);
      if (args[0].startsWith("https")) again(bob);
      else page(args[0], ann, folder);
    }
    System.out.println("a chat in two tabs: words, a whisper, an error, a close; texts and bytes");
    System.out.println("/docs/sockets: read, tried, and nothing asked of another host");
  }

  /** C9: the page of all sockets, of which one is tried; it asks nobody but the app. */
  private static void page(String root, Browser browser, Path folder)
      throws IOException, InterruptedException {
    browser.go(root + "/docs");
    browser.await("the way to it", "document.querySelector('nav a[href=\"docs/sockets\"]')");
    browser.go(root + "/docs/sockets");
    var trial = "#chatAppChat .trial ";
    browser.await("what can be tried", "document.querySelector('" + trial + "').hidden === false");
    browser.screenshot(folder.resolve("sockets.png"));
    var name = "/chat/lobby?name=Ada";
    browser.type(trial + "input", name);
    browser.click(trial + "[data-do=open]");
    browser.await("a connection", said(trial + ".state", "Connected"));
    browser.click(trial + "[data-example*=say]");
    browser.click(trial + "[data-do=send]");
    browser.await("its own example to be heard", said(trial + ".heard", "\"from\":\"Ada\""));
    browser.type(trial + "textarea", "{\"type\": \"say\", \"text\": \"<b>hello</b>\"}");
    browser.click(trial + "[data-do=send]");
    browser.await(
        "an answer",
        said(trial + ".heard:last-child", "{\"from\":\"Ada\",\"text\":\"<b>hello</b>\"}"));
    browser.type(trial + "textarea", "nothing");
    browser.click(trial + "[data-do=send]");
    browser.await("an error", said(trial + ".heard:last-child", "MALFORMED_JSON"));
    browser.ask("document.querySelector('" + trial + "').scrollIntoView({block: 'end'})");
    browser.screenshot(folder.resolve("sockets-tried.png"));
    browser.click(trial + "[data-do=open]");
    browser.await("a close", said(trial + ".state", "Closed with 1000"));
    if (!browser.foreign(root).isEmpty() || !browser.complaints().isEmpty()) {
      throw new AssertionError(browser.foreign(root) + " " + browser.complaints());
    }
  }

  private static String said(String selector, String text) {
    return "document.querySelector('%s')?.textContent.includes('%s')".formatted(selector, text);
  }

  private static void talk(String root, Browser ann, Browser bob) throws InterruptedException {
    ann.go(root + "/");
    bob.go(root + "/");
    ann.await("one tab to join", "opened + (socket ? 0 : (join('Ann'), 0)) === 1");
    bob.await("the other to join", "opened + (socket ? 0 : (join('Bob'), 0)) === 1");
    ann.await(
        "a word",
        "(window.hello || (window.hello = [say({type: 'say', text: 'hello'})]), heard.length > 0)");
    bob.await("the same in the other tab", "heard.join() === 'Ann: hello'");
    bob.await(
        "many words",
        "(window.sent || (window.sent = [...Array(%d).keys()].map(i => say({type: 'say', text: 'word' + i}))),"
                .formatted(SAID)
            + " heard.filter(each => each.startsWith('Bob: word')).join('|') === [...Array(%d).keys()].map(i => 'Bob: word' + i).join('|'))"
                .formatted(SAID));
    ann.await(
        "them in the other tab",
        "heard.filter(each => each.startsWith('Bob: word')).length === " + SAID);
    ann.await(
        "a long text",
        "(window.long || (window.long = [say({type: 'whisper', to: 'Ann', text: 'x'.repeat(100000)})]),"
            + " heard.at(-1).length === 100005)");
    ann.await(
        "an error, and an open socket",
        "(window.bad || (window.bad = [say({type: 'say', text: ' '})]), errors.join() === 'VALIDATION_ERROR blank' && socket.readyState === 1)");
    bob.await("no whisper for others", "heard.every(each => each.length < 100)");
  }

  /** With TLS a browser has HTTP/2, and opens sockets on streams of that (RFC 8441). */
  private static void onStreams(Browser browser, String list) throws InterruptedException {
    browser.await(
        "sockets on streams of HTTP/2, and no other connection",
        "(window.%1$s || (window.%1$s = [], fetch('/covet/connections').then(r => r.json()).then(all => %1$s.push(...all.connections))),"
                .formatted(list)
            + " %1$s.filter(each => each.streams > 0).length >= 2 && %1$s.every(each => each.protocol === 'h2'))"
                .formatted(list));
  }

  /**
   * Some browsers take a stream that is reset behind a close for a failure, and open no further
   * socket on one (dotnet/aspnetcore#42328); by then it was waited for theirs to end.
   */
  private static void again(Browser browser) throws InterruptedException {
    browser.await(
        "another socket after a while",
        "(window.later || (window.later = setTimeout(() => {"
            + " window.once = new WebSocket(`wss://${location.host}/echo`); }, 4000)),"
            + " window.once && once.readyState === 1)");
    onStreams(browser, "second");
  }

  private static void end(Browser ann, Browser bob) throws InterruptedException {
    bob.await(
        "a close with its reason",
        "(window.left || (window.left = [say({type: 'leave'})]), closed === '4000 bye')");
    ann.await(
        "texts and bytes as they were",
        "(window.plain || (window.plain = [], ['echo', 'bytes'].forEach(each => {"
            + " const s = new WebSocket(`${location.protocol.replace('http', 'ws')}//${location.host}/${each}`); s.binaryType = 'arraybuffer';"
            + " s.onopen = () => s.send(each === 'echo' ? '\\u00e9\\u{1F642}' : new Uint8Array([0, 255]));"
            + " s.onmessage = e => plain.push(each === 'echo' ? e.data : new Uint8Array(e.data).join()); })),"
            + " plain.slice().sort().join(' ') === ['0,255', '\\u00e9\\u{1F642}'].sort().join(' '))");
  }
}

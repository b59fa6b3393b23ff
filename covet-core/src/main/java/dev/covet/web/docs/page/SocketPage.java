package dev.covet.web.docs.page;

import dev.covet.api.Html;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What an AsyncAPI document says of WebSockets, for people: it is read without a script; with one,
 * a socket can be tried. Not thread-safe.
 */
final class SocketPage {
  private static final String TEXT = "text/plain";
  private static final String BYTES = "application/octet-stream";

  /** How any socket may end; AsyncAPI has no place for that. */
  private static final Html CLOSES =
      Html.raw(
          """
          <section id="closes" aria-labelledby="closes-title">
          <h2 id="closes-title">When it closes</h2>
          <table><tbody>
          <tr><th scope="row">1000</th><td>all has been said</td></tr>
          <tr><th scope="row">1001</th><td>the server stops: connect again</td></tr>
          <tr><th scope="row">1002</th><td>a frame breaks the protocol</td></tr>
          <tr><th scope="row">1003</th><td>text where bytes are read, or bytes where text is</td></tr>
          <tr><th scope="row">1007</th><td>text that is not UTF-8</td></tr>
          <tr><th scope="row">1008</th><td>an error, whose body is the last message; or the sign-in has expired</td></tr>
          <tr><th scope="row">1009</th><td>a message is too long</td></tr>
          <tr><th scope="row">1011</th><td>a fault of the server</td></tr>
          <tr><th scope="row">1013</th><td>too many messages wait for this client: connect again later</td></tr>
          <tr><th scope="row">4000 to 4999</th><td>what the API says by it</td></tr>
          </tbody></table>
          <p>Before it opens, a request is refused with an ordinary response: 401, 403, 404, 422, 429.</p>
          </section>
          """);

  private final DocumentPart document;
  private final SchemaHtml schemas;

  private SocketPage(DocumentPart document) {
    this.document = document;
    this.schemas = new SchemaHtml(document.at("components", "schemas").members());
  }

  /** The body of the page. */
  static Html of(byte[] asyncApi) {
    return new SocketPage(DocumentPart.read(asyncApi)).page();
  }

  private Html page() {
    var channels =
        document.at("channels").members().entrySet().stream()
            .map(each -> channel(each.getKey(), each.getValue()))
            .toList();
    return Html.of(
        """
        <header>
        <h1>{} <span class="aside">{}</span></h1>
        {}
        </header>
        {}
        {}
        {}
        """,
        document.at("info", "title").text(),
        document.at("info", "version").text(),
        SchemaHtml.paragraphs(document.at("info", "description").text()),
        channels,
        CLOSES,
        linked());
  }

  private Html linked() {
    var all = schemas.linked();
    return all.isEmpty()
        ? Html.raw("")
        : Html.of(
            """
            <section id="schemas" aria-labelledby="schemas-title">
            <h2 id="schemas-title">Schemas</h2>
            {}
            </section>
            """,
            all);
  }

  private Html channel(String id, DocumentPart channel) {
    var target = target(channel);
    return Html.of(
        """
        <section class="channel" id="{}" aria-labelledby="{}-title">
        <h2 id="{}-title"><code>{}</code></h2>
        <p class="summary">{}</p>
        {}{}
        <pre><code>const socket = new WebSocket("{}");</code></pre>
        {}
        {}
        {}
        </section>
        """,
        id,
        id,
        id,
        channel.at("address").text(),
        channel.at("summary").text(),
        SchemaHtml.paragraphs(channel.at("description").text()),
        signIn(id),
        target,
        parameters(channel),
        messages(channel.at("messages")),
        trial(id, target, channel.at("messages", "received")));
  }

  private Html messages(DocumentPart messages) {
    return Html.of(
        """
        <div class="both">
        <div>
        <h3>You send</h3>
        {}
        </div>
        <div>
        <h3>You receive</h3>
        {}
        {}
        </div>
        </div>
        """,
        message(messages.at("received")),
        message(messages.at("sent")),
        error(messages.at("error")));
  }

  private Html signIn(String id) {
    var names =
        document.at("operations", id + "Receive", "security").items().stream()
            .map(each -> Html.of("<code>{}</code>", each.referred()).text())
            .toList();
    return names.isEmpty()
        ? Html.raw("")
        : Html.of("<p>Sign in by {}.</p>\n", Html.raw(String.join(" or ", names)));
  }

  /** An address to try: variables and what the query must have are there, as far as known. */
  private String target(DocumentPart channel) {
    var path = channel.at("address").text();
    for (var each : channel.at("parameters").members().entrySet()) {
      var value = each.getValue().at("examples").items().stream().findFirst();
      if (value.isPresent()) {
        path = path.replace("{" + each.getKey() + "}", encoded(value.get().shown()));
      }
    }
    var query = channel.at("bindings", "ws", "query");
    var pairs =
        query.at("required").items().stream()
            .map(DocumentPart::text)
            .map(name ->
                encoded(name)
                    + "="
                    + encoded(
                        query.at("properties", name, "examples").items().stream()
                            .findFirst()
                            .map(DocumentPart::shown)
                            .orElse("")))
            .toList();
    return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Html parameters(DocumentPart channel) {
    var rows = new ArrayList<Html>();
    channel.at("parameters").members().forEach((name, said) -> rows.add(parameter(name, said)));
    for (var place : List.of("query", "headers")) {
      var object = channel.at("bindings", "ws", place);
      var required = object.at("required").items().stream().map(DocumentPart::text).toList();
      object
          .at("properties")
          .members()
          .forEach((name, said) ->
              rows.add(
                  schemas.row(
                      place.replace("headers", "header"), name, required.contains(name), said)));
    }
    return rows.isEmpty()
        ? Html.raw("")
        : Html.of("<table class=\"parameters\"><tbody>\n{}</tbody></table>", rows);
  }

  private static Html parameter(String name, DocumentPart said) {
    var values = said.at("enum").items().stream().map(DocumentPart::shown).toList();
    return Html.of(
        "<tr><th scope=\"row\"><code>{}</code> <span class=\"aside\">path</span></th><td>{}{}</td></tr>\n",
        name,
        values.isEmpty() && !said.has("description") ? "string" : String.join(" or ", values),
        SchemaHtml.paragraphs(said.at("description").text()));
  }

  /** A message; of a choice, each object of it. */
  private Html message(DocumentPart message) {
    return switch (message.at("contentType").text()) {
      case TEXT -> Html.of("<p>Text, as it is.</p>\n{}", shown(examples(message)));
      case BYTES -> Html.raw("<p>Bytes, as they are.</p>\n");
      default -> {
        var payload = schemas.target(message.at("payload"));
        var shapes = payload.at("oneOf").items();
        yield shapes.isEmpty()
            ? Html.of("{}{}", shown(examples(message)), schemas.whole(payload))
            : Html.of("{}", shapes.stream().map(each -> shape(schemas.target(each))).toList());
      }
    };
  }

  private Html shape(DocumentPart shape) {
    var examples = shape.at("examples").items().stream().limit(1).map(DocumentPart::json);
    return Html.of(
        "<div class=\"message\">\n{}{}</div>\n", shown(examples.toList()), schemas.whole(shape));
  }

  /** Messages as they are sent. */
  private static List<String> examples(DocumentPart message) {
    var isText = message.at("contentType").text().equals(TEXT);
    return message.at("examples").items().stream()
        .map(each -> each.at("payload"))
        .map(each -> isText ? each.text() : each.json())
        .toList();
  }

  private static List<Html> shown(List<String> examples) {
    return examples.stream().map(each -> Html.of("<pre><code>{}</code></pre>\n", each)).toList();
  }

  private Html error(DocumentPart error) {
    return Html.of(
        """
        <details>
        <summary>When a message is wrong</summary>
        <p>{}</p>
        {}{}
        </details>
        """,
        error.at("summary").text(),
        shown(examples(error)),
        schemas.whole(schemas.target(error.at("payload"))));
  }

  /** What a script makes work, and shows. */
  private static Html trial(String id, String target, DocumentPart received) {
    var examples = examples(received);
    return Html.of(
        """
        <div class="trial" hidden data-bytes="{}">
        <h3>Try it</h3>
        <label for="{}-target">Address</label>
        <div class="line"><input id="{}-target" value="{}" spellcheck="false" autocomplete="off">
        <button type="button" data-do="open">Connect</button></div>
        <label for="{}-text">Message</label>
        <div class="picks">{}</div>
        <div class="line"><textarea id="{}-text" rows="3" spellcheck="false">{}</textarea>
        <button type="button" data-do="send" disabled>Send</button></div>
        <p class="state" role="status">Not connected</p>
        <ol class="log" role="log" aria-label="Messages"></ol>
        </div>
        """,
        received.at("contentType").text().equals(BYTES),
        id,
        id,
        target,
        id,
        picks(examples),
        id,
        examples.isEmpty() ? "" : "\n" + examples.getFirst());
  }

  /** A button for each of several examples, which puts it where it can be sent. */
  private static List<Html> picks(List<String> examples) {
    return examples.size() < 2
        ? List.of()
        : examples.stream()
            .map(each ->
                Html.of("<button type=\"button\" data-example=\"{}\">{}</button>\n", each, each))
            .toList();
  }
}

package dev.covet.web.docs.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.NotFound;
import dev.covet.schema.BodySchema;
import dev.covet.schema.Kind;
import dev.covet.schema.MessageSchemas;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import dev.covet.schema.Property;
import dev.covet.schema.Remarks;
import dev.covet.schema.Schema;
import dev.covet.schema.UnionSchema;
import dev.covet.web.docs.AppForms;
import dev.covet.web.docs.Docs;
import dev.covet.web.http.Content;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.http.Response;
import dev.covet.web.message.RequestBody;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** S3.ep.ws, S4.docs, C9: the page that shows what is said over WebSockets. */
class SocketPageTest {
  private static final String PAGE = "/docs/sockets";
  private static final Schema TEXT = Schema.of(Kind.STRING);

  /** An object that holds itself. */
  private static final ObjectSchema REPLY = reply();

  private static ObjectSchema reply() {
    var self = new Schema.Ref("Reply", () -> REPLY);
    return ObjectSchema.of(
        "Reply",
        "chat.Reply",
        Property.of("text", TEXT).with(Remarks.of("What `is` said.")),
        Property.of("to", new Schema.Nullable(self)).asOptional());
  }

  private static final UnionSchema IN =
      UnionSchema.of(
          "In",
          "chat.In",
          "type",
          UnionSchema.variant(
              "say", ObjectSchema.of("Say", "chat.Say", Property.of("text", TEXT)).ref()),
          UnionSchema.variant(
              "ask", ObjectSchema.of("Ask", "chat.Ask", Property.of("reply", REPLY.ref())).ref()));

  private static Operation chat(String summary) {
    return Operation.of("GET", "/chat/{room}", "Chat.chat")
        .described(summary, "")
        .takes(Parameter.path("room", TEXT), Parameter.query("name", TEXT))
        .talks(new MessageSchemas(BodySchema.json(IN.ref()), BodySchema.json(REPLY.ref())))
        .responds();
  }

  private static Operation echo(BodySchema messages) {
    return Operation.of("GET", "/echo", "Chat.echo")
        .talks(new MessageSchemas(messages, messages))
        .responds();
  }

  private static DocPages pages(Docs docs, Operation... operations) {
    var all = List.of(operations);
    return new DocPages(
        docs,
        new DocPages.Documents(
            () -> docs.openApi(all),
            () -> docs.openApi32(all, AppForms.NONE),
            Optional.of(() -> docs.asyncApi(all, AppForms.NONE))),
        List.of());
  }

  private static String page(Operation... operations) {
    return text(pages(Docs.title("Chat"), operations), PAGE);
  }

  private static String text(DocPages pages, String path) {
    var content = (Content.Bytes) get(pages, path).content();
    return new String(content.array(), StandardCharsets.UTF_8);
  }

  private static Response get(DocPages pages, String path) {
    var head = RequestHead.of(Method.GET, path).build();
    return pages.handle(Request.of(head, RequestBody.of(new byte[0])));
  }

  @Test
  void aSocketIsShownWithItsAddressItsParametersAndAnExampleOfEachMessage() {
    assertThat(page(chat("Talks.")))
        .contains("<code>/chat/{room}</code></h2>", "<p class=\"summary\">Talks.</p>")
        .contains("new WebSocket(\"/chat/101?name=")
        .contains("<code>room</code> <span class=\"aside\">path</span>")
        .contains("<code>name</code> <span class=\"aside\">query</span>")
        .contains("<pre><code>{&quot;type&quot;:&quot;say&quot;,")
        .contains("<pre><code>{&quot;type&quot;:&quot;ask&quot;,")
        .contains("VALIDATION_ERROR")
        .contains("What <code>is</code> said.")
        .contains("<th scope=\"row\">1013</th>");
  }

  @Test
  void anObjectThatHoldsItselfHasAnEnd() {
    var page = page(chat("Talks."));
    assertThat(page.split("id=\"schema-Reply\"", -1)).hasSize(2);
    assertThat(page).contains("<a href=\"#schema-Reply\">Reply</a> or null");
  }

  @Test
  void everyLinkOfThePageHasItsPlace() {
    var page = page(chat("Talks."), echo(BodySchema.json(Schema.listOf(REPLY.ref()))));
    var links = Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results();
    assertThat(links.map(each -> each.group(1)))
        .isNotEmpty()
        .allMatch(each -> page.contains("id=\"" + each + "\""));
    assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().map(it -> it.group(1)))
        .doesNotHaveDuplicates();
  }

  @Test
  void textsAndBytesAreAsTheyAre() {
    assertThat(page(echo(BodySchema.text()))).contains("Text, as it is.", "data-bytes=\"false\"");
    assertThat(page(echo(BodySchema.bytes())))
        .contains("Bytes, as they are.", "data-bytes=\"true\"");
  }

  @Test
  void whatPeopleHaveWrittenIsEscaped() {
    var attack = "</h1><script>alert(1)</script>\" onfocus=\"x";
    var docs = Docs.title(attack).version(attack).description(attack);
    var page = text(pages(docs, chat(attack)), PAGE);
    assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>", "\" onfocus");
  }

  @Test
  void aPageNamesOnlyFilesThatAreServedAndNothingElsewhere() {
    var pages = pages(Docs.title("Chat"), chat("Talks."));
    var links = Pattern.compile("(?:src|href)=\"([^\"#]+)\"").matcher(text(pages, PAGE));
    assertThat(links.results().map(each -> URI.create(PAGE).resolve(each.group(1)).getPath()))
        .contains("/docs", "/redoc", "/asyncapi.json", "/docs/page.css", "/docs/icon.png")
        .isSubsetOf(pages.paths());
    assertThat(text(pages, PAGE)).doesNotContain("//", "<style", " style=", "onload");
    assertThat(text(pages, "/docs/sockets.js")).doesNotContain("innerHTML", "//");
    assertThat(text(pages, "/docs/sockets.css"))
        .contains("@media (prefers-color-scheme: dark)")
        .doesNotContain("url(", "@import");
    assertThat(get(pages, PAGE).header("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self';")
        .contains("connect-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "*");
  }

  @Test
  void theOtherPagesLeadToItWhereThereAreSockets() {
    var pages = pages(Docs.title("Chat"), chat("Talks."));
    for (var page : List.of("/docs", "/redoc")) {
      assertThat(text(pages, page))
          .contains("<a href=\"docs/sockets\">WebSockets</a>", "<a href=\"asyncapi.json\">");
    }
    assertThat(text(pages, PAGE))
        .contains("<a href=\"../docs/sockets\" aria-current=\"page\">", "<a href=\"../docs\">");
  }

  @Test
  void whereThereAreNoSocketsThereIsNoPage() {
    var docs = Docs.title("Heroes");
    var none =
        new DocPages(
            docs,
            new DocPages.Documents(
                () -> docs.openApi(List.of()),
                () -> docs.openApi32(List.of(), AppForms.NONE),
                Optional.empty()),
            List.of());
    assertThat(none.paths()).doesNotContain(PAGE, "/docs/sockets.js", "/asyncapi.json");
    assertThat(text(none, "/docs")).doesNotContain("sockets", "asyncapi");
    assertThatThrownBy(() -> get(none, PAGE)).isInstanceOf(NotFound.class);
  }
}

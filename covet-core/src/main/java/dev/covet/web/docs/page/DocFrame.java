package dev.covet.web.docs.page;

import dev.covet.api.Html;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is around each page: its head, the way to the others, its files. All are named relative to
 * it, so that an app under a prefix works, too.
 *
 * @param hasSockets whether there is a page of WebSockets
 */
record DocFrame(String title, boolean hasSockets) {
  /** The path of the page of WebSockets, without its first slash. */
  static final String SOCKETS = "docs/sockets";

  /**
   * A page.
   *
   * @param path its own, without the first slash
   * @param files its styles and scripts, each beginning with the folder of the page's own files
   * @param main what it says
   */
  byte[] page(String path, List<String> files, Html main) {
    var up = "../".repeat((int) path.chars().filter(each -> each == '/').count());
    var folder = files.getFirst().substring(0, files.getFirst().indexOf('/') + 1);
    var page =
        Html.of(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{}</title>
            <link rel="icon" type="image/png" href="{}">
            {}</head>
            <body>
            <nav aria-label="Documents">
            {}</nav>
            <main id="page">{}</main>
            {}</body>
            </html>
            """,
            title,
            up + folder + "icon.png",
            linked(files, ".css", "<link rel=\"stylesheet\" href=\"{}\">\n", up),
            navigation(path, up),
            main,
            linked(files, ".js", "<script src=\"{}\"></script>\n", up));
    return page.text().getBytes(StandardCharsets.UTF_8);
  }

  private static List<Html> linked(List<String> files, String end, String template, String up) {
    return files.stream()
        .filter(each -> each.endsWith(end))
        .map(each -> Html.of(template, up + each))
        .toList();
  }

  private List<Html> navigation(String current, String up) {
    var pages =
        Html.of(
            "{}{}", link("docs", "Swagger UI", current, up), link("redoc", "ReDoc", current, up));
    var document = Html.of("<a href=\"{}openapi.json\">openapi.json</a>\n", up);
    return hasSockets
        ? List.of(
            pages,
            link(SOCKETS, "WebSockets", current, up),
            document,
            Html.of("<a href=\"{}asyncapi.json\">asyncapi.json</a>\n", up))
        : List.of(pages, document);
  }

  private static Html link(String path, String name, String current, String up) {
    var isCurrent = Html.raw(path.equals(current) ? " aria-current=\"page\"" : "");
    return Html.of("<a href=\"{}\"{}>{}</a>\n", up + path, isCurrent, name);
  }
}

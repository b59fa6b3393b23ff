package dev.covet.header;

/**
 * How a client is to treat a body, and under which name to save it (RFC 6266). The name may be any
 * text.
 *
 * <pre>{@code
 * Reply.of(in).header("Content-Disposition", ContentDisposition.attachment(report.name()).text())
 * }</pre>
 *
 * @param type {@code attachment} or {@code inline}
 * @param fileName the name that the client is to suggest
 */
public record ContentDisposition(String type, String fileName) {
  /** A body to be saved. */
  public static ContentDisposition attachment(String fileName) {
    return new ContentDisposition("attachment", fileName);
  }

  /** A body to be shown. */
  public static ContentDisposition inline(String fileName) {
    return new ContentDisposition("inline", fileName);
  }

  /**
   * The text of the {@code Content-Disposition} header: the name twice if it is not plain, since
   * old clients know only the first form.
   */
  public String text() {
    var plain = plain();
    var text = type + "; filename=\"" + plain + "\"";
    return plain.equals(fileName) ? text : text + "; filename*=" + HeaderValues.extended(fileName);
  }

  /** The name with an underscore for what may not stand between quotes everywhere. */
  private String plain() {
    var out = new StringBuilder(fileName.length());
    fileName
        .codePoints()
        .forEach(c -> out.append(c >= ' ' && c < 0x7f && "\"\\%/".indexOf(c) < 0 ? (char) c : '_'));
    return out.toString();
  }
}

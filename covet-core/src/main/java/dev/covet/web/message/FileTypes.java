package dev.covet.web.message;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Media types by the names of files: a fixed table, so that every machine says the same (IANA's
 * media types; RFC 9239 for scripts). Texts are taken for UTF-8.
 */
public final class FileTypes {
  private static final String UNKNOWN = "application/octet-stream";
  private static final Map<String, String> TYPES = types();

  private FileTypes() {}

  /** The type of a file by what stands behind the last dot of its name; bytes if nobody knows. */
  public static String of(String fileName) {
    var end = fileName.substring(fileName.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(end.toLowerCase(Locale.ROOT), UNKNOWN);
  }

  private static Map<String, String> types() {
    var types = new HashMap<String, String>();
    texts(types, "html", "html", "htm");
    texts(types, "css", "css");
    texts(types, "javascript", "js", "mjs", "cjs");
    texts(types, "plain", "txt", "log", "text");
    texts(types, "csv", "csv");
    texts(types, "markdown", "md");
    texts(types, "calendar", "ics");
    texts(types, "vtt", "vtt");
    put(types, "application/json", "json", "map");
    put(types, "application/manifest+json", "webmanifest");
    put(types, "application/geo+json", "geojson");
    put(types, "application/jsonl", "jsonl", "ndjson");
    put(types, "application/xml", "xml", "xsd", "xsl");
    put(types, "application/rss+xml", "rss");
    put(types, "application/atom+xml", "atom");
    put(types, "application/xhtml+xml", "xhtml");
    put(types, "application/yaml", "yaml", "yml");
    put(types, "application/wasm", "wasm");
    put(types, "application/pdf", "pdf");
    put(types, "application/rtf", "rtf");
    put(types, "application/epub+zip", "epub");
    put(types, "application/zip", "zip");
    put(types, "application/gzip", "gz", "tgz");
    put(types, "application/x-tar", "tar");
    put(types, "application/x-bzip2", "bz2");
    put(types, "application/x-7z-compressed", "7z");
    put(types, "application/zstd", "zst");
    put(types, "application/java-archive", "jar");
    put(types, "application/vnd.apple.mpegurl", "m3u8");
    documents(types);
    media(types);
    return Map.copyOf(types);
  }

  private static void documents(Map<String, String> types) {
    var office = "application/vnd.openxmlformats-officedocument.";
    put(types, office + "wordprocessingml.document", "docx");
    put(types, office + "spreadsheetml.sheet", "xlsx");
    put(types, office + "presentationml.presentation", "pptx");
    put(types, "application/msword", "doc");
    put(types, "application/vnd.ms-excel", "xls");
    put(types, "application/vnd.ms-powerpoint", "ppt");
    put(types, "application/vnd.oasis.opendocument.text", "odt");
    put(types, "application/vnd.oasis.opendocument.spreadsheet", "ods");
  }

  private static void media(Map<String, String> types) {
    for (var own : new String[] {"png", "gif", "webp", "avif", "bmp", "apng", "jxl", "heic"}) {
      put(types, "image/" + own, own);
    }
    put(types, "image/jpeg", "jpg", "jpeg");
    put(types, "image/svg+xml", "svg");
    put(types, "image/tiff", "tif", "tiff");
    put(types, "image/vnd.microsoft.icon", "ico");
    for (var own : new String[] {"woff", "woff2", "ttf", "otf"}) put(types, "font/" + own, own);
    put(types, "video/mp4", "mp4", "m4v");
    put(types, "video/webm", "webm");
    put(types, "video/ogg", "ogv");
    put(types, "video/quicktime", "mov");
    put(types, "video/mp2t", "ts");
    put(types, "audio/mpeg", "mp3");
    put(types, "audio/mp4", "m4a");
    put(types, "audio/aac", "aac");
    put(types, "audio/flac", "flac");
    put(types, "audio/ogg", "ogg", "oga", "opus");
    put(types, "audio/wav", "wav");
  }

  private static void texts(Map<String, String> types, String subtype, String... ends) {
    put(types, "text/" + subtype + "; charset=utf-8", ends);
  }

  private static void put(Map<String, String> types, String type, String... ends) {
    for (var end : ends) types.put(end, type);
  }
}

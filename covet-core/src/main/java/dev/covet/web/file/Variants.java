package dev.covet.web.file;

import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.AcceptEncoding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file, and what lies beside it in other codings (RFC 9110, 8.4).
 *
 * @param coded by the names of the codings, the best first
 */
record Variants(Asset plain, Map<String, Asset> coded) {
  private static final Map<String, String> ENDS = ends();

  private static Map<String, String> ends() {
    var ends = new LinkedHashMap<String, String>();
    ends.put("br", ".br");
    ends.put("zstd", ".zst");
    ends.put("gzip", ".gz");
    return ends;
  }

  /** Those of a file; one that is older than the file was made of another. */
  static Variants of(FileRoot root, List<String> names, Asset plain) throws IOException {
    var coded = new LinkedHashMap<String, Asset>();
    for (var end : ENDS.entrySet()) {
      var beside = new ArrayList<>(names);
      beside.set(names.size() - 1, names.getLast() + end.getValue());
      var asset = root.file(beside);
      if (asset != null && !isOlder(asset, plain)) coded.put(end.getKey(), asset);
    }
    return new Variants(plain, coded);
  }

  private static boolean isOlder(Asset coded, Asset plain) {
    var made = coded.validators().modified();
    var changed = plain.validators().modified();
    return made != null && changed != null && made.isBefore(changed);
  }

  /** The one that a client accepts most. */
  FileAnswer.Hit best(Request request, Response response) {
    if (coded.isEmpty()) return new FileAnswer.Hit(response, plain);
    var varying = response.varying("Accept-Encoding");
    var best = accepted(request);
    return best.isEmpty()
        ? new FileAnswer.Hit(varying, plain)
        : new FileAnswer.Hit(
            varying.withHeader("Content-Encoding", best.get().coding()), best.get());
  }

  private Optional<Coded> accepted(Request request) {
    return AcceptEncoding.of(request.headers().all("Accept-Encoding"))
        .best(List.copyOf(coded.keySet()))
        .flatMap(each -> Optional.ofNullable(coded.get(each)).map(it -> new Coded(each, it)));
  }

  /** A file that is the content of another in a coding, which its tag says. */
  private record Coded(String coding, Asset asset) implements Asset {
    @Override
    public long length() {
      return asset.length();
    }

    @Override
    public Validators validators() {
      return asset.validators().coded(ENDS.getOrDefault(coding, "").substring(1));
    }

    @Override
    public OpenFile open() throws IOException {
      return asset.open();
    }
  }
}

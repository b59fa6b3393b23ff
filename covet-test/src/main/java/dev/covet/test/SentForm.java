package dev.covet.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.web.http.Upload;
import dev.covet.web.multipart.MultipartWriter;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a form that a test sends, in their order. */
record SentForm(List<Field> fields) {
  static final SentForm NONE = new SentForm(List.of());

  /** A field; of a file the text is empty. */
  record Field(String name, String text, @Nullable Upload file) {
    String encoded() {
      return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(text, UTF_8);
    }

    void writeTo(MultipartWriter form) {
      if (file == null) {
        form.text(name, text);
      } else {
        form.file(name, file.fileName(), file.contentType(), file.bytes());
      }
    }
  }

  SentForm {
    fields = List.copyOf(fields);
  }

  SentForm plusText(String name, String text) {
    return plus(new Field(name, text, null));
  }

  SentForm plusFile(String name, Upload file) {
    return plus(new Field(name, "", file));
  }

  private SentForm plus(Field field) {
    return new SentForm(Stream.concat(fields.stream(), Stream.of(field)).toList());
  }

  /** A request with this form as its body, if there is one. */
  Sent in(Sent request) {
    if (fields.isEmpty()) return request;
    if (fields.stream().allMatch(each -> each.file() == null)) {
      var pairs = fields.stream().map(Field::encoded).collect(Collectors.joining("&"));
      return with(request, "application/x-www-form-urlencoded", pairs.getBytes(UTF_8));
    }
    var form = new MultipartWriter();
    fields.forEach(each -> each.writeTo(form));
    return with(request, form.contentType(), form.bytes());
  }

  private static Sent with(Sent request, String type, byte[] body) {
    var head = request.fields().orElse("Content-Type", type);
    return new Sent(request.method(), request.target(), head, body);
  }
}

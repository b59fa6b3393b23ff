package dev.covet.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.gen.FormBody;
import dev.covet.web.http.Upload;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a form that a test sends, in their order. */
record SentForm(List<Field> fields) {
  static final SentForm NONE = new SentForm(List.of());

  /** A field; of a file the text is empty. */
  record Field(String name, String text, @Nullable Upload file) {
    void addTo(FormBody form) {
      if (file == null) form.text(name, text);
      else form.files(name, List.of(file));
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

  /** A request with this form as its body, behind the fields that stand there already. */
  Sent in(Sent request) {
    if (fields.isEmpty()) return request;
    var form = new FormBody();
    fields.forEach(each -> each.addTo(form));
    var before = request.body().length == 0 ? "" : new String(request.body(), UTF_8) + "&";
    var isText = fields.stream().allMatch(each -> each.file() == null);
    var body = isText ? (before + new String(form.bytes(), UTF_8)).getBytes(UTF_8) : form.bytes();
    var head = request.fields().orElse("Content-Type", form.contentType());
    return new Sent(request.method(), request.target(), head, body);
  }
}

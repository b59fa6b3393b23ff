package dev.covet.client;

import dev.covet.api.ApiError;
import dev.covet.api.ErrorReport;
import dev.covet.api.JsonValue;
import dev.covet.api.Problem;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.web.http.Content;
import dev.covet.web.http.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an error response tells in the format that is usual in Covet: its code, and what is wrong
 * with values. Its sentences stay where they are, since what we throw may reach a client of ours.
 */
final class ToldError {
  private static final Json JSON = new Json();
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  private ToldError() {}

  /** The report; without a code if the response is of another format. */
  static ErrorReport of(Response response) {
    var error = response.content() instanceof Content.Bytes bytes ? error(bytes) : none();
    return new ErrorReport(
        response.status(),
        error.flatMap(each -> text(each, "code")).filter(ToldError::isCode).orElse(""),
        "",
        error.map(ToldError::problems).orElse(List.of()),
        false,
        "",
        Instant.EPOCH);
  }

  private static Optional<JsonValue.Members> none() {
    return Optional.empty();
  }

  private static Optional<JsonValue.Members> error(Content.Bytes bytes) {
    try {
      return JSON.read(bytes.array(), Codecs.VALUE) instanceof JsonValue.Members(var all)
              && all.get("error") instanceof JsonValue.Members error
          ? Optional.of(error)
          : none();
    } catch (ApiError _) {
      return none();
    }
  }

  private static Optional<String> text(JsonValue.Members members, String name) {
    return members.values().get(name) instanceof JsonValue.Text(var text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  private static List<Problem> problems(JsonValue.Members error) {
    var details = error.values().get("details");
    if (details == null) return List.of();
    try {
      return JSON.read(JSON.write(Codecs.VALUE, details), Codecs.list(Codecs.PROBLEM));
    } catch (ApiError _) {
      return List.of();
    }
  }
}

package tasks;

import dev.covet.api.Get;
import dev.covet.api.Html;
import dev.covet.api.Produces;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.web.stream.Events;
import java.util.List;
import java.util.stream.Stream;

@Routes("/tasks")
final class Tasks {
  record Task(String title) {}

  sealed interface Answer {
    @Status(200)
    record Done() implements Answer {}
  }

  @Get("/list")
  @Produces("text/csv") // error: COV-135 GET /tasks/list answers JSON, which is not "text/csv".
  List<Task> list() {
    return List.of();
  }

  @Get("/stream")
  @Produces("application/json-seq") // error: COV-135 Write JSON_LINES, application/json or a type that ends in +json, or return a String or an InputStream.
  Stream<Task> stream() {
    return Stream.of();
  }

  @Get("/events")
  @Produces("text/plain") // error: COV-135 GET /tasks/events answers events, which are text/event-stream and not "text/plain".
  Events<Task> events() {
    return Events.of(_ -> {});
  }

  @Get("/answer")
  @Produces(Produces.JSON_LINES) // error: COV-135 GET /tasks/answer answers JSON, which is not "application/jsonl".
  Answer answer() {
    return new Answer.Done();
  }

  @Get("/csv")
  @Produces("csv") // error: COV-135 "csv" is not a media type.
  String csv() {
    return "";
  }

  @Get("/any")
  @Produces("*/*") // error: COV-135 "*/*" is not a media type.
  byte[] any() {
    return new byte[0];
  }

  @Get("/lines")
  @Produces("text/html\r\nX: y") // error: COV-135 is not a media type.
  Html lines() {
    return Html.raw("");
  }

  @Get("/several")
  @Produces({"text/csv", "text/plain"}) // error: COV-135 GET /tasks/several answers one body, which cannot be of several types.
  String several() {
    return "";
  }

  @Get("/one-wrong")
  @Produces({"application/json", "text/csv"}) // error: COV-135 GET /tasks/one-wrong answers JSON, which is not "text/csv".
  Stream<Task> oneWrong() {
    return Stream.of();
  }

  @Get("/none")
  @Produces({}) // error: COV-131 @Produces says nothing here
  Task none() {
    return new Task("");
  }

  @Get("/latin")
  @Produces("application/xml; charset=iso-8859-1") // error: COV-135 texts are written in UTF-8
  String latin() {
    return "";
  }

  @Get("/latin-bytes")
  @Produces("text/plain; charset=iso-8859-1")
  byte[] latinBytes() {
    return new byte[0];
  }

  @Get("/utf8")
  @Produces("text/plain;charset=\"UTF-8\"")
  String utf8() {
    return "";
  }

  @Get("/spaced")
  @Produces("text/plain; charset= utf-8 ; x=y")
  String spaced() {
    return "";
  }

  @Get("/fine")
  @Produces("application/vnd.tasks.v2+json; charset=utf-8")
  Task fine() {
    return new Task("");
  }

  @Get("/page")
  @Produces("application/xhtml+xml")
  Html page() {
    return Html.raw("");
  }
}

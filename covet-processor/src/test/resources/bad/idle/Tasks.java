package tasks;

import dev.covet.api.Default;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Name;
import dev.covet.api.Path;
import dev.covet.api.Produces;
import dev.covet.api.Query;
import dev.covet.api.ReadOnly;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.api.Strict;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import dev.covet.api.Use;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

@Routes("/tasks")
final class Tasks {
  record Task(
      @Unique // error: COV-131 @Unique does nothing on a component of a record that is not a table
      String title,
      @Header // error: COV-131 @Header does nothing on a component of a record that is not a table
      String agent) {}

  @Query
  record Page(
      @ReadOnly // error: COV-131 @ReadOnly does nothing on a component of a record that groups
      int size) {}

  @Table // error: COV-131 @Table does nothing on a class
  static final class Row {
    long id;

    @Status(404) // error: COV-131 @Status does nothing on a method that is neither a route nor
    void run() {}
  }

  @Delete
  @Produces("text/csv") // error: COV-131 @Produces does nothing on a route
  void delete() {}

  @Get("/{id}")
  Task read(
      @Default("1") // error: COV-131 @Default does nothing on a parameter that is read from the path
      long id,
      Page page) {
    return new Task("", "");
  }

  @Get("/two/{id}")
  String two(
      @Path
      @Query // error: COV-131 @Query does nothing on a parameter that says @Path
      long id,
      @Name("service") // error: COV-131 @Name does nothing on a parameter that the app provides
      Request request) {
    return "";
  }

  @Strict // error: COV-131 @Strict does nothing on a record of headers
  @Header
  record Agent(
      @Name({"agent", "user-agent"}) // error: COV-131 The second name in @Name does nothing on a header
      String agent) {}

  @Get("/three")
  @Use({}) // error: COV-131 @Use says nothing here
  String three(
      @Header("X-A") // error: COV-131 The name in @Header does nothing on a record whose components
      Agent agent,
      @Query("a")
      @Name("b") // error: COV-131 Two annotations name this, each in its way
      int either,
      @Header
      @Name({"size", "length"}) // error: COV-131 The second name in @Name does nothing on a header
      int size,
      @Name({"rank", "place"})
      int rank) {
    return "";
  }

  @Use(Around.class) // error: COV-131 @Use does nothing on a class
  static final class Around implements Middleware {
    @Override
    public Response handle(Request request, Handler next) {
      return next.handle(request);
    }
  }
}

package tasks;

import dev.covet.api.ApiError;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Patch;
import dev.covet.api.Put;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.api.Status;

@Routes("/tasks")
final class Tasks {
  @Status(200) // error: COV-127 Done is an error, and 200 is not the status of one
  static final class Done extends ApiError {
    private static final long serialVersionUID = 1L;

    Done() {
      super("done");
    }
  }

  @Get
  @Status(99) // error: COV-127 GET /tasks cannot have the status 99
  int get() {
    return 1;
  }

  @Post
  @Status(600) // error: COV-127 POST /tasks cannot have the status 600
  int post() {
    return 1;
  }

  @Put
  @Status(302) // error: COV-127 PUT /tasks answers 302 without a Location
  int put() throws Done {
    return 1;
  }

  @Delete
  @Status(204) // error: COV-127 DELETE /tasks answers 204, which has no content
  String delete() {
    return "lost";
  }

  @Post("/seen")
  @Status(303) // error: COV-127 Return a Reply with .location(...)
  void seen() {}

  @Post("/led")
  @Status(303)
  Reply<String> led() {
    return Reply.of("").location("/tasks");
  }

  @Post("/part")
  @Status(308)
  void part() {}

  @Patch
  @Status(204)
  Reply<String> patch() {
    return Reply.of("kept");
  }
}

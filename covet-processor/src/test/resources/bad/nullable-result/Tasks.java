package tasks;

import dev.covet.api.Get;
import dev.covet.api.Html;
import dev.covet.api.Provides;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.web.http.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Routes("/tasks")
final class Tasks {
  record Task(String title) {}

  @Get
  @Nullable Task read() { // error: COV-109 returns a @Nullable value
    return null;
  }

  @Get("/text")
  @Nullable String text() { // error: COV-109 returns a @Nullable value
    return null;
  }

  @Get("/html")
  @Nullable Html html() { // error: COV-109 returns a @Nullable value
    return null;
  }

  @Get("/bytes")
  byte @Nullable [] bytes() { // error: COV-109 returns a @Nullable value
    return null;
  }

  @Get("/raw")
  @Nullable Response raw() { // error: COV-109 returns a @Nullable value
    return null;
  }

  @Get("/maybe")
  @Nullable Optional<Task> maybe() { // error: COV-109 returns a @Nullable value
    return Optional.empty();
  }

  @Get("/reply")
  Reply<@Nullable Task> reply() { // error: COV-109 returns a @Nullable value
    return Reply.of(new Task(""));
  }

  @Provides
  static @Nullable Thread thread() { // error: COV-109 provides a @Nullable value
    return null;
  }
}

package tasks;

import dev.covet.api.Get;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.web.stream.Events;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Routes("/tasks")
final class Tasks {
  record Task(String title) {}

  @Get("/iterator")
  Iterator<Task> iterator() { // error: COV-104 Iterator<Tasks.Task> has no codec: Covet does not know what it is
    return List.<Task>of().iterator();
  }

  @Get("/iterable")
  Iterable<Task> iterable() { // error: COV-104 Return a Stream of the values, which is written as it comes, or a List
    return List.of();
  }

  @Get("/ints")
  IntStream ints() { // error: COV-104 Return a Stream of the values, which is written as it comes, or a List
    return IntStream.of(1);
  }

  @Get("/some")
  OptionalInt some() { // error: COV-104 Use Optional of the boxed type for a result
    return OptionalInt.of(1);
  }

  @Get("/inside")
  List<Stream<Task>> inside() { // error: COV-104 Return a Stream of the values, which is written as it comes, or a List
    return List.of();
  }

  @Get("/nulls")
  Stream<@Nullable Task> nulls() { // error: COV-104 Stream<Tasks.Task> has no codec with @Nullable elements
    return Stream.of();
  }

  @Get("/null-events")
  Events<@Nullable Task> events() { // error: COV-104 Events<Tasks.Task> has no codec with @Nullable elements
    return Events.of(_ -> {});
  }

  @Get("/thread-events")
  Events<Thread> threadEvents() { // error: COV-104 Thread has no codec
    return Events.of(_ -> {});
  }

  @Get("/threads")
  Stream<Thread> threads() { // error: COV-104 Thread has no codec
    return Stream.of();
  }

  @Get("/nested")
  Stream<Stream<Task>> nested() { // error: COV-104 Return a Stream of the values, which is written as it comes, or a List
    return Stream.of();
  }

  @Get("/null")
  @Nullable Stream<Task> absent() { // error: COV-109 returns a @Nullable value
    return null;
  }

  @Get("/reply")
  Reply<Optional<Stream<Task>>> reply() {
    return Reply.of(Optional.of(Stream.of()));
  }
}

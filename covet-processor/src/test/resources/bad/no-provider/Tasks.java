package tasks;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.FromPlugin;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.OnStart;
import dev.covet.api.Provided;
import dev.covet.api.Provides;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.Locale;

@Routes("/tasks")
final class Tasks {
  record Task(int id) {}

  Tasks(Mailer mailer) {} // error: COV-122 "mailer" is a service, and nobody provides Tasks.Mailer

  @OnStart
  void start(Mailer mailer) {} // error: COV-122 "mailer" is a service

  @Get
  int list(
      Store store,
      Rates rates,
      Clock clock,
      Locale locale,
      @Provided Task task, // error: COV-122 "task" is a service, and nobody provides Tasks.Task
      Mailer[] mailers, // error: COV-122 "mailers" is neither data nor a service: nobody provides Tasks.Mailer[].
      String... word) {
    return 1;
  }

  @Provides
  static Store store(Mailer mailer) { // error: COV-122 nobody provides Tasks.Mailer
    return new Store();
  }

  @Provides
  static Store another() { // error: COV-122 Tasks.another provides Tasks.Store, and so does Tasks.store
    return new Store();
  }

  @Provides(REQUEST)
  static Shelf shelf(
      @Min(1) @Header String size, // error: COV-105 @Min does not apply
      @Query Locale locale) { // error: COV-104 Locale cannot be a value of the query
    return new Shelf();
  }

  interface Mailer {}

  /** A plugin brings it. */
  @FromPlugin("Install Rates.today().")
  interface Rates {}

  static final class Store {}

  static final class Shelf {}
}

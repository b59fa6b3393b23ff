package tasks;

import dev.covet.api.Body;
import dev.covet.api.Changes;
import dev.covet.api.Cookie;
import dev.covet.api.Default;
import dev.covet.api.Form;
import dev.covet.api.Get;
import dev.covet.api.Id;
import dev.covet.api.Lifetime;
import dev.covet.api.OnStart;
import dev.covet.api.Post;
import dev.covet.api.Provides;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import dev.covet.api.Strict;
import dev.covet.api.Table;
import dev.covet.web.http.Upload;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Forms and cookies, written in ways that mean nothing. */
@Routes("/tasks")
final class Tasks {
  record Task(String title) {}

  record Login(String name, Locale locale) {} // error: COV-104 Locale cannot be a value of the form

  record Tree(
      String name,
      @Nullable Tree parent) {} // error: COV-104 Tree, which is around it, cannot be a value of the form

  @Strict // error: COV-131 @Strict does nothing on a record of headers or cookies
  @Cookie
  record Crumbs(String theme) {}

  @Form
  record Search(
      @Form // error: COV-131 @Form does nothing on a component of a record that groups values of a request
      String text) {}

  @Get
  int list(
      @Form String title) { // error: COV-103 GET /tasks takes "title" from the body, which a GET
    return 1;
  }

  @Post("/1")
  void one(
      @Form String title,
      Task task) {} // error: COV-102 takes both "title" and "task" from the body

  @Post("/2")
  void two(
      Task task,
      @Form String title) {} // error: COV-102 takes both "task" and "title" from the body

  @Post("/3")
  void three(
      @Body @Form Task task,
      @Form int rank) {} // error: COV-102 takes both "task" and "rank" from the body

  @Post("/4")
  void four(
      @Body @Form String text) {} // error: COV-104 String cannot be both JSON and a form

  @Post("/5")
  void five(@Form Login login, @Form String title, Crumbs crumbs, Search search) {}

  @Post("/6")
  void six(@Form Tree tree) {}

  @Post("/7")
  void seven(
      @Form byte[] bytes, // error: COV-104 Use Upload for a file in a form; without @Form, byte[]
      @Form Changes<Task> task, // error: COV-104 Changes are JSON: take them as the body
      @Cookie List<Task> tasks) {} // error: COV-104 Tasks.Task cannot be a value of the cookie

  @Post("/8")
  void eight(
      @Form // error: COV-131 @Form does nothing on a parameter that says @Query
      @Query
      String title) {}

  @Post("/9")
  void nine(
      @Form
      @Default("x") // error: COV-106 "x" is not a default for int
      int rank) {}

  @Post("/10")
  void ten(
      Task task,
      Named named) {} // error: COV-102 takes both "task" and "name", to make "named", from the body

  @Post("/11")
  void eleven(
      @Body
      @Form("x") // error: COV-131 The name in @Form does nothing on the body
      Task task) {}

  record Photo(
      String title,
      Upload file) {} // error: COV-104 Upload is a file in a form, and can be nothing else

  @Table
  record Picture(
      @Id long id,
      Upload file) {} // error: COV-104 Upload is a file in a form, and can be nothing else

  @Post("/12")
  void twelve(Photo photo, Picture picture) {} // error: COV-102 takes both "photo" and "picture"

  @Post("/13")
  void thirteen(
      @Query Upload file, // error: COV-104 Upload is a file in a form, and can be nothing else
      Set<Upload> files, // error: COV-104 Set<Upload> cannot be a value of the form
      @Form Map<String, Upload> named) {} // error: COV-104 Map<String, Upload> cannot be a value

  @Post("/14")
  Upload fourteen( // error: COV-104 Upload is a file in a form, and can be nothing else
      Upload file,
      Task task) {} // error: COV-102 takes both "file" and "task" from the body

  @OnStart
  void start(
      @Cookie String theme) {} // error: COV-121 "theme" is of the cookie of a request

  @Provides(Lifetime.REQUEST)
  static Named named(@Form String name) {
    return new Named();
  }

  static final class Named {}
}

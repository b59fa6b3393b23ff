package tasks;

import dev.covet.api.Get;
import dev.covet.api.Id;
import dev.covet.api.Qualifier;
import dev.covet.api.Routes;
import dev.covet.api.Sql;
import dev.covet.api.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Routes("/tasks")
final class Tasks {
  @Table
  record Task(@Id long id, String title) {}

  record Sum(BigDecimal hours) {}

  record Maybe(Optional<String> title) {}

  interface TaskSql {
    @Sql("select title from task where id = :idd") // error: COV-155 :idd is not a parameter of read(...)
    Optional<String> read(long id); // error: COV-155 "id" is not in the SQL

    @Sql("") // error: COV-155 The SQL of nothing(...) is empty
    List<Task> nothing();

    @Sql("drop table task") // error: COV-155 The SQL of drop(...) begins neither with select
    void drop();

    @Sql("delete from task; select 1") // error: COV-155 The SQL of two(...) has a second statement
    void two();

    @Sql("select 'x") // error: COV-155 The SQL of open(...) has no end of 'x
    String open();

    @Sql("select title from task where id = $1") // error: COV-155 The SQL of place(...) has $1
    String place();

    @Sql("select id from task where title = :title")
    List<Long> by(Map<String, String> title); // error: COV-155 "title" is nothing that can be compared

    @Sql("select id from task where id = :ids")
    List<Long> all(List<Long> ids); // error: COV-155 "ids" has several values, and is not alone

    @Sql("select id from task where hours > :hours")
    List<Long> longer(BigDecimal hours); // error: COV-155 "hours" is a decimal number

    @Sql("select sum(hours) as hours from task")
    Sum sum(); // error: COV-155 "Sum.hours" is a decimal number

    @Sql("select title from task")
    List<Maybe> maybe(); // error: COV-155 No column of the SQL can be Maybe.title

    @Sql("select title from task")
    Map<String, String> map(); // error: COV-155 A row of map(...) cannot be Map<String, String>

    @Sql("select title from task")
    void forget(); // error: COV-155 The SQL of forget(...) gives rows, and nothing takes them

    @Sql("delete from task")
    List<Task> delete(); // error: COV-155 The SQL of delete(...) gives no rows

    @Sql("select title from task")
    <T> List<String> any(); // error: COV-155 any(...) has type parameters

    List<Task> silent(); // error: COV-155 silent(...) says no SQL

    default int number() {
      return 1;
    }
  }

  interface Any<T> {
    @Sql("select title from task")
    List<T> any(); // error: COV-155 any(...) has type parameters, or its interface has some
  }

  @Qualifier
  @interface Reports {}

  @Reports
  @Table
  record Sale(@Id long id) {}

  interface SaleSql {
    @Sql("select * from sale")
    List<Sale> all(); // error: COV-155 Sale is a table of the database @Reports, and SaleSql reads the app's own database
  }

  @Reports
  interface ReportsSql {
    @Sql("select * from task")
    List<Task> all(); // error: COV-155 Task is a table of the app's own database, and ReportsSql reads the database @Reports
  }

  private interface Hidden { // error: COV-101 Hidden is private
    @Sql("select 1")
    int one();
  }

  interface Other {
    @Sql("select 1") // error: COV-131 @Sql does nothing on a method that is neither
    default int one() {
      return 1;
    }
  }

  @Sql("select 1") // error: COV-131 @Sql does nothing on a method that is neither
  int one() {
    return 1;
  }

  @Get
  List<Task> list(TaskSql sql) {
    return sql.silent();
  }
}

package tasks;

import dev.covet.api.Column;
import dev.covet.api.Id;
import dev.covet.api.Table;
import dev.covet.api.Was;

final class Tasks {
  @Table
  record Row(
      @Id long id,
      long xmin, // error: COV-151 PostgreSQL has a column xmin of its own in every table
      @Column("CTID") String place, // error: COV-151 PostgreSQL has a column CTID of its own
      String größe, // error: COV-151 is not a name in SQL
      @Column("is active") boolean active, // error: COV-151 "is active" is not a name in SQL
      long order,
      long select,
      @Column("user") String owner,
      long rowid) {}

  @Table("sqlite_tasks") // error: COV-151 SQLite keeps names like sqlite_tasks for itself
  record Task(@Id long id) {}

  @Table("my-notes") // error: COV-151 "my-notes" is not a name in SQL
  record Note(@Id long id) {}

  @Table("order")
  record Order(@Id long id) {}

  @Table
  @Was("order") // error: COV-151 order is what Order is called now
  record Purchase(
      @Id long id,
      String title,
      @Was("title") String name, // error: COV-151 title is the column of "title" now
      @Was("a-b") String note, // error: COV-151 "a-b" is not a name in SQL
      @Was("comment") String text) {}
}

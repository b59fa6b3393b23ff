package tasks;

import dev.covet.api.Id;
import dev.covet.api.References;
import dev.covet.api.Table;

final class Tasks {
  @Table
  record Team(@Id long id) {}

  record Note(String text) {}

  @Table
  record Task(
      @Id long id,
      @References(String.class) // error: COV-132 String is not a table
      long textId,
      @References(Note.class) // error: COV-132 Note is not a table
      long noteId,
      @References(Team.class) // error: COV-132 The id of Team is of another type: long
      String teamId) {}

  @Table
  record Seat(@Id String row, @Id int number) {}

  @Table
  record Guest(
      @Id long id,
      @References(Seat.class) // error: COV-132 Seat has a key of several columns (row, number)
      String seatRow) {}
}

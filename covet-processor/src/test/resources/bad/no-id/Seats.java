package tasks;

import dev.covet.api.Id;
import dev.covet.api.Table;
import java.util.List;

final class Seats {
  record Place(String row, int number) {}

  @Table
  record Seat(
      @Id // error: COV-110 "place" cannot be an @Id: no row is found by Seats.Place
      Place place,
      String color) {}

  @Table
  record Row(
      @Id // error: COV-110 "names" cannot be an @Id: no row is found by List<String>
      List<String> names) {}

  @Table
  record Hall(@Id String name) {}
}

package depot;

import dev.covet.api.Sql;
import java.util.List;

/** SQL of the program's own for the other database. */
@Reports
interface DeliverySql {
  @Sql("select * from parcel where day = :day order by id")
  List<Delivery> on(String day);
}

package depot;

import static depot.DeliveryTable.DELIVERY;
import static depot.ParcelTable.PARCEL;

import dev.covet.api.Conflict;
import dev.covet.api.Get;
import dev.covet.api.Guard;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.data.Session;
import java.util.List;

/** Routes over two databases. */
@Routes("/depot")
public final class Depot {
  record Counts(long parcels, long deliveries) {}

  /** The app with both databases, in files of these names. */
  public static App app(String own, String reports) {
    return Covet.app()
        .install(Database.url("sqlite:" + own).tables(PARCEL))
        .install(Database.url("sqlite:" + reports).as(Reports.class))
        .add(Depot.class);
  }

  @Post
  @Status(201)
  @Guard(NotTooMany.class)
  Delivery take(Parcel parcel, Session db, Ledger ledger) throws Conflict {
    return ledger.note(db.insert(PARCEL, parcel).id());
  }

  @Get
  Counts count(Session db, @Reports Session reports) {
    return new Counts(db.from(PARCEL).count(), reports.from(DELIVERY).count());
  }

  @Get("/{day}")
  List<Delivery> on(String day, DeliverySql deliveries) {
    return deliveries.on(day);
  }

  /** A transaction is one of its database alone. */
  @Post("/torn")
  void tear(Session db, @Reports Session reports) throws Conflict {
    db.tx(() -> {
      db.insert(PARCEL, new Parcel(0, "gone"));
      reports.insert(DELIVERY, new Delivery(0, 1, "kept"));
      throw new Conflict("torn");
    });
  }

  /** What waits for the commit of one database is written in the other, or not at all. */
  @Post("/later")
  void later(boolean fails, Session db, @Reports Session reports) throws Conflict {
    db.tx(() -> {
      var parcel = db.insert(PARCEL, new Parcel(0, "later " + fails));
      var delivery = new Delivery(0, parcel.id(), "later");
      db.unitOfWork().orElseThrow().afterCommit(() -> reports.insert(DELIVERY, delivery));
      if (fails) throw new Conflict("later");
      return parcel;
    });
  }

  @Get("/mistaken/own")
  List<Delivery> mistakenOwn(Session db) {
    return db.from(DELIVERY).list();
  }

  @Get("/mistaken/reports")
  Parcel mistakenReports(@Reports Session reports) {
    return reports.insert(PARCEL, new Parcel(0, "x"));
  }

  @Get("/mistaken/within")
  long mistakenWithin(Session db, @Reports Session reports) {
    var days = reports.from(DELIVERY).select(DELIVERY.parcelId);
    return db.from(PARCEL).where(PARCEL.id.in(days)).count();
  }
}

package ledger;

import static ledger.EntryTable.ENTRY;

import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.data.Session;
import dev.covet.web.stream.Events;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes entries one by one and in pairs, reads them, and holds them. */
@Routes("/ledger")
public final class Ledger {
  private final Gate gate;

  Ledger(Gate gate) {
    this.gate = gate;
  }

  @Post
  @Status(201)
  Entry add(Entry entry, Session db) {
    return db.insert(ENTRY, entry);
  }

  /** Two with one code, or none. */
  @Post("/pairs")
  @Status(201)
  Entry addPair(Entry entry, Session db) {
    return db.tx(() -> {
      db.insert(ENTRY, entry);
      return db.insert(ENTRY, entry);
    });
  }

  /** Many, by few statements. */
  @Post("/many/{count}")
  @Status(201)
  long addMany(int count, Session db) {
    var rows = IntStream.range(0, count).mapToObj(n -> new Entry(0, "many " + n, "x"));
    return db.insertAll(ENTRY, rows.toList()).size();
  }

  @Get
  Stream<Entry> all(Session db) {
    return db.from(ENTRY).stream();
  }

  @Get("/count")
  long count(Session db) {
    return db.from(ENTRY).count();
  }

  /** Counts the entries, and then says nothing more. */
  @Get("/watched")
  Events<Long> watched(Session db) {
    return Events.of(out -> {
      out.send(db.from(ENTRY).count());
      new CountDownLatch(1).await();
    });
  }

  @Get("/{id}")
  Optional<Entry> find(long id, Session db) {
    return db.find(ENTRY, id);
  }

  /** Reads twice, as of one moment. */
  @Get("/{id}/twice")
  Optional<Entry> findTwice(long id, Session db) {
    return db.readOnly(() -> {
      var first = db.find(ENTRY, id);
      return db.find(ENTRY, id).filter(second -> first.isPresent());
    });
  }

  /** Waits for the row, which nobody else has then. */
  @Get("/{id}/locked")
  Entry locked(long id, Session db) throws NotFound {
    return db.tx(() -> one(id, db));
  }

  /** Has the row until the gate opens. */
  @Get("/{id}/held")
  Entry held(long id, Session db) throws NotFound, InterruptedException {
    return db.tx(() -> {
      var row = one(id, db);
      gate.pass();
      return row;
    });
  }

  /** Writes an entry, then waits for a row, then writes another one. */
  @Post("/{id}/around")
  @Status(201)
  Entry addAround(long id, Entry entry, Session db) throws NotFound {
    return db.tx(() -> {
      db.insert(ENTRY, entry);
      one(id, db);
      return db.insert(ENTRY, entry);
    });
  }

  private static Entry one(long id, Session db) throws NotFound {
    return db.from(ENTRY)
        .where(ENTRY.id.eq(id))
        .forUpdate()
        .first()
        .orElseThrow(() -> new NotFound("No such entry"));
  }

  /** The app with its table. */
  public static App app() {
    return Covet.app().install(Database.url("sqlite:ledger.db").tables(ENTRY)).add(Ledger.class);
  }

  static void main(String[] args) {
    app().run(args);
  }
}

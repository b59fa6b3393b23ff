package vault;

import static dev.covet.data.Expressions.when;
import static vault.EntryTable.ENTRY;

import dev.covet.api.Changes;
import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Put;
import dev.covet.api.Routes;
import dev.covet.data.Session;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries in a database. */
@Routes("/entries")
public final class Vault {
  @Post
  Entry add(Entry entry, Session db) {
    return db.insert(ENTRY, entry);
  }

  @Patch("/{id}")
  Entry change(long id, Changes<Entry> changes, Session db) throws NotFound {
    return db.update(ENTRY, id, changes);
  }

  @Put("/{id}")
  Entry replace(long id, Entry entry, Session db) throws NotFound {
    return db.replace(ENTRY, id, entry);
  }

  @Get
  List<Entry> list(Session db) {
    return db.from(ENTRY).orderBy(ENTRY.id.asc()).list();
  }

  /** Counts the rows that are as the query says. */
  @Get("/count")
  long count(
      @Nullable String text,
      @Nullable Double real,
      @Nullable Instant moment,
      @Nullable LocalDate day,
      @Nullable BigDecimal price,
      Session db) {
    return db.from(ENTRY)
        .where(
            when(text, ENTRY.text::contains),
            when(real, ENTRY.real::le),
            when(moment, ENTRY.moment::le),
            when(day, ENTRY.day::le),
            when(price, ENTRY.price::le))
        .count();
  }

  /** Adds an entry of the program's own, whose text the query gives; it cuts pairs in two. */
  @Post("/own")
  Entry own(String text, Session db) {
    return db.tx(() -> db.insert(ENTRY, Vault.entry(text.replace("half", "\ud83d"))));
  }

  private static Entry entry(String text) {
    return new Entry(0, text, null, null, null, null, null, 0, null, null, null);
  }
}

package letters;

import static letters.LetterTable.LETTER;

import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.Cookie;
import dev.covet.api.Cursor;
import dev.covet.api.Delete;
import dev.covet.api.Form;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.NotFound;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Slice;
import dev.covet.api.Status;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.data.Database;
import dev.covet.data.Session;
import dev.covet.data.query.Condition;
import dev.covet.data.query.Sort;
import java.util.List;
import java.util.Optional;

/** Finds letters by texts from everywhere in a request. */
@Routes("/letters")
public final class Letters {
  /** How a text is looked for. */
  public enum Way {
    EQ,
    CONTAINS,
    STARTS_WITH,
    ENDS_WITH,
    LIKE,
    ILIKE,
    IN,
    HAS;

    Condition<Letter> condition(String text) {
      return switch (this) {
        case EQ -> LETTER.subject.eq(text);
        case CONTAINS -> LETTER.subject.contains(text);
        case STARTS_WITH -> LETTER.subject.startsWith(text);
        case ENDS_WITH -> LETTER.subject.endsWith(text);
        case LIKE -> LETTER.subject.like(text);
        case ILIKE -> LETTER.subject.ilike(text);
        case IN -> LETTER.subject.in(List.of(text, "nothing"));
        case HAS -> LETTER.labels.has(text);
      };
    }
  }

  @Post
  @Status(201)
  Letter add(Letter letter, Session db) {
    return db.insert(LETTER, letter);
  }

  @Get("/{code}")
  Optional<Letter> find(String code, Session db) {
    return db.find(LETTER, code);
  }

  @Patch("/{code}")
  Letter change(String code, Changes<Letter> changes, Session db) throws NotFound, Conflict {
    return db.update(LETTER, code, changes);
  }

  @Delete("/{code}")
  void remove(String code, Session db) throws NotFound {
    db.delete(LETTER, code);
  }

  @Get("/by/query")
  List<Letter> byQuery(Way way, String text, Session db) {
    return db.from(LETTER).where(way.condition(text)).list();
  }

  @Get("/by/header")
  List<Letter> byHeader(@Header("X-Subject") String text, Session db) {
    return db.from(LETTER).where(LETTER.subject.eq(text)).list();
  }

  @Get("/by/cookie")
  List<Letter> byCookie(@Cookie String subject, Session db) {
    return db.from(LETTER).where(LETTER.subject.eq(subject)).list();
  }

  @Post("/by/form")
  List<Letter> byForm(@Form String subject, Session db) {
    return db.from(LETTER).where(LETTER.subject.eq(subject)).list();
  }

  @Get("/by/mood")
  List<Letter> byMood(Mood mood, Session db) {
    return db.from(LETTER).where(LETTER.mood.eq(mood)).list();
  }

  @Get("/sorted")
  Slice<Letter> sorted(Sort<Letter> sort, Cursor cursor, Session db) {
    return db.from(LETTER).orderBy(sort).page(cursor);
  }

  /** The app with its table. */
  public static App app() {
    return Covet.app().install(Database.url("sqlite::memory:").tables(LETTER)).add(Letters.class);
  }
}

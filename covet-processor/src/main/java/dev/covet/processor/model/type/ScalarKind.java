package dev.covet.processor.model.type;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The types whose value is one text in a path, a query or a header. Each has the name of its {@code
 * schema.Kind}, and of its constants in {@code Codecs}, {@code TextForm} and {@code SqlType}.
 */
public enum ScalarKind {
  /** {@code boolean}, {@code Boolean}. */
  BOOLEAN("boolean", "java.lang.Boolean"),
  /** {@code byte}, {@code Byte}. */
  BYTE("byte", "java.lang.Byte"),
  /** {@code short}, {@code Short}. */
  SHORT("short", "java.lang.Short"),
  /** {@code int}, {@code Integer}. */
  INT("int", "java.lang.Integer"),
  /** {@code long}, {@code Long}. */
  LONG("long", "java.lang.Long"),
  /** {@code BigInteger}. */
  BIG_INTEGER("java.math.BigInteger"),
  /** {@code float}, {@code Float}. */
  FLOAT("float", "java.lang.Float"),
  /** {@code double}, {@code Double}. */
  DOUBLE("double", "java.lang.Double"),
  /** {@code BigDecimal}. */
  DECIMAL("java.math.BigDecimal"),
  /** {@code char}, {@code Character}. */
  CHAR("char", "java.lang.Character"),
  /** {@code String}. */
  STRING("java.lang.String"),
  /** {@code Secret}. */
  SECRET("dev.covet.api.Secret"),
  /** {@code java.util.UUID}. */
  UUID("java.util.UUID"),
  /** {@code java.net.URI}. */
  URI("java.net.URI"),
  /** {@code java.time.LocalDate}. */
  DATE("java.time.LocalDate"),
  /** {@code java.time.Instant}. */
  INSTANT("java.time.Instant"),
  /** {@code java.time.LocalTime}. */
  TIME("java.time.LocalTime"),
  /** {@code java.time.LocalDateTime}. */
  DATE_TIME("java.time.LocalDateTime"),
  /** {@code java.time.OffsetDateTime}. */
  OFFSET_DATE_TIME("java.time.OffsetDateTime"),
  /** {@code java.time.OffsetTime}. */
  OFFSET_TIME("java.time.OffsetTime"),
  /** {@code java.time.ZonedDateTime}. */
  ZONED_DATE_TIME("java.time.ZonedDateTime"),
  /** {@code java.time.Duration}. */
  DURATION("java.time.Duration"),
  /** {@code java.time.Period}. */
  PERIOD("java.time.Period"),
  /** {@code java.time.Year}. */
  YEAR("java.time.Year"),
  /** {@code java.time.YearMonth}. */
  YEAR_MONTH("java.time.YearMonth"),
  /** {@code java.time.MonthDay}. */
  MONTH_DAY("java.time.MonthDay"),
  /** {@code java.time.ZoneId}. */
  ZONE_ID("java.time.ZoneId"),
  /** {@code java.time.ZoneOffset}. */
  ZONE_OFFSET("java.time.ZoneOffset");

  private static final Set<ScalarKind> NUMBERS =
      Set.of(BYTE, SHORT, INT, LONG, BIG_INTEGER, FLOAT, DOUBLE, DECIMAL);

  /** The kinds of which a value is before or after now (Jakarta Validation, 8.14). */
  private static final Set<ScalarKind> TIMES =
      Set.of(
          DATE,
          INSTANT,
          TIME,
          DATE_TIME,
          OFFSET_DATE_TIME,
          OFFSET_TIME,
          ZONED_DATE_TIME,
          YEAR,
          YEAR_MONTH,
          MONTH_DAY);

  private static final Set<ScalarKind> WITH_ZERO = Set.of(BOOLEAN, UUID, INSTANT, SECRET);

  /** The kinds of which a database keeps nothing that could not be read. */
  private static final Set<ScalarKind> READ_AS_STORED =
      Set.of(
          BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, DECIMAL, STRING, SECRET, UUID, INSTANT);

  /** The kinds whose primitives stand in arrays. */
  static final Set<ScalarKind> ARRAYS = Set.of(INT, LONG, DOUBLE);

  private final String plain;
  private final String reference;

  ScalarKind(String reference) {
    this(reference, reference);
  }

  ScalarKind(String plain, String reference) {
    this.plain = plain;
    this.reference = reference;
  }

  /** Whether whatever a column of it holds is a value of it. */
  public boolean isReadAsStored() {
    return READ_AS_STORED.contains(this);
  }

  /** The one whose class has this name. */
  public static Optional<ScalarKind> of(String reference) {
    return Arrays.stream(values()).filter(kind -> kind.reference.equals(reference)).findFirst();
  }

  /** The type's name, a primitive where there is one: {@code int}. */
  public String plain() {
    return plain;
  }

  /** The name of the class: {@code java.lang.Integer}. */
  public String reference() {
    return reference;
  }

  /** The name as methods that read one have it: {@code BigInteger}. */
  public String word() {
    return Arrays.stream(name().split("_"))
        .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  /** Whether Java has a primitive for it. */
  public boolean primitive() {
    return !plain.equals(reference);
  }

  /** Whether a component holds something while nobody has set it: 0, false, EPOCH. */
  public boolean hasZero() {
    return number() || WITH_ZERO.contains(this);
  }

  /** Whether its values are numbers. */
  public boolean number() {
    return NUMBERS.contains(this);
  }

  /** Whether a single {@code @Id} of it is given by the database, or by {@code insert}. */
  public boolean isGivenAsId() {
    return number() || this == UUID;
  }

  /** Whether its values are before or after now. */
  public boolean time() {
    return TIMES.contains(this);
  }

  /** Whether its values are texts of any characters. */
  public boolean text() {
    return this == STRING || this == SECRET;
  }

  /** Whether a value may hold characters that no database text holds. */
  public boolean hasAnyCharacter() {
    return text() || this == CHAR;
  }

  /** Whether JSON writes it as a string. */
  public boolean quoted() {
    return !number() && this != BOOLEAN && this != YEAR;
  }
}

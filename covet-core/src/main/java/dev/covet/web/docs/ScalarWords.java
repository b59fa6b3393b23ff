package dev.covet.web.docs;

import dev.covet.schema.Kind;
import dev.covet.schema.ScalarText;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Says a kind of scalar in the words of JSON Schema. It has a format where one means exactly what
 * is read and written (JSON Schema Validation, 7; the registry of OpenAPI), else a pattern; what
 * neither can say is told in the description.
 */
final class ScalarWords {
  private static final String MINUTE = "([01]\\d|2[0-3]):[0-5]\\d";

  private static final String SECOND = ":[0-5]\\d(\\.\\d{1,9})?";

  private static final String TIME = MINUTE + "(" + SECOND + ")?";

  private static final String DATE = "(?!0000)\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";

  private static final String OFFSET = "([Zz]|[+-](0\\d|1[0-7]):[0-5]\\d|[+-]18:00)";

  private static final String DAY_OF_MONTH =
      "(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|[12]\\d)";

  private ScalarWords() {}

  /** The schema of the kind, to which limits may be added. */
  static Map<String, Object> of(Kind kind) {
    return switch (kind) {
      case BOOLEAN -> type("boolean", "");
      case BYTE -> whole("int32", Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> whole("int32", Short.MIN_VALUE, Short.MAX_VALUE);
      case INT -> type("integer", "int32");
      case LONG -> type("integer", "int64");
      case BIG_INTEGER -> noted(type("integer", ""), "At most 1,000 digits.");
      case FLOAT -> type("number", "float");
      case DOUBLE -> type("number", "double");
      case DECIMAL -> type("number", "");
      case CHAR -> pattern("", "[\\u0000-\\ud7ff\\ue000-\\uffff]");
      case STRING -> type("string", "");
      case BYTES -> bytes();
      case FILE -> file();
      case SECRET -> type("string", "password");
      case UUID -> type("string", "uuid");
      case URI -> uri();
      case DATE -> type("string", "date");
      case INSTANT, OFFSET_DATE_TIME -> type("string", "date-time");
      case TIME -> pattern("time-local", TIME);
      case DATE_TIME -> dateTime();
      case OFFSET_TIME -> pattern("time", MINUTE + SECOND + OFFSET);
      case ZONED_DATE_TIME -> zoned();
      case DURATION -> duration();
      case PERIOD -> period();
      case YEAR -> whole("int32", 1, 9999);
      case YEAR_MONTH -> pattern("", "(?!0000)\\d{4}-(0[1-9]|1[0-2])");
      case MONTH_DAY -> pattern("", "--(" + DAY_OF_MONTH + ")");
      case ZONE_ID -> zone();
      case ZONE_OFFSET -> offset();
    };
  }

  private static Map<String, Object> bytes() {
    var json = type("string", "");
    json.put("contentEncoding", "base64");
    return noted(json, "Bytes in base64 (RFC 4648, 4), padded.");
  }

  /**
   * OpenAPI 3.1 needs the media type alone (4.8.14.2); Swagger UI and generators of clients look
   * for the format, which 3.0 had.
   */
  private static Map<String, Object> file() {
    var json = type("string", "binary");
    json.put("contentMediaType", "application/octet-stream");
    return json;
  }

  private static Map<String, Object> dateTime() {
    return noted(pattern("date-time-local", DATE + "[Tt]" + TIME), "A date and time of no offset.");
  }

  private static Map<String, Object> zoned() {
    return noted(
        pattern("", DATE + "[Tt]" + MINUTE + SECOND + OFFSET + "(\\[[^\\]]{1,64}\\])?"),
        "A date and time with a time zone that has this offset then (RFC 9557), such as"
            + " 2026-01-31T12:00:00+01:00[Europe/Berlin]. With Z or -00:00 it is a moment alone, which"
            + " is moved to the zone.");
  }

  private static Map<String, Object> duration() {
    return noted(
        pattern(
            "",
            "-?P(?=.)(\\d{1,8}D)?(T(?=\\d)(\\d{1,9}H)?(\\d{1,10}M)?(\\d{1,12}(\\.\\d{1,9})?S)?)?"),
        "A duration (ISO 8601) of less than 1,000,000,000 hours, such as PT2H30M.");
  }

  private static Map<String, Object> period() {
    return noted(
        pattern("", "P(-?\\d{1,8}W|(?=[-\\d])(-?\\d{1,9}Y)?(-?\\d{1,9}M)?(-?\\d{1,9}D)?)"),
        "A period (ISO 8601), such as P1Y6M.");
  }

  private static Map<String, Object> zone() {
    return sized(
        noted(
            type("string", ""),
            "A time zone (IANA database), such as Europe/Berlin, or an offset."),
        ScalarText.ZONE_CHARS_MAX);
  }

  private static Map<String, Object> offset() {
    return pattern("", "([Zz]|[+-]((0\\d|1[0-7]):[0-5]\\d(:[0-5]\\d)?|18:00(:00)?))");
  }

  private static Map<String, Object> uri() {
    return sized(
        noted(
            type("string", "uri-reference"),
            "A URI (RFC 3986) such as https://example.org, with something behind its scheme."),
        ScalarText.URI_CHARS_MAX);
  }

  /** A type and, unless it is empty, a format. */
  static Map<String, Object> type(String type, String format) {
    var json = ObjectJson.of("type", type);
    ObjectJson.putIfAny(json, "format", format);
    return json;
  }

  private static Map<String, Object> whole(String format, int min, int max) {
    var json = type("integer", format);
    json.put("minimum", BigDecimal.valueOf(min));
    json.put("maximum", BigDecimal.valueOf(max));
    return json;
  }

  private static Map<String, Object> pattern(String format, String pattern) {
    var json = type("string", format);
    json.put("pattern", "^" + pattern + "$");
    return json;
  }

  private static Map<String, Object> noted(Map<String, Object> json, String text) {
    ConstraintWords.note(json, text);
    return json;
  }

  private static Map<String, Object> sized(Map<String, Object> json, int max) {
    json.put("maxLength", max);
    return json;
  }
}

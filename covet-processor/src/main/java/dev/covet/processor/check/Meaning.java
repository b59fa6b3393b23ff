package dev.covet.processor.check;

import static dev.covet.processor.model.source.AnnotatedPlace.ANNOTATION;
import static dev.covet.processor.model.source.AnnotatedPlace.BODY;
import static dev.covet.processor.model.source.AnnotatedPlace.CALL;
import static dev.covet.processor.model.source.AnnotatedPlace.CLASS;
import static dev.covet.processor.model.source.AnnotatedPlace.CLIENT;
import static dev.covet.processor.model.source.AnnotatedPlace.COLUMN;
import static dev.covet.processor.model.source.AnnotatedPlace.COMPONENT;
import static dev.covet.processor.model.source.AnnotatedPlace.COMPUTED;
import static dev.covet.processor.model.source.AnnotatedPlace.CONSTANT;
import static dev.covet.processor.model.source.AnnotatedPlace.ENUM;
import static dev.covet.processor.model.source.AnnotatedPlace.ERROR;
import static dev.covet.processor.model.source.AnnotatedPlace.FLATTENED;
import static dev.covet.processor.model.source.AnnotatedPlace.GROUP;
import static dev.covet.processor.model.source.AnnotatedPlace.GROUPED;
import static dev.covet.processor.model.source.AnnotatedPlace.HOOK;
import static dev.covet.processor.model.source.AnnotatedPlace.INTERFACE;
import static dev.covet.processor.model.source.AnnotatedPlace.LEAF;
import static dev.covet.processor.model.source.AnnotatedPlace.METHOD;
import static dev.covet.processor.model.source.AnnotatedPlace.PACKAGE;
import static dev.covet.processor.model.source.AnnotatedPlace.PATH_VALUE;
import static dev.covet.processor.model.source.AnnotatedPlace.PLAIN_ROUTE;
import static dev.covet.processor.model.source.AnnotatedPlace.PROJECTED;
import static dev.covet.processor.model.source.AnnotatedPlace.PROVIDER;
import static dev.covet.processor.model.source.AnnotatedPlace.RECORD;
import static dev.covet.processor.model.source.AnnotatedPlace.ROUTE;
import static dev.covet.processor.model.source.AnnotatedPlace.ROUTES;
import static dev.covet.processor.model.source.AnnotatedPlace.SEALED;
import static dev.covet.processor.model.source.AnnotatedPlace.SERVICE;
import static dev.covet.processor.model.source.AnnotatedPlace.SETTING;
import static dev.covet.processor.model.source.AnnotatedPlace.SETTINGS;
import static dev.covet.processor.model.source.AnnotatedPlace.STATEMENT;
import static dev.covet.processor.model.source.AnnotatedPlace.TEXT_VALUE;
import static dev.covet.processor.model.source.AnnotatedPlace.WEBHOOK;
import static dev.covet.processor.model.source.AnnotatedPlace.WEBHOOKS;

import dev.covet.processor.model.source.AnnotatedPlace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an annotation is for: the one table of all places where each of Covet's annotations does
 * something. Where it stands anywhere else, that is a finding.
 *
 * @param spots what it does something on
 * @param right where it belongs, a sentence
 */
record Meaning(Set<AnnotatedPlace> spots, String right) {
  private static final List<AnnotatedPlace> TYPES =
      List.of(CLASS, ROUTES, ERROR, INTERFACE, CLIENT, WEBHOOKS, SEALED, ENUM, RECORD, LEAF);
  private static final List<AnnotatedPlace> INPUTS =
      List.of(PATH_VALUE, TEXT_VALUE, GROUP, BODY, SERVICE);
  private static final List<AnnotatedPlace> FIELDS = List.of(COMPONENT, PROJECTED, COLUMN);

  private static final Map<String, Meaning> ALL =
      Stream.of(
              of(
                  "Get Post Put Patch Delete",
                  "Put it on a method of a class that says @Routes, or of an interface that says @Client.",
                  List.of(ROUTE, PLAIN_ROUTE, CALL, WEBHOOK)),
              of(
                  "WebSocket",
                  "Put it on a method of a class that says @Routes.",
                  List.of(ROUTE, PLAIN_ROUTE)),
              of("Client", "Put it on an interface.", List.of(CLIENT, WEBHOOKS)),
              of("Webhook", "Put it on an interface that says @Client.", List.of(WEBHOOKS)),
              of("Callback", "Put it on a route.", List.of(ROUTE, PLAIN_ROUTE)),
              of(
                  "Produces",
                  "Put it on a route that returns text, bytes, JSON or a Stream.",
                  List.of(PLAIN_ROUTE)),
              of(
                  "Blocking BodyMax CacheControl Conditional NoCompress Uninterrupted",
                  "Put it on a route, or on a class that says @Routes.",
                  List.of(ROUTE, PLAIN_ROUTE, ROUTES)),
              of(
                  "Hidden Tag",
                  "Put it on a route, or on a class that says @Routes.",
                  List.of(ROUTE, PLAIN_ROUTE, ROUTES, WEBHOOK, WEBHOOKS)),
              of(
                  "Example",
                  "Put it on a record, a component, a parameter that clients send, or a route.",
                  with(
                      FIELDS,
                      RECORD,
                      GROUPED,
                      COMPUTED,
                      ROUTE,
                      PLAIN_ROUTE,
                      TEXT_VALUE,
                      PATH_VALUE,
                      BODY)),
              of(
                  "Use",
                  "Put it on a route, on a class that says @Routes, or on your own annotation.",
                  List.of(ROUTE, PLAIN_ROUTE, ROUTES, ANNOTATION)),
              of(
                  "RateLimit Deadline Bulkhead CircuitBreaker Retry",
                  "Put it on a route, on a class that says @Routes, or on a method of a service.",
                  List.of(ROUTE, PLAIN_ROUTE, ROUTES, METHOD, CALL, CLIENT, WEBHOOK, WEBHOOKS)),
              of("Idempotent", "Put it on a route.", List.of(ROUTE, PLAIN_ROUTE, ROUTES)),
              of(
                  "Guard",
                  "Put it on a route, on a class that says @Routes, or on your own annotation.",
                  List.of(ROUTE, PLAIN_ROUTE, ROUTES, ANNOTATION, CLASS)),
              of(
                  "Status",
                  "Put it on a route, or on a class that extends ApiError.",
                  List.of(ROUTE, PLAIN_ROUTE, ERROR)),
              of(
                  "OnStart OnStop HealthCheck",
                  "Put it on a method of a class that the app adds.",
                  List.of(HOOK, ROUTE, PLAIN_ROUTE)),
              of(
                  "Provides",
                  "Put it on a class or on a static method.",
                  with(TYPES, PROVIDER, HOOK, ROUTE, PLAIN_ROUTE, ANNOTATION, SETTINGS)),
              of("Routes", "Put it on a class.", with(TYPES, ANNOTATION, SETTINGS)),
              of("FromPlugin", "Put it on a class or an interface.", TYPES),
              of("Principal", "Put it on a record.", List.of(RECORD, LEAF)),
              of(
                  "Public SignedIn Scopes",
                  "Put it on a route, on a class that says @Routes, or on an annotation for these.",
                  List.of(ROUTE, PLAIN_ROUTE, ROUTES, ANNOTATION)),
              of("Qualifier", "Put it on your own annotation.", List.of(ANNOTATION)),
              of(
                  "Table Projection",
                  "Put it on a record: its components are the columns.",
                  List.of(RECORD, LEAF)),
              of(
                  "Model",
                  "Put it on a record that is data, or on a sealed interface of such records.",
                  List.of(RECORD, LEAF, SEALED)),
              of("Strict", "Put it on a record that is data.", List.of(RECORD, LEAF)),
              of("Discriminator", "Put it on a sealed interface of records.", List.of(SEALED)),
              of("Scalar", "Put it on a record that is data.", List.of(RECORD)),
              of("Settings", "Put it on a record.", List.of(SETTINGS)),
              of("Naming", "Put it on a package or on a type.", with(TYPES, PACKAGE)),
              of(
                  "References Column Version CreatedAt UpdatedAt Owner",
                  "Put it on a component of a record that says @Table.",
                  List.of(COLUMN)),
              of(
                  "Index Unique Was",
                  "Put it on a record that says @Table, or on a component of one.",
                  List.of(COLUMN, RECORD, LEAF)),
              of(
                  "By Via CountOf",
                  "Put it on a component of a record with @Projection.",
                  List.of(PROJECTED)),
              of("Sql", "Put it on a method of an interface, without a body.", List.of(STATEMENT)),
              of("Id WriteOnly", "Put it on a component of a record that is data.", FIELDS),
              of(
                  "ReadOnly",
                  "Put it on a component, or on a method without parameters, of a record.",
                  with(FIELDS, COMPUTED, FLATTENED)),
              of(
                  "Flatten",
                  "Put it on a component of a record that is data.",
                  with(FIELDS, FLATTENED)),
              of(
                  "Name",
                  "Put it on a component, a parameter, an enum constant, a computed field or a record"
                      + " of a sealed interface.",
                  with(FIELDS, GROUPED, CONSTANT, COMPUTED, TEXT_VALUE, PATH_VALUE, LEAF)),
              of(
                  "Default",
                  "Put it on a component or a parameter that a client may leave out.",
                  with(FIELDS, GROUPED, SETTING, TEXT_VALUE, GROUP, BODY)),
              of("Path", "Put it on a parameter.", INPUTS),
              of(
                  "Query Header Cookie",
                  "Put it on a parameter, on a record of such values, or on a component of one.",
                  with(INPUTS, GROUPED, RECORD, LEAF, ENUM)),
              of(
                  "Body",
                  "Put it on a parameter, or on a record.",
                  with(INPUTS, RECORD, LEAF, SEALED, ENUM)),
              of(
                  "Form",
                  "Put it on a parameter, or on a record.",
                  with(INPUTS, RECORD, LEAF, ENUM)),
              of("Provided", "Put it on a parameter, or on a type.", with(INPUTS, TYPES)))
          .flatMap(each -> each.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final Meaning NONE = new Meaning(Set.of(), "Remove it.");

  private static Map<String, Meaning> of(String names, String right, List<AnnotatedPlace> spots) {
    return Stream.of(names.split(" ", -1))
        .collect(Collectors.toMap(name -> name, _ -> new Meaning(Set.copyOf(spots), right)));
  }

  private static List<AnnotatedPlace> with(List<AnnotatedPlace> some, AnnotatedPlace... more) {
    return Stream.concat(some.stream(), Stream.of(more)).distinct().toList();
  }

  private static List<AnnotatedPlace> with(List<AnnotatedPlace> some, List<AnnotatedPlace> more) {
    return with(some, more.toArray(AnnotatedPlace[]::new));
  }

  /** That of an annotation, by its simple name. */
  static Meaning of(String annotation) {
    return ALL.getOrDefault(annotation, NONE);
  }
}

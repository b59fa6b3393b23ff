package dev.covet.processor.model.source;

/** What an annotation stands on, as far as that decides whether it does something there. */
public enum AnnotatedPlace {
  /** A package. */
  PACKAGE("a package"),
  /** A class with {@code @Routes}. */
  ROUTES("a class with routes"),
  /** Any other class. */
  CLASS("a class"),
  /** A class of errors for clients. */
  ERROR("an error"),
  /** An interface. */
  INTERFACE("an interface"),
  /** An interface with {@code @Client}. */
  CLIENT("an interface that calls another service"),
  /** An interface with {@code @Client} and {@code @Webhook}. */
  WEBHOOKS("an interface of webhooks"),
  /** A sealed interface of records. */
  SEALED("a sealed interface"),
  /** The declaration of an annotation. */
  ANNOTATION("an annotation"),
  /** An enum. */
  ENUM("an enum"),
  /** A record. */
  RECORD("a record"),
  /** A record of a sealed interface. */
  LEAF("a record of a sealed interface"),
  /** A record with {@code @Settings}. */
  SETTINGS("a record of settings"),
  /** A method that is a route. */
  ROUTE("a route"),
  /** A route that gives text, bytes or JSON. */
  PLAIN_ROUTE("a route"),
  /** A method that calls another service. */
  CALL("a method that calls another service"),
  /** A method that calls an address which a client has named. */
  WEBHOOK("a webhook"),
  /** A method that runs at start or stop. */
  HOOK("a method that runs at start or stop"),
  /** A method that provides something. */
  PROVIDER("a method that provides something"),
  /** A method of a record that goes out as a field. */
  COMPUTED("a computed field"),
  /** A method of an interface, which it leaves open. */
  STATEMENT("a method without a body"),
  /** Any other method. */
  METHOD("a method that is neither a route nor a computed field"),
  /** A constructor. */
  CONSTRUCTOR("a constructor"),
  /** A parameter of something that Covet calls, wherever its value comes from. */
  INPUT("a parameter"),
  /** A parameter that is read from the path. */
  PATH_VALUE("a parameter that is read from the path"),
  /** A parameter that is read from the query, a header, a cookie or a form. */
  TEXT_VALUE("a parameter that is one text of a request"),
  /** A parameter whose components are read from the query, from headers, cookies or a form. */
  GROUP("a record whose components are read by their own names"),
  /** A parameter that is read from the body. */
  BODY("the body"),
  /** A parameter that the app provides. */
  SERVICE("a parameter that the app provides"),
  /** A parameter of something that Covet does not call. */
  PARAMETER("a parameter of what Covet does not call"),
  /** A component of a record with {@code @Table}. */
  COLUMN("a column"),
  /**
   * A component of a record with {@code @Query}, {@code @Header}, {@code @Cookie}, {@code @Form}.
   */
  GROUPED("a component of a record that groups values of a request"),
  /** A component of a record with {@code @Settings}. */
  SETTING("a setting"),
  /** A component whose fields stand in its place. */
  FLATTENED("a component with @Flatten"),
  /** A component of a record with {@code @Projection}. */
  PROJECTED("a component of a projection"),
  /** Any other component. */
  COMPONENT("a component of a record that is not a table"),
  /** The component of a record with {@code @Scalar}, as which that is known. */
  WRAPPED("the component of a record with @Scalar"),
  /** The accessor of a component. */
  ACCESSOR("the accessor of a component"),
  /** A field. */
  FIELD("a field"),
  /** A constant of an enum. */
  CONSTANT("an enum constant");

  private final String noun;

  AnnotatedPlace(String noun) {
    this.noun = noun;
  }

  /** As messages call it. */
  public String noun() {
    return noun;
  }
}

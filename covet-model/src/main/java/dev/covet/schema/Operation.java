package dev.covet.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client can ask of an API: one method on one path. Or a webhook, which the API asks of an
 * address that a client has named.
 *
 * @param id unique in the document, class and method: {@code heroesCreate}
 * @param method in capitals: {@code POST}
 * @param path the whole path with its variables: {@code /heroes/{id}}; empty for a webhook
 * @param tag the group in the document
 * @param tagText what the document says of the group, unless another operation says it first; empty
 *     for nothing
 * @param summary the first sentence of the Javadoc; empty for none
 * @param text the rest of the Javadoc; empty for none
 * @param hidden whether the document leaves it out
 * @param body what it reads; null for nothing
 * @param bodyRequired whether a request without a body is refused
 * @param callers who may call it
 * @param thrown exceptions that an app may turn into error responses, as its method declares them
 * @param responses every status it can answer with, in order of status
 * @param errorBody the body of its errors, in the app's own format; null for the usual envelope
 * @param webhook whether it is one: what it has in its body is sent by the API
 * @param callbacks what is called at addresses that its requests name
 * @param messages what is said over it, if it opens a WebSocket; null for any other
 * @param source the method it comes from: {@code Heroes.create}
 */
public record Operation(
    String id,
    String method,
    String path,
    String tag,
    String tagText,
    String summary,
    String text,
    boolean deprecated,
    boolean hidden,
    List<Parameter> parameters,
    @Nullable BodySchema body,
    boolean bodyRequired,
    CallerAccess callers,
    List<Class<? extends Throwable>> thrown,
    List<ResponseSchema> responses,
    @Nullable Schema errorBody,
    boolean webhook,
    List<CallbackSchema> callbacks,
    @Nullable MessageSchemas messages,
    String source) {

  /**
   * What any operation may answer; 499 stands for a client that has left, 502 for another service.
   */
  private static final Set<Integer> ANYWHERE = Set.of(421, 499, 500, 502, 503, 504);

  /** Copies the lists. */
  public Operation {
    parameters = List.copyOf(parameters);
    thrown = List.copyOf(thrown);
    responses = List.copyOf(responses);
    callbacks = List.copyOf(callbacks);
  }

  /**
   * Starts an operation that a method handles: its id and tag are made from the method's name.
   *
   * @param source class and method: {@code Heroes.create}
   */
  public static Builder of(String method, String path, String source) {
    return new Builder(method, path, source);
  }

  /** This below a path: what a router with that prefix offers. */
  public Operation under(String prefix) {
    return with(id, path.equals("/") && !prefix.isEmpty() ? prefix : prefix + path);
  }

  /**
   * This as an app offers it that is mounted at a path, which its id begins with: one class may be
   * in several apps.
   */
  public Operation mountedAt(String prefix) {
    var name = new StringBuilder();
    for (var word : prefix.split("[^A-Za-z0-9]+", -1)) {
      name.append(name.isEmpty() ? word : capitalized(word));
    }
    var renamed = with(name.isEmpty() ? id : name + capitalized(id), path);
    return webhook ? renamed : renamed.under(prefix);
  }

  private static String capitalized(String word) {
    return word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /**
   * This in another group of the document.
   *
   * @param description what the document says of the group; empty for nothing
   */
  public Operation tagged(String name, String description) {
    var copy = new Builder(this);
    copy.tag = name;
    copy.tagText = description;
    return copy.build();
  }

  /**
   * This with more responses, in their place by status; a code that it lists already, or a status
   * without a code, stays as it is.
   */
  public Operation responding(List<ResponseSchema> more) {
    var all = new ArrayList<>(responses);
    for (var answer : more) {
      if (all.stream().noneMatch(answer::isSameAs)) all.add(answer);
    }
    all.sort(Comparator.comparingInt(ResponseSchema::status));
    return with(all, errorBody);
  }

  /**
   * This behind a guard: with what that takes, whom it needs, what it throws and what it answers,
   * unless it is here already.
   */
  public Operation guardedBy(Operation guard) {
    var copy = new Builder(taking(guard.parameters));
    copy.callers = callers.and(guard.callers);
    guard.thrown.stream().filter(each -> !thrown.contains(each)).forEach(copy.thrown::add);
    return copy.build().responding(guard.responses);
  }

  /** This, which takes more of a request; what it takes already may become required. */
  public Operation taking(List<Parameter> more) {
    var own = parameters.stream().map(each -> isNeeded(each, more) ? each.asRequired() : each);
    var others = more.stream().filter(each -> parameters.stream().noneMatch(each::isSameAs));
    var copy = new Builder(this);
    copy.parameters = Stream.concat(own, others).toList();
    return copy.build();
  }

  private static boolean isNeeded(Parameter parameter, List<Parameter> more) {
    return more.stream().anyMatch(each -> each.required() && each.isSameAs(parameter));
  }

  /** This, whose answer of a status may have a header field more, unless it is made by hand. */
  public Operation saying(int status, Parameter header) {
    var all = responses.stream().map(each -> each.status() == status ? each.saying(header) : each);
    return with(all.toList(), errorBody);
  }

  /** This for other callers. */
  public Operation calledBy(CallerAccess rule) {
    var copy = new Builder(this);
    copy.callers = rule;
    return copy.build();
  }

  /** This without the errors that these codes name. */
  public Operation without(Set<String> codes) {
    var rest = responses.stream().filter(each -> !each.isOneOf(codes)).toList();
    return with(rest, errorBody);
  }

  /** This with errors of another body, unless it has one already. */
  public Operation failing(Schema body) {
    return with(responses, errorBody == null ? body : errorBody);
  }

  /**
   * Whether a client has been told of a status: it stands among the responses, or any operation may
   * answer it, or the method makes its responses by hand.
   */
  public boolean lists(int status) {
    return ANYWHERE.contains(status)
        || responses.stream().anyMatch(each -> each.status() == status || each.isByHand());
  }

  /**
   * Whether a client has been told of an error: its code stands among the responses, or Covet gives
   * it by itself under a status that is listed, or the method makes its responses by hand.
   */
  public boolean lists(int status, String errorCode) {
    return responses.stream()
            .anyMatch(each ->
                each.isByHand() || (each.status() == status && errorCode.equals(each.errorCode())))
        || (lists(status)
            && BuiltInError.ofCode(errorCode)
                .filter(known -> known.isUnasked() || ANYWHERE.contains(status))
                .isPresent());
  }

  private Operation with(String newId, String newPath) {
    var copy = new Builder(this);
    copy.id = newId;
    copy.path = newPath;
    return copy.build();
  }

  private Operation with(List<ResponseSchema> newAnswers, @Nullable Schema newErrorBody) {
    var copy = new Builder(this);
    copy.responses = newAnswers;
    copy.errorBody = newErrorBody;
    return copy.build();
  }

  /**
   * Builds one operation. Not thread-safe.
   *
   * <p>One idea: the record before it is whole, component by component.
   */
  public static final class Builder {
    private final String method;
    private final String source;
    private String path;
    private String id;
    private String tag;
    private String tagText = "";
    private String summary = "";
    private String text = "";
    private boolean deprecated;
    private boolean hidden;
    private List<Parameter> parameters = List.of();
    private @Nullable BodySchema body;
    private boolean bodyRequired;
    private CallerAccess callers = CallerAccess.NONE;
    private final List<Class<? extends Throwable>> thrown = new ArrayList<>();
    private List<ResponseSchema> responses = List.of();
    private @Nullable Schema errorBody;
    private boolean webhook;
    private List<CallbackSchema> callbacks = List.of();
    private @Nullable MessageSchemas messages;

    private Builder(Operation from) {
      method = from.method;
      path = from.path;
      source = from.source;
      id = from.id;
      tag = from.tag;
      tagText = from.tagText;
      summary = from.summary;
      text = from.text;
      deprecated = from.deprecated;
      hidden = from.hidden;
      parameters = from.parameters;
      body = from.body;
      bodyRequired = from.bodyRequired;
      callers = from.callers;
      thrown.addAll(from.thrown);
      responses = from.responses;
      errorBody = from.errorBody;
      webhook = from.webhook;
      callbacks = from.callbacks;
      messages = from.messages;
    }

    private Builder(String method, String path, String source) {
      this.method = method;
      this.path = path;
      this.source = source;
      this.tag = source.substring(0, Math.max(0, source.indexOf('.')));
      this.id = idOf(source);
    }

    /** {@code Heroes.create} is {@code heroesCreate}. */
    private static String idOf(String source) {
      var dot = source.indexOf('.');
      if (dot <= 0 || dot == source.length() - 1) return source;
      return Character.toLowerCase(source.charAt(0))
          + source.substring(1, dot)
          + Character.toUpperCase(source.charAt(dot + 1))
          + source.substring(dot + 2);
    }

    /** Sets the id, which is otherwise class and method. */
    public Builder id(String value) {
      id = value;
      return this;
    }

    /** Sets the group, which is otherwise the class. */
    public Builder tag(String value) {
      tag = value;
      return this;
    }

    /** Sets what the document says of the group. */
    public Builder tagText(String value) {
      tagText = value;
      return this;
    }

    /** Sets the Javadoc: its first sentence and the rest. */
    public Builder described(String firstSentence, String rest) {
      summary = firstSentence;
      text = rest;
      return this;
    }

    /** Marks it as deprecated. */
    public Builder deprecated() {
      deprecated = true;
      return this;
    }

    /** Leaves it out of the document. */
    public Builder hidden() {
      hidden = true;
      return this;
    }

    /** Sets what it reads beside its body, in order of declaration. */
    public Builder takes(Parameter... values) {
      parameters = List.of(values);
      return this;
    }

    /** Sets its body, without which a request is refused. */
    public Builder reads(BodySchema value) {
      body = value;
      bodyRequired = true;
      return this;
    }

    /** Sets its body, which may be left out. */
    public Builder mayRead(BodySchema value) {
      body = value;
      bodyRequired = false;
      return this;
    }

    /** Sets who may call it. */
    public Builder calledBy(CallerAccess value) {
      callers = value;
      return this;
    }

    /** Adds an exception that its method declares and that is no error of an API. */
    public Builder throwing(Class<? extends Throwable> value) {
      thrown.add(value);
      return this;
    }

    /** Makes it a webhook. */
    public Builder webhook() {
      webhook = true;
      return this;
    }

    /** Sets what is called at addresses that its requests name. */
    public Builder calls(CallbackSchema... values) {
      callbacks = List.of(values);
      return this;
    }

    /** Sets what is said over it, which makes it one that opens a WebSocket. */
    public Builder talks(MessageSchemas value) {
      messages = value;
      return this;
    }

    /** Sets every status it can answer with. */
    public Operation responds(ResponseSchema... values) {
      responses = List.of(values);
      return build();
    }

    private Operation build() {
      return new Operation(
          id,
          method,
          path,
          tag,
          tagText,
          summary,
          text,
          deprecated,
          hidden,
          parameters,
          body,
          bodyRequired,
          callers,
          thrown,
          responses,
          errorBody,
          webhook,
          callbacks,
          messages,
          source);
    }
  }
}

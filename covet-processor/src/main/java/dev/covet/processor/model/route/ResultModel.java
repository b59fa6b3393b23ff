package dev.covet.processor.model.route;

import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a handler returns, and so what a client gets. */
public sealed interface ResultModel {

  /** What a body is made of, or none: anything but an {@code Optional} and a {@code Reply}. */
  sealed interface Bare extends ResultModel {}

  /** What is written as it is, in a media type of its own. */
  sealed interface Plain extends Bare {}

  /** {@code void}: no content. */
  record Nothing() implements Bare {}

  /** A value as JSON. */
  record Json(ValueModel value) implements Bare {}

  /**
   * {@code Optional<T>}: what is present, or 404.
   *
   * @param of what is answered when it is present
   * @param what the name in "Hero not found"
   */
  record Maybe(ResultModel of, String what) implements ResultModel {}

  /** {@code String}: text. */
  record Text() implements Plain {}

  /** {@code Html}. */
  record Html() implements Plain {}

  /** {@code byte[]}. */
  record Bytes() implements Plain {}

  /** {@code InputStream}. */
  record Stream() implements Plain {}

  /** {@code Path}: the file that lies there. */
  record File() implements Plain {}

  /** {@code Stream<T>} or {@code Events<T>}: values that are written as they come. */
  record Values(Flow flow, ValueModel each) implements Bare {
    /** Whether each is an event. */
    public boolean isEvents() {
      return flow == Flow.EVENTS;
    }
  }

  /** How values come. */
  enum Flow {
    /** From a stream. */
    STREAM("java.util.stream.Stream"),
    /** As events, when there is something to say. */
    EVENTS("dev.covet.web.stream.Events");

    private final String type;

    Flow(String type) {
      this.type = type;
    }

    /** The type of a handler's result. */
    public String type() {
      return type;
    }

    /** That of a type, without what stands in its brackets. */
    public static Optional<Flow> of(String type) {
      return Arrays.stream(values()).filter(each -> each.type.equals(type)).findFirst();
    }
  }

  /**
   * A sealed type whose records have a status each, or one such record: one of these answers.
   *
   * @param type what the handler returns
   * @param unfit the classes of it that are no records, or have type parameters; they were reported
   */
  record OneOf(TypeName type, List<Case> cases, List<TypeName> unfit) implements Bare {
    /** Copies the lists. */
    public OneOf {
      cases = List.copyOf(cases);
      unfit = List.copyOf(unfit);
    }
  }

  /**
   * One record of a sealed answer.
   *
   * @param said what its {@code @Status} says; one without was reported
   */
  record Case(TypeName record, OptionalInt said) {
    /** Its status. */
    public int status() {
      return said.orElse(200);
    }

    /** What a client gets: the record itself, unless the status has no content. */
    public ResultModel content() {
      return WITHOUT_CONTENT.contains(status())
          ? new Nothing()
          : new Json(ValueModel.of(new TypeModel.RecordType(record)));
    }
  }

  /**
   * Nothing is returned, but messages are exchanged over the {@code Socket<I, O>} of a WebSocket.
   */
  record Messages(ValueModel received, ValueModel sent) implements Bare {
    /** The type of the parameter, without what stands in its brackets. */
    public static final String SOCKET = "dev.covet.web.stream.Socket";

    /** Whether values are messages as they are, and not as JSON: texts and bytes. */
    public static boolean isPlain(TypeModel type) {
      return type instanceof TypeModel.Bytes
          || (type instanceof TypeModel.Scalar(var kind, var _) && kind == ScalarKind.STRING);
    }
  }

  /** What names a file. */
  String PATH = "java.nio.file.Path";

  /** Statuses that have no content, whatever is written. */
  Set<Integer> WITHOUT_CONTENT = Set.of(204, 205, 304);

  /** {@code Reply<T>}: {@code T} with status, headers, cookies of its own. */
  record Reply(ResultModel of) implements ResultModel {}

  /** {@code Response}: anything. */
  record Raw() implements Bare {}

  /** A type that the compiler does not find. */
  record Unresolved() implements Bare {}

  /** Whether the handler says more than the body. */
  default boolean isReply() {
    return switch (this) {
      case Maybe(var of, var _) -> of.isReply();
      case Reply _ -> true;
      case Bare _ -> false;
    };
  }

  /** What is written as JSON, one value or several; nothing where that has no constraints. */
  default java.util.stream.Stream<ValueModel> values() {
    return switch (this) {
      case Json(var value) -> java.util.stream.Stream.of(value);
      case Values(var _, var each) -> java.util.stream.Stream.of(each);
      default -> java.util.stream.Stream.of();
    };
  }

  /** This without {@code Optional} and {@code Reply} around it: what a body is made of. */
  default Bare bare() {
    return switch (this) {
      case Maybe(var of, var _) -> of.bare();
      case Reply(var of) -> of.bare();
      case Bare bare -> bare;
    };
  }

  /** The types of the values that are written as JSON. */
  default List<TypeModel> types() {
    return switch (bare()) {
      case Json(var value) -> List.of(value.type());
      case Values(var _, var each) -> List.of(each.type());
      case OneOf(var _, var cases, var _) ->
          cases.stream().<TypeModel>map(each -> new TypeModel.RecordType(each.record())).toList();
      case Messages(var received, var sent) ->
          java.util.stream.Stream.of(received, sent)
              .map(ValueModel::type)
              .filter(each -> !Messages.isPlain(each))
              .toList();
      case Nothing _, Plain _, Raw _, Unresolved _ -> List.of();
    };
  }
}

package dev.covet.web.stream;

import dev.covet.base.json.Codec;
import dev.covet.base.json.Json;
import dev.covet.base.problem.Problems;
import dev.covet.web.message.SocketMessage;
import java.util.Objects;

/**
 * How the values of one side of a WebSocket are messages: texts and bytes as they are, all else as
 * JSON in texts. Thread-safe.
 */
public sealed interface MessageForm<T> {
  /** Whether messages are texts. */
  boolean isText();

  /**
   * The value of a message of this kind.
   *
   * @throws dev.covet.api.ApiError if it is none
   */
  T read(SocketMessage message, Problems problems);

  /**
   * A value as a message.
   *
   * @throws IllegalStateException if it cannot be one, or breaks its constraints and answers are
   *     checked
   */
  SocketMessage write(T value);

  /** Texts as they are. */
  static MessageForm<String> text() {
    return new Text();
  }

  /** Bytes as they are. */
  static MessageForm<byte[]> bytes() {
    return new Bytes();
  }

  /**
   * JSON.
   *
   * @param checks whether what is written has to keep its constraints
   */
  static <T> MessageForm<T> json(Json json, Codec<T> codec, boolean checks) {
    return new OfJson<>(json, codec, checks);
  }

  /** Texts. */
  record Text() implements MessageForm<String> {
    @Override
    public boolean isText() {
      return true;
    }

    @Override
    public String read(SocketMessage message, Problems problems) {
      return message.text();
    }

    @Override
    public SocketMessage write(String value) {
      return SocketMessage.text(value);
    }
  }

  /** Bytes. */
  record Bytes() implements MessageForm<byte[]> {
    @Override
    public boolean isText() {
      return false;
    }

    @Override
    public byte[] read(SocketMessage message, Problems problems) {
      return message.bytes();
    }

    @Override
    public SocketMessage write(byte[] value) {
      return SocketMessage.binary(value);
    }
  }

  /** JSON in texts. */
  record OfJson<T>(Json json, Codec<T> codec, boolean checks) implements MessageForm<T> {
    @Override
    public boolean isText() {
      return true;
    }

    @Override
    public T read(SocketMessage message, Problems problems) {
      var value = json.read(message.bytes(), codec, problems, "message");
      problems.orThrow();
      return Objects.requireNonNull(value);
    }

    @Override
    public SocketMessage write(T value) {
      if (checks) check(value);
      try {
        return SocketMessage.text(json.write(codec, value));
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException("the message cannot be written", e);
      }
    }

    private void check(T value) {
      var problems = new Problems();
      codec.check(problems.at("message"), value);
      if (!problems.isEmpty()) {
        throw new IllegalStateException(
            "the message breaks its own constraints: " + problems.list());
      }
    }
  }
}

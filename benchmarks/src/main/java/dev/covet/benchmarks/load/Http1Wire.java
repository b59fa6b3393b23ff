package dev.covet.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A keep-alive connection: sends a request again and again, and checks each answer's status, length
 * and form. Not thread-safe.
 */
final class Http1Wire implements Wire {
  private static final byte[] LENGTH = "\r\ncontent-length: ".getBytes(US_ASCII);
  private static final int HEAD_BYTES_MIN = 16;
  private static final int ANSWERS_BYTES_MIN = 16_384;
  private static final int ANSWERS_BYTES_MAX = 1 << 20;

  private final SocketChannel channel;
  private final Call call;
  private final ByteBuffer requests;
  private final int depth;
  private int turn;
  private ByteBuffer answers = ByteBuffer.allocate(ANSWERS_BYTES_MIN);
  private int bodyLength = -1;

  /**
   * A connection for one call.
   *
   * @param depth requests that are sent together
   * @param turn which form of the call is the first
   */
  Http1Wire(SocketChannel channel, Call call, int depth, int turn) {
    this.channel = channel;
    this.call = call;
    this.depth = depth;
    this.turn = turn;
    var longest =
        IntStream.range(0, call.forms()).map(i -> call.form(i).length).max().orElseThrow();
    this.requests = ByteBuffer.allocateDirect(longest * depth);
  }

  @Override
  public void send() throws IOException {
    requests.clear();
    for (var i = 0; i < depth; i++) requests.put(call.form(turn++));
    requests.flip();
    while (requests.hasRemaining()) channel.write(requests);
  }

  @Override
  public int receive() throws IOException {
    read();
    var from = 0;
    var count = 0;
    for (var end = end(from); end >= 0; end = end(from)) {
      from = end;
      count++;
    }
    answers.flip().position(from);
    answers.compact();
    return count;
  }

  /** Sends one request, and waits for its answer, head and body. */
  byte[] ask() throws IOException {
    send();
    do {
      read();
    } while (end(0) < 0);
    return Arrays.copyOf(answers.array(), answers.position());
  }

  private void read() throws IOException {
    if (!answers.hasRemaining()) {
      if (answers.capacity() >= ANSWERS_BYTES_MAX) {
        throw new IOException("answers to " + call.name() + " have no end");
      }
      answers = ByteBuffer.allocate(answers.capacity() * 2).put(answers.flip());
    }
    if (channel.read(answers) < 0) {
      throw new EOFException("the server closed a connection of " + call.name());
    }
  }

  /** Where the answer ends that begins here; -1 if its end has not come. */
  private int end(int from) throws IOException {
    var bytes = answers.array();
    var head = headEnd(bytes, from);
    if (head < 0) return -1;
    checkStatus(bytes, from);
    var length = length(bytes, from, head);
    if (bodyLength >= 0 && call.isAlike() && call.status() < 400 && length != bodyLength) {
      throw wrong(length + " bytes, others " + bodyLength);
    }
    bodyLength = length;
    return head + length > answers.position() ? -1 : head + length;
  }

  private int headEnd(byte[] bytes, int from) {
    for (var at = from + HEAD_BYTES_MIN; at <= answers.position(); at++) {
      if (bytes[at - 1] == '\n' && bytes[at - 2] == '\r' && bytes[at - 3] == '\n') return at;
    }
    return -1;
  }

  private void checkStatus(byte[] bytes, int from) throws IOException {
    var status = number(bytes, from + 9);
    if (status != call.status()) throw wrong("status " + status + ", not " + call.status());
  }

  private IOException wrong(String what) {
    return new IOException("an answer to " + call.name() + " has " + what);
  }

  private int length(byte[] bytes, int from, int head) throws IOException {
    for (var at = from; at < head - LENGTH.length; at++) {
      if (bytes[at] == '\r' && isLength(bytes, at)) return number(bytes, at + LENGTH.length);
    }
    throw wrong("no Content-Length");
  }

  private static boolean isLength(byte[] bytes, int at) {
    for (var i = 2; i < LENGTH.length; i++) {
      if ((bytes[at + i] | 0x20) != LENGTH[i]) return false;
    }
    return true;
  }

  private static int number(byte[] bytes, int from) {
    var value = 0;
    for (var at = from; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      value = value * 10 + bytes[at] - '0';
    }
    return value;
  }
}

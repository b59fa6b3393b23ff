package dev.covet.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.api.Invalid;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.base.json.MalformedJson;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kinds.KindsApp;

/**
 * The app with every kind of thing, sent what a fuzzer makes. Whatever that is: the answer is one
 * that the document has and no 5xx, what says that it is JSON is, and what was read as right is
 * right again when the answer is sent.
 */
final class FuzzedApp {
  private final TestClient client =
      TestClient.of(KindsApp.app()).within(Duration.ofSeconds(60)).allowRepeats();
  private final Json json = new Json();
  private final List<FuzzedOperation> operations;

  /** Something to send to all operations that take something there. */
  FuzzedApp(FuzzPlace place) {
    operations =
        FuzzedOperation.of(json.read(client.get("/openapi.json").bytes(), Codecs.VALUE), place);
  }

  /** Those operations. */
  List<FuzzedOperation> operations() {
    return operations;
  }

  /** Takes what a fuzzer makes: the operation's number, then the data. */
  void fuzz(byte[] data) {
    if (data.length > 0 && !operations.isEmpty()) {
      var operation = operations.get((data[0] & 0xff) % operations.size());
      send(operation, Arrays.copyOfRange(data, 1, data.length));
    }
  }

  /** Sends one thing to one operation. */
  void send(FuzzedOperation to, byte[] data) {
    var answer = to.place().send(client, to, data);
    answer.ifPresent(each -> check(to, each));
    answer.filter(each -> to.echo() && each.status() < 300).ifPresent(each -> again(to, each));
  }

  private void check(FuzzedOperation to, Answer answer) {
    if (answer.status() >= 500 || !isWhatItSays(answer)) {
      throw new AssertionError(to + " answers " + answer);
    }
  }

  private boolean isWhatItSays(Answer answer) {
    if (!answer.header("Content-Type").orElse("").startsWith("application/json")) {
      return true;
    }
    try {
      json.read(answer.bytes(), Codecs.VALUE);
      return true;
    } catch (MalformedJson | Invalid _) {
      return false;
    }
  }

  private void again(FuzzedOperation to, Answer answer) {
    var second = to.place().send(client, to, answer.bytes());
    if (!second.map(Answer::text).equals(Optional.of(new String(answer.bytes(), UTF_8)))) {
      throw new AssertionError(to + " answers " + answer + ", sent again " + second);
    }
  }
}

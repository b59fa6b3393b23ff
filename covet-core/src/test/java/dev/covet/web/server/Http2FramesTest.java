package dev.covet.web.server;

import static dev.covet.web.server.FrameClient.PING;
import static dev.covet.web.server.FrameClient.PROTOCOL_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.web.server.FrameSequences.Sequence;
import dev.covet.web.server.FrameSequences.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * T6: sequences of frames, each with the verdict of RFC 9113: answered, the stream reset, or the
 * connection ended; always with the code that the RFC names.
 */
@ExtendWith(NoLeaks.class)
final class Http2FramesTest {
  @AutoClose private final RunningServer server = RunningServer.of(RawSequencesTest::readAll);

  @TestFactory
  List<DynamicTest> eachSequenceHasItsVerdict() {
    return FrameSequences.all().stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> run(each)))
        .toList();
  }

  @Test
  void thereAreSixtyAndMore() {
    assertThat(FrameSequences.all()).hasSizeGreaterThan(60);
  }

  private void run(Sequence each) throws IOException {
    try (var client = FrameClient.to(server.server().port())) {
      assertVerdict(client, each);
    }
  }

  /** Sends a sequence; what comes of it is the verdict. */
  static void assertVerdict(FrameClient client, Sequence each) throws IOException {
    each.sent().to(client);
    switch (each.verdict()) {
      case Verdict.Answered(var status) -> {
        assertThat(client.answer(1).status()).isEqualTo(status);
        assertGoesOn(client);
      }
      case Verdict.Reset(var code) -> {
        assertThat(client.resetOf(1)).isEqualTo(code);
        assertGoesOn(client);
      }
      case Verdict.Ended(var code) -> {
        assertThat(client.goAway()).isEqualTo(code);
        assertThat(client.isClosed()).isTrue();
      }
    }
  }

  private static void assertGoesOn(FrameClient client) throws IOException {
    assertThat(client.get(101, "/on").answer(101).body()).isEqualTo("GET /on 0");
  }

  @Test
  void whatDoesNotBeginAsHttp2IsHttp1() throws IOException {
    try (var client = server.connect()) {
      assertThat(client.send("PRI * HTTP/2.0\r\n\r\nSX\r\n\r\n").answer().status()).isEqualTo(505);
    }
    try (var client = server.connect()) {
      assertThat(client.send("PRI / HTTP/2.0\r\nHost: a\r\n\r\n").answer().status()).isEqualTo(505);
    }
  }

  @Test
  void aBeginningByteByByteIsOne() throws Exception {
    try (var client = FrameClient.silent(server.server().port())) {
      for (var each : FrameClient.PREFACE.getBytes(StandardCharsets.US_ASCII)) {
        client.send(new byte[] {each});
        Thread.sleep(2);
      }
      assertThat(client.settings().get(1, "/").answer(1).status()).isEqualTo(200);
    }
  }

  @Test
  void somethingElseThanSettingsMayNotComeFirst() throws IOException {
    try (var client = FrameClient.silent(server.server().port())) {
      client.send(FrameClient.PREFACE.getBytes(StandardCharsets.US_ASCII));
      client.frame(PING, 0, 0, new byte[8]);
      assertThat(client.goAway()).isEqualTo(PROTOCOL_ERROR);
      assertThat(client.isClosed()).isTrue();
    }
  }
}

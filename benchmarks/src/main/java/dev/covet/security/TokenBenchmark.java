package dev.covet.security;

import com.nimbusds.jose.jwk.OctetSequenceKey;
import dev.covet.base.observe.Metrics;
import dev.covet.benchmarks.workload.Buyer;
import dev.covet.benchmarks.workload.BuyerPrincipal;
import dev.covet.security.jwt.AccessTokens;
import dev.covet.security.jwt.JwtLimits;
import dev.covet.security.jwt.JwtVerifier;
import dev.covet.security.jwt.KeySource;
import dev.covet.security.jwt.TokenKey;
import dev.covet.security.jwt.TokenKeys;
import dev.covet.security.jwt.TokenTerms;
import dev.covet.web.auth.SecurityScheme;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestHead;
import dev.covet.web.message.RequestBody;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the header of a request to its principal, by a token that was verified before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class TokenBenchmark {
  private static final int BUYERS = 1_000;

  private final KeySource keys = new KeySource.Fixed(new TokenKeys("", List.of(key())));
  private final TokenTerms terms =
      new TokenTerms(Optional.empty(), Optional.empty(), TokenTerms.OWN);
  private final JwtAuthenticator<Buyer> authenticator =
      new JwtAuthenticator<>(
          SecurityScheme.bearer("bearer", "Bearer"), "Bearer", verifier(), _ -> {});
  private final List<Request> requests =
      LongStream.range(0, BUYERS).mapToObj(id -> request(token(id))).toList();
  private int turn;

  private static TokenKey key() {
    var bytes = new byte[48];
    new SecureRandom().nextBytes(bytes);
    return TokenKey.of(new OctetSequenceKey.Builder(bytes).keyID("k").build()).orElseThrow();
  }

  private JwtVerifier<Buyer> verifier() {
    var limits = new JwtLimits(8_192, 128, 30, 10_000);
    var clock = Clock.systemUTC();
    var ended = new RevokedSignIns(Duration.ofMinutes(15), clock);
    return new JwtVerifier<>(
        BuyerPrincipal.PART.codec(),
        new JwtVerifier.By(keys, terms, limits, clock, ended::has, _ -> {}, new Metrics()));
  }

  /** As {@link Tokens} makes it for a sign-in. */
  private String token(long id) {
    var claims = "{\"id\":%s,\"name\":\"Buyer %s\",\"isActive\":true}".formatted(id, id);
    var access = new AccessTokens(keys, terms, Duration.ofHours(1), Clock.systemUTC());
    var signIn = SignInKey.random().id("refresh");
    return access.of(new AccessTokens.Whose(claims, "" + id, signIn));
  }

  private static Request request(String token) {
    var headers =
        Headers.of(
            "Host", "127.0.0.1",
            "Authorization", "Bearer " + token,
            "Accept", "application/json",
            "Content-Type", "application/json",
            "User-Agent", "bench");
    var head = RequestHead.of(Method.POST, "/orders").headers(headers).build();
    return Request.of(head, RequestBody.none());
  }

  /** The same one each time. */
  @Benchmark
  public @Nullable Buyer one() {
    return authenticator.authenticate(requests.getFirst());
  }

  /** Another one each time. */
  @Benchmark
  public @Nullable Buyer many() {
    turn = (turn + 1) % BUYERS;
    return authenticator.authenticate(requests.get(turn));
  }
}

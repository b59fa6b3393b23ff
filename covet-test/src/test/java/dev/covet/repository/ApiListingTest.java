package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A change of the public API is a change of a file that reviewers see; {@code ./covet api} accepts
 * it.
 */
class ApiListingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "covet-model",
        "covet-core",
        "covet-data",
        "covet-security",
        "covet-resilience",
        "covet-idempotency",
        "covet-test"
      })
  void thePublicApiIsTheOneThatIsListed(String module) throws IOException {
    var listing = Shell.root().resolve("api").resolve(module + ".txt");
    var actual = PublicApi.of(Shell.root().resolve(module));

    if (Boolean.getBoolean("api.accept")) {
      Files.createDirectories(listing.getParent());
      Files.writeString(listing, actual);
    }

    assertThat(actual)
        .as("public API of %s; ./covet api accepts it", module)
        .isEqualTo(Files.readString(listing));
  }
}

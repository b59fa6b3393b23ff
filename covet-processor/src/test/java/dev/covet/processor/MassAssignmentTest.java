package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Changes;
import dev.covet.processor.Compilation.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Security.md A9: what clients send for read-only components is skipped, under every name and in
 * every naming policy, flattened or in changes.
 */
final class MassAssignmentTest {
  private static final String EVERY_NAME =
      """
      {"adminLevel": 9, "admin_level": 9, "admin-level": 9, "rank": 9, "grade": 9, "Rank": 9,
       "account": {"adminLevel": 9}, "accountAdminLevel": 9, "account_adminLevel": 9,
       "id": 9, "motto": "m"}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"CAMEL_CASE, adminLevel", "SNAKE_CASE, admin_level", "KEBAB_CASE, admin-level"})
  void readOnlyComponentsKeepTheirZero(String policy, String name)
      throws IOException, ReflectiveOperationException {
    var generated = compile(policy);

    for (var type : List.of("Account", "Wrapper")) {
      var input = generated.codec("a." + type + "Codec", "INPUT");
      var stored = generated.codec("a." + type + "Codec", "STORED");
      assertThat(Generated.again(input, stored, EVERY_NAME))
          .startsWith("{\"id\":0,\"%s\":0,\"rank\":3,\"motto\":\"m\"".formatted(name));
    }
    var changes =
        (Changes<?>) Generated.read(generated.codec("a.AccountCodec", "CHANGES"), EVERY_NAME);
    assertThat(changes.present().stream()).containsExactly(3);
  }

  private Generated compile(String policy) throws IOException {
    var account =
        """
        package a;
        import dev.covet.api.*;
        @Model @Naming(Case.%s)
        record Account(
            @Id long id,
            @ReadOnly int adminLevel,
            @ReadOnly @Default("3") @Name({"rank", "grade"}) int rank,
            String motto) {}
        """
            .formatted(policy);
    var wrapper =
        """
        package a;
        import dev.covet.api.*;
        @Model record Wrapper(@Flatten Account account, @Nullable String note) {}
        """
            .replace("@Nullable", "@org.jspecify.annotations.Nullable");
    return Generated.from(
        folder, List.of(new Unit("Account.java", account), new Unit("Wrapper.java", wrapper)));
  }
}

package odd.components;

import dev.covet.api.Default;
import dev.covet.api.Model;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Components that are called like variables, methods and constants of generated code. */
@Model
record Components(
    String codec,
    int json,
    String reader,
    List<String> in,
    long out,
    @Nullable Integer key,
    @Size(max = 3) String at,
    @NotBlank String problems,
    boolean before,
    List<@NotBlank String> i,
    int value,
    String values,
    String view,
    String view_,
    String KEYS,
    String SCHEMA,
    String INPUT,
    String STORED,
    @NotBlank String rules,
    @NotBlank String given0,
    @NotBlank String elements,
    @NotBlank String check,
    String components,
    String Components,
    @NotBlank String fooBar,
    @NotBlank String foo_bar,
    @NotBlank String FooBar,
    @NotBlank String FOO_BAR,
    @Default("x") String a$b,
    String $,
    String _0) {
  @AssertTrue
  boolean ok() {
    return true;
  }
}

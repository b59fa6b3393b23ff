package tasks;

import dev.covet.api.Default;
import dev.covet.api.Model;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

@Model
record Task(
    @Min(1) String title, // error: COV-105 @Min does not apply to java.lang.String
    @NotBlank int count, // error: COV-105 @NotBlank does not apply to int
    List<@Size(max = 3) Integer> numbers, // error: COV-105 @Size does not apply to java.lang.Integer
    @AssertTrue @AssertFalse boolean old, // error: COV-105 No value satisfies both @AssertTrue and @AssertFalse
    @Default("false") @AssertTrue boolean sure, // error: COV-106 "false" breaks @AssertTrue
    @AssertFalse String no) {} // error: COV-105 @AssertFalse does not apply to java.lang.String

package tasks;

import dev.covet.api.Model;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

@Model
record Task(
    @Min(1) String title, // error: COV-105 @Min does not apply to java.lang.String
    @NotBlank int count, // error: COV-105 @NotBlank does not apply to int
    List<@Size(max = 3) Integer> numbers, // error: COV-105 @Size does not apply to java.lang.Integer
    @AssertFalse boolean old) {} // error: COV-105 @AssertFalse is not checked by this version

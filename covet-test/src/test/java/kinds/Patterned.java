package kinds;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Strings with patterns, some of which JSON Schema has no words for. */
record Patterned(
    @Nullable @Pattern(regexp = "[a-z0-9-]{1,20}") String slug,
    @Nullable @Pattern(regexp = "^[A-Z]{2}\\d{3}$") String anchored,
    @Nullable @Pattern(regexp = "cat|dog") String either,
    @Nullable @Pattern(regexp = "(a|b)*c") String group,
    @Nullable @Pattern(regexp = "a.b") String dot,
    @Nullable @Pattern(regexp = "(?s)a.b") String anyDot,
    @Nullable @Pattern(regexp = "\\S+\\s\\S+") String twoWords,
    @Nullable @Pattern(regexp = "(?i)..\\d++") String ignoredCase,
    @Nullable @Pattern(regexp = "[a-f]x", flags = Pattern.Flag.CASE_INSENSITIVE) String flagged,
    @Nullable @Pattern(regexp = "[a-z&&[^aeiou]]+") String consonants,
    @Nullable @Pattern(regexp = "[^a[\\S]]+") String onlySpaces,
    @Nullable @Pattern(regexp = "\\p{Alpha}\\h*") String blanks,
    @Nullable @Pattern(regexp = "\\P{Digit}\\W\\D") String no,
    @Nullable @Pattern(regexp = "\\p{L}+") String letters,
    @Nullable @Pattern(regexp = "\\p{IsGreek}\\p{Lu}\\pN") String properties,
    @Nullable @Pattern(regexp = "\\Q1+1\\E|\\Q2*2\\E") String quoted,
    @Nullable @Pattern(regexp = "[\\w.+-]+@[\\w-]+\\.[a-z]{2,}") String address,
    @Nullable @Pattern(regexp = "\\x41\\u0042\\t?\\x{1F600}") String escapes,
    @Nullable @Pattern(regexp = "(?=.{3,5}$)[a-z]+") String noWords,
    @Nullable @Pattern(regexp = "(?=.*\\d)(?!.*x)\\w{2,6}") String looks,
    @Nullable @Pattern(regexp = "(?>a|ab)c") String atomic,
    @Nullable @Pattern(regexp = "(.)\\1") String twice,
    @Nullable @NotBlank @Size(max = 3) @Pattern(regexp = "[ a]*") String several) {}

package letters;

import dev.covet.api.Id;
import dev.covet.api.Index;
import dev.covet.api.Table;
import java.util.List;
import java.util.Map;

/** A letter, whose columns hold text in every way there is. */
@Table
public record Letter(
    @Id String code,
    @Index String subject,
    Mood mood,
    List<String> labels,
    Map<String, String> notes,
    Stamp stamp) {}

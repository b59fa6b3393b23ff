package memos;

import dev.covet.api.Id;
import dev.covet.api.Table;
import dev.covet.api.Version;

/** A memo that several people change. */
@Table
public record Memo(@Id long id, String text, @Version long version) {}

package bank;

import dev.covet.api.Id;
import dev.covet.api.References;
import dev.covet.api.Table;
import org.jspecify.annotations.Nullable;

/** Money on its way from one account to another, for the account of a third if one pays for it. */
@Table
public record Transfer(
    @Id long id,
    @References(Account.class) long fromId,
    @References(Account.class) long toId,
    @Nullable @References(Account.class) Long payerId,
    long cents) {}

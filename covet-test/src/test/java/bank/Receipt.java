package bank;

import dev.covet.api.By;
import dev.covet.api.Projection;
import org.jspecify.annotations.Nullable;

/** A transfer with who sent it, who got it, and who paid for it. */
@Projection(Transfer.class)
public record Receipt(
    long cents,
    Account from,
    @By("toId") Account receiver,
    @By("payerId") @Nullable Account paidBy) {}

package bank;

import dev.covet.api.By;
import dev.covet.api.Flatten;
import dev.covet.api.Projection;
import java.util.List;

/** An account with what left it and what came. */
@Projection(Account.class)
public record Statement(
    @Flatten Account account,
    @By("fromId") List<Transfer> outgoing,
    @By("toId") List<Receipt> incoming) {}

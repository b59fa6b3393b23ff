package bank;

import static bank.AccountTable.ACCOUNT;
import static bank.ReceiptProjection.RECEIPT;
import static bank.StatementProjection.STATEMENT;
import static bank.TransferTable.TRANSFER;

import dev.covet.api.Conflict;
import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.data.Session;
import java.util.List;
import java.util.Optional;

/** Accounts and transfers in a database. */
@Routes
public final class Bank {
  @Post("/accounts")
  Account open(Account account, Session db) {
    return db.insert(ACCOUNT, account);
  }

  @Post("/transfers")
  Transfer send(Transfer transfer, Session db) throws Conflict {
    return db.insert(TRANSFER, transfer);
  }

  @Get("/accounts/{id}")
  Optional<Statement> statement(long id, Session db) {
    return db.find(STATEMENT, id);
  }

  @Get("/transfers")
  List<Receipt> receipts(Session db) {
    return db.from(RECEIPT).orderBy(TRANSFER.id.asc()).list();
  }
}

package dev.covet.app;

import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Operation;
import dev.covet.web.docs.Docs;
import java.util.List;
import java.util.Optional;

/**
 * What an app promises its clients.
 *
 * @param docs how it is shown
 * @param operations what can be asked
 * @param errorBody the body of errors; empty for the usual envelope
 */
record Contract(Docs docs, List<Operation> operations, Optional<ObjectSchema> errorBody) {
  Contract {
    operations = List.copyOf(operations);
  }

  byte[] openApi() {
    return docs.openApi(operations, errorBody);
  }
}

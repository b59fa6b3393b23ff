/** Entries of a ledger, written as a user would write it; tests of faults count what is stored. */
@NullMarked
package ledger;

import org.jspecify.annotations.NullMarked;

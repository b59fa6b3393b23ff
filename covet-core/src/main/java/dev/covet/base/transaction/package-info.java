/** What goes along with a transaction: work before its commit, after it, after a rollback. */
@NullMarked
package dev.covet.base.transaction;

import org.jspecify.annotations.NullMarked;

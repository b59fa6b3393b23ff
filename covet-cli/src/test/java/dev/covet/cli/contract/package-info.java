/** Tests of contracts: what changes of an API do to clients. */
@NullMarked
package dev.covet.cli.contract;

import org.jspecify.annotations.NullMarked;

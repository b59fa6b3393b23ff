/**
 * Changes the tables of a database by SQL files ({@code migrate}). Flyway runs them; nothing of it
 * is loaded by an app that serves.
 */
@NullMarked
package dev.covet.data.migrate;

import org.jspecify.annotations.NullMarked;

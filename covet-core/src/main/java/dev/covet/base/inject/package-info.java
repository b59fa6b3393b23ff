/**
 * Services and what they need: a {@link dev.covet.base.inject.Provider} says how one is made, a
 * {@link dev.covet.base.inject.Container} holds those of one started app, a {@link
 * dev.covet.base.inject.Scope} those of the app or of one request.
 */
@NullMarked
package dev.covet.base.inject;

import org.jspecify.annotations.NullMarked;

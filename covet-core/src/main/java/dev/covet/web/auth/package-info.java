/**
 * Who sends a request: an {@link dev.covet.web.auth.Authenticator} makes a principal of the
 * credentials in it, a {@link dev.covet.web.auth.SecurityScheme} says how those are sent.
 */
@NullMarked
package dev.covet.web.auth;

import org.jspecify.annotations.NullMarked;

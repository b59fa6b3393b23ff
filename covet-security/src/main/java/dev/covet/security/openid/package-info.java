/** The issuer at which users sign in by OpenID Connect, as this app talks to it. */
@NullMarked
package dev.covet.security.openid;

import org.jspecify.annotations.NullMarked;

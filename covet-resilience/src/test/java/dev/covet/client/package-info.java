@NullMarked
package dev.covet.client;

import org.jspecify.annotations.NullMarked;

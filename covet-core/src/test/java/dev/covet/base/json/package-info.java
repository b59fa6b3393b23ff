@NullMarked
package dev.covet.base.json;

import org.jspecify.annotations.NullMarked;

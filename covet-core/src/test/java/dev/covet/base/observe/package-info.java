@org.jspecify.annotations.NullMarked
package dev.covet.base.observe;

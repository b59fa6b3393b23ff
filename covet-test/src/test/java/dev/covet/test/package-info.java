@org.jspecify.annotations.NullMarked
package dev.covet.test;

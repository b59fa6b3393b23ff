/** Goals of Maven: what a project is made of, and the commands that need to know. */
@NullMarked
package dev.covet.maven;

import org.jspecify.annotations.NullMarked;

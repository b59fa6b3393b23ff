/** What the commands know of a project, as the build tool describes it. */
@NullMarked
package dev.covet.cli.project;

import org.jspecify.annotations.NullMarked;

package dev.covet.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes down what the project is made of, for commands that compile and run it without Maven:
 * {@code target/covet/project.properties}, or the file that {@code -Dcovet.description} names.
 * Nothing is compiled for it, so sources may have errors. In a folder without a POM it describes
 * what a single source file is compiled with.
 */
@Mojo(
    name = "describe",
    requiresProject = false,
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class DescribeMojo extends ProjectMojo {
  @Override
  public void execute() throws MojoExecutionException {
    commands.describe();
  }
}

package dev.covet.maven;

import java.io.IOException;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

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
public final class DescribeMojo extends AbstractMojo {
  private final MavenProject project;
  private final MavenSession session;
  private final MojoExecution execution;
  private final RepositorySystem system;

  /** Made by Maven. */
  @Inject
  public DescribeMojo(
      MavenProject project,
      MavenSession session,
      MojoExecution execution,
      RepositorySystem system) {
    this.project = project;
    this.session = session;
    this.execution = execution;
    this.system = system;
  }

  @Override
  public void execute() throws MojoExecutionException {
    var resolver = new Resolver(system, session.getRepositorySession());
    var description =
        Description.of(project, session, resolver).with(resolver, execution.getVersion());
    var file = file();
    try {
      description.write(file);
    } catch (IOException e) {
      throw new MojoExecutionException("The description cannot be written to " + file + ": " + e);
    }
  }

  private Path file() {
    var wanted = session.getUserProperties().getProperty("covet.description", "");
    return wanted.isEmpty()
        ? Path.of(project.getBuild().getDirectory(), "covet", "project.properties")
        : Path.of(wanted).toAbsolutePath();
  }
}

package dev.covet.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Changes the tables of the app's database by its migrations. {@code -Dcovet.args="--new NAME"}
 * writes the next one, {@code -Dcovet.args=--dry-run} shows what is pending.
 */
@Mojo(
    name = "migrate",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class MigrateMojo extends ProjectMojo {
  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    Commands.check("covet:migrate", commands.app(withArguments("migrate")));
  }
}

package dev.covet.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes openapi.json, unless a change breaks clients. {@code -Dcovet.args=--accept} writes it
 * whatever has changed, {@code -Dcovet.args=--check} writes nothing.
 */
@Mojo(
    name = "openapi",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class OpenApiMojo extends ProjectMojo {
  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    Commands.check("covet:openapi", commands.covet(withArguments("openapi")));
  }
}

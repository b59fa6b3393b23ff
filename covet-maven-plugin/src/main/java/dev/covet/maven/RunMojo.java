package dev.covet.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Runs the app from its class files, in production mode unless COVET_MODE says otherwise. {@code
 * -Dcovet.args="--port 8001"} gives it options.
 */
@Mojo(
    name = "run",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class RunMojo extends ProjectMojo {
  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    Commands.check("covet:run", commands.app(commands.words("covet.args")));
  }
}

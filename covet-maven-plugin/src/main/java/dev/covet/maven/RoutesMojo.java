package dev.covet.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists the routes of the app, and the middleware around them. */
@Mojo(
    name = "routes",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class RoutesMojo extends ProjectMojo {
  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    Commands.check("covet:routes", commands.app(List.of("routes")));
  }
}

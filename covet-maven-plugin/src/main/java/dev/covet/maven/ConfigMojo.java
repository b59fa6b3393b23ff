package dev.covet.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists every setting of the app with its value, and where that comes from. */
@Mojo(
    name = "config",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class ConfigMojo extends ProjectMojo {
  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    Commands.check("covet:config", commands.app(List.of("config")));
  }
}

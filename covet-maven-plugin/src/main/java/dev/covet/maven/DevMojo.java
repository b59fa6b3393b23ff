package dev.covet.maven;

import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Runs the app, and again whatever is edited. {@code -Dcovet.debug} opens a port for a debugger,
 * {@code -Dcovet.args=Hello.java} runs a single file.
 */
@Mojo(
    name = "dev",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class DevMojo extends AbstractMojo {
  private static final String DEBUGGER =
      "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:5005";

  private final Commands commands;

  @Inject
  DevMojo(Commands commands) {
    this.commands = commands;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    var options = commands.isSet("covet.debug") ? List.of(DEBUGGER) : List.<String>of();
    if (!options.isEmpty()) getLog().info("A debugger can attach to port 5005");
    var arguments = new ArrayList<>(List.of("dev"));
    arguments.addAll(commands.words("covet.args"));
    Commands.check("covet:dev", commands.dev(options, arguments));
  }
}

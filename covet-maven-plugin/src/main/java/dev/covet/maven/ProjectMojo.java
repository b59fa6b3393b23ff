package dev.covet.maven;

import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;

/** A goal that does something with the project; Maven fills its field in. */
abstract class ProjectMojo extends AbstractMojo {
  @Inject Commands commands;

  /** A command with the words of {@code -Dcovet.args} behind it. */
  final List<String> withArguments(String command) {
    var arguments = new ArrayList<>(List.of(command));
    arguments.addAll(commands.words("covet.args"));
    return arguments;
  }
}

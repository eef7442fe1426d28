package io.lambdamaven.plugin.mojo;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Mojo;

/** Generates the handler. */
@Mojo(name = "generate")
public final class PlaceholderMojo extends AbstractMojo {
    @Override
    public void execute() {}
}

package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.report.UserFault;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What every goal does around its work: skip, run, turn the failure into Maven's. */
abstract class LambdaMojo extends AbstractMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /** Skips this goal. */
    @Parameter(property = "lambda.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped: lambda.skip is set.");
            return;
        }
        try {
            run();
        } catch (UserFault fault) {
            throw new MojoFailureException(Failures.text(fault), fault);
        } catch (MojoExecutionException | MojoFailureException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted. What was begun is converged by the next run.", e);
        } catch (Exception e) {
            throw new MojoExecutionException(Failures.unexpected(e), e);
        }
    }

    /** The goal's own work. */
    abstract void run() throws Exception;

    final MavenSession session() {
        return session;
    }

    /** What the command line, which wins over the pom, says of a property. */
    final CommandLine commandLine() {
        return new CommandLine(session.getUserProperties());
    }

    final LogProgress progress() {
        return new LogProgress(getLog());
    }
}

package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.script.KeyFile;
import io.lambdamaven.plugin.script.ScriptKey;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes a key that scripts are signed with, in a file that only its owner can read, and prints its public part for
 * <code>scriptKeys</code>. Whoever has the file may run code in the functions that know the key.
 */
@Mojo(name = "script-keygen", requiresProject = false, threadSafe = true)
public final class ScriptKeygenMojo extends LambdaMojo {
    /** The file to write, which must not exist. */
    @Parameter(property = "lambda.scriptKey", defaultValue = "${user.home}/.lambda-maven/script.key")
    private File scriptKey;

    @Override
    void run() {
        ScriptKey key = KeyFile.create(scriptKey.toPath());
        getLog().info("Wrote the private key to " + scriptKey + ". It belongs in no repository.");
        getLog().info(
                        "The public key, for the plugin's <configuration> or a stage; the name of its element is its id:");
        getLog().info("  <scriptKeys><ops>" + key.encoded() + "</ops></scriptKeys>");
    }
}

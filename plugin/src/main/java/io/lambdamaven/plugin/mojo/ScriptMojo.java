package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.generate.HandlerCompiler;
import io.lambdamaven.plugin.generate.ScriptCompiler;
import io.lambdamaven.plugin.generate.SourceFile;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.scan.ScriptShape;
import io.lambdamaven.plugin.script.KeyFile;
import io.lambdamaven.plugin.script.ScriptBundle;
import io.lambdamaven.plugin.script.ScriptCall;
import io.lambdamaven.plugin.script.ScriptKey;
import io.lambdamaven.plugin.script.ScriptSigner;
import io.lambdamaven.plugin.stage.FunctionSettings;
import io.lambdamaven.plugin.stage.Staged;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a Java file against the project, signs its classes and has a deployed function run them, once. The file has a
 * public class with a method <code>public static ... run(...)</code> that takes nothing, the arguments, Lambda's
 * <code>Context</code>, or both.
 */
@Mojo(name = "script", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.COMPILE)
public final class ScriptMojo extends DeployableMojo {
    private static final int NONCE_BYTES = 16;

    /** The Java file. */
    @Parameter(property = "lambda.script", required = true)
    private File script;

    /** The script's arguments: JSON, or a text. */
    @Parameter(property = "lambda.args")
    private @Nullable String args;

    /** The file of the key to sign with, which <code>lambda:script-keygen</code> made. */
    @Parameter(property = "lambda.scriptKey", defaultValue = "${user.home}/.lambda-maven/script.key")
    private File scriptKey;

    /** A key of AWS KMS to sign with instead: its id, its ARN or <code>alias/NAME</code>. */
    @Parameter(property = "lambda.scriptKmsKey")
    private @Nullable String scriptKmsKey;

    /** Which of the project's functions, by the name in <code>@LambdaFunction</code>; without it the default one. */
    @Parameter(property = "lambda.function", defaultValue = "")
    private @Nullable String function;

    @Override
    void run() throws IOException, MojoFailureException {
        Manifest manifest = known();
        Staged staged = found(manifest);
        FunctionSettings settings = staged.settings()
                .functions()
                .get(FunctionChoice.index(manifest.application().functions(), function));
        byte[] bundle = bundle();
        byte[] arguments = arguments();
        try (FunctionClient client = targets().functions(staged);
                ScriptSigner signer = signer(staged)) {
            FunctionClient.Origin origin = client.origin();
            byte[] nonce = new byte[NONCE_BYTES];
            new SecureRandom().nextBytes(nonce);
            ScriptCall call = new ScriptCall(
                    keyId(settings, signer.key()),
                    origin.functionArn(settings.functionName()) + ":ops",
                    bundle,
                    arguments,
                    HexFormat.of().formatHex(nonce),
                    Clock.systemUTC().instant().plus(ScriptCall.VALID));
            FunctionClient.Invocation result =
                    client.invoke(settings.functionName(), "ops", call.payload(signer.sign(call.envelope())));
            progress()
                    .lines(InvocationText.of(
                            "Script " + script.getName() + ", key " + call.keyId() + ", SHA-256 " + call.digest(),
                            settings.functionName(),
                            "ops",
                            args,
                            result));
            if (result.functionError() != null) {
                throw new MojoFailureException(
                        "LM507 " + settings.functionName() + ": the script failed. Its answer and log are above.");
            }
        }
    }

    private byte[] bundle() throws IOException {
        if (!script.isFile() || !script.getName().endsWith(".java")) {
            throw new UserFault(
                    Problem.LM508,
                    Place.of("lambda.script"),
                    "There is no Java file " + script + ".",
                    "Name a file such as FixOrders.java.");
        }
        ProjectInputs inputs = build(requireProject()).inputs();
        ProjectBuild build = build(requireProject());
        SortedMap<String, byte[]> files = ScriptCompiler.compile(
                new SourceFile(script.getName(), Files.readString(script.toPath())),
                new HandlerCompiler.Settings(build.classPath(), ClassFileRelease.of(inputs.classes()), inputs.javac()));
        TreeMap<String, byte[]> classes = new TreeMap<>();
        files.forEach((path, bytes) ->
                classes.put(path.substring(0, path.length() - ".class".length()).replace('/', '.'), bytes));
        String simple = script.getName().substring(0, script.getName().length() - ".java".length());
        Map.Entry<String, byte[]> main = classes.entrySet().stream()
                .filter(each -> each.getKey()
                        .substring(each.getKey().lastIndexOf('.') + 1)
                        .equals(simple))
                .findFirst()
                .orElseThrow(() -> noScript("There is no class " + simple + "."));
        ScriptShape.fault(main.getValue()).ifPresent(fault -> {
            throw noScript(fault);
        });
        byte[] bundle = ScriptBundle.of(main.getKey(), classes);
        if (bundle.length > ScriptBundle.LIMIT || classes.size() > ScriptBundle.MOST_CLASSES) {
            throw tooLarge("Its " + classes.size() + " classes have " + bundle.length + " bytes");
        }
        return bundle;
    }

    private UserFault noScript(String fault) {
        return new UserFault(
                Problem.LM387,
                Place.of(script.getName()),
                fault,
                "Write a public class of the file's name with one method public static ... run(...), which may take the"
                        + " arguments and Context.");
    }

    private UserFault tooLarge(String what) {
        return new UserFault(
                Problem.LM391,
                Place.of(script.getName()),
                what + "; a function takes " + ScriptBundle.MOST_CLASSES + " classes and " + ScriptBundle.LIMIT
                        + " bytes, and as many of arguments.",
                "Put what is large into the project, or into S3.");
    }

    private byte[] arguments() {
        if (args == null) {
            return new byte[0];
        }
        String text = args;
        try {
            Json.parse(args);
        } catch (JsonException e) {
            text = Json.of(args).canonical();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > ScriptBundle.LIMIT) {
            throw tooLarge("Its arguments have " + bytes.length + " bytes");
        }
        return bytes;
    }

    private ScriptSigner signer(Staged staged) {
        Path file = scriptKey.toPath();
        return scriptKmsKey == null ? KeyFile.read(file) : targets().kms(staged, scriptKmsKey);
    }

    /** The key's id is what the stage calls it. */
    private String keyId(FunctionSettings settings, ScriptKey key) {
        SortedMap<String, ScriptKey> known = settings.extras().operators().scriptKeys();
        return known.entrySet().stream()
                .filter(each -> each.getValue().equals(key))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new UserFault(
                        Problem.LM389,
                        Place.of("<scriptKeys> of stage " + stage()),
                        known.isEmpty()
                                ? "The stage has no keys for scripts, so that its functions take none."
                                : "The key to sign with is none of " + String.join(", ", known.keySet()) + ".",
                        "Add <scriptKeys><ID>" + key.encoded()
                                + "</ID></scriptKeys> and deploy, or name another key with"
                                + " -Dlambda.scriptKey or -Dlambda.scriptKmsKey."));
    }
}

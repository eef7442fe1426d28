package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.aws.Logins;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.RawSettings;
import io.lambdamaven.plugin.stage.Setting;
import java.io.File;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/** The settings that say how AWS is reached, and as whom; and where the local Lambda is. */
abstract class ConnectionMojo extends BuildMojo {
    private static final int LARGEST_PORT = 65535;

    /** The profile of AWS's configuration files to take credentials and Region from. */
    @Parameter(property = "lambda.profile")
    private @Nullable String profile;

    /**
     * The <code>server</code> in Maven's settings.xml whose username and password are an access key and its secret, instead of
     * a profile.
     */
    @Parameter(property = "lambda.serverId")
    private @Nullable String serverId;

    /** The ARN of a role to assume with the credentials, and to work as. */
    @Parameter(property = "lambda.assumeRole")
    private @Nullable String assumeRole;

    /** What the trust policy of the role to assume asks for as external id. */
    @Parameter(property = "lambda.externalId")
    private @Nullable String externalId;

    /** How AWS's records name who works as the role to assume. Default <code>lambda-maven</code>. */
    @Parameter(property = "lambda.roleSessionName")
    private @Nullable String roleSessionName;

    /** How many seconds the role is assumed for, 900 to 43200; without it what AWS gives, an hour. */
    @Parameter(property = "lambda.roleDuration")
    private @Nullable String roleDuration;

    /** The serial number or ARN of the device whose code the role to assume needs. Maven asks for the code. */
    @Parameter(property = "lambda.mfaSerial")
    private @Nullable String mfaSerial;

    /** The code that the device shows now, where Maven cannot ask for it (<code>-B</code>). */
    @Parameter(property = "lambda.mfaToken")
    private @Nullable String mfaToken;

    /** Another endpoint for all AWS services, such as an emulator's. */
    @Parameter(property = "lambda.endpoint")
    private @Nullable String endpoint;

    /**
     * Other endpoints for single services, in elements with the names of the modules of AWS's SDK for Java, such as
     * <code>sqs</code> or <code>cloudwatchlogs</code>. On the command line: <code>-Dlambda.endpoint.NAME</code>.
     */
    @Parameter
    private @Nullable Map<String, String> endpoints;

    /** Whether AWS's endpoints with cryptography validated under FIPS 140 are used. Default <code>false</code>. */
    @Parameter(property = "lambda.fips")
    private @Nullable String fips;

    /** Whether AWS's endpoints that speak IPv6 as well as IPv4 are used. Default <code>false</code>. */
    @Parameter(property = "lambda.dualstack")
    private @Nullable String dualstack;

    /**
     * Whether a new version is asked if it starts before traffic moves to it: <code>on</code>, <code>off</code>, or
     * <code>auto</code> (default), which asks unless <code>lambda.endpoint</code> is set.
     */
    @Parameter(property = "lambda.probe")
    private @Nullable String probe;

    /** How many seconds to wait for another deploy of the same stage to end before giving up. Default 300. */
    @Parameter(property = "lambda.lockTimeout")
    private @Nullable String lockTimeout;

    /** Where the local Lambda keeps its state; without it <code>.lambda-maven/local</code> in the user's home. */
    @Parameter(property = "lambda.local.directory")
    private @Nullable File localDirectory;

    /** The port of the local Lambda's API; without it the one it had, else the first free one from 9110 on. */
    @Parameter(property = "lambda.local.port")
    private @Nullable String localPort;

    /**
     * Whether the local Lambda uses a small loop in Java instead of AWS's runtime interface client, as it does by itself
     * where the client's native part does not run.
     */
    @Parameter(property = "lambda.local.javaLoop", defaultValue = "false")
    private boolean pureJavaLoop;

    @Inject
    private SettingsDecrypter decrypter;

    /** What the pom says of all this. */
    final void connection(RawSettings.Builder pom) {
        pom.set(Setting.PROFILE, profile)
                .set(Setting.SERVER_ID, serverId)
                .set(Setting.ASSUME_ROLE, assumeRole)
                .set(Setting.EXTERNAL_ID, externalId)
                .set(Setting.ROLE_SESSION_NAME, roleSessionName)
                .set(Setting.ROLE_DURATION, roleDuration)
                .set(Setting.MFA_SERIAL, mfaSerial)
                .set(Setting.ENDPOINT, endpoint)
                .set(Setting.FIPS, fips)
                .set(Setting.DUALSTACK, dualstack)
                .set(Setting.PROBE, probe)
                .set(Setting.LOCK_TIMEOUT, lockTimeout)
                .endpoints(endpoints);
    }

    /** Where the goal acts: AWS or the local Lambda. */
    final Targets targets() {
        MfaConsole mfa = new MfaConsole(
                commandLine().over("lambda.mfaToken", mfaToken),
                session().getRequest().isInteractiveMode(),
                System.in,
                System.out);
        return new Targets(
                new MavenSettings(session().getSettings(), decrypter),
                mfa,
                logins(),
                localDirectory,
                port(),
                pureJavaLoop,
                progress());
    }

    /** One for all goals and modules of this run of Maven. */
    private Logins logins() {
        SessionData data = session().getRepositorySession().getData();
        data.set(Logins.class, null, new Logins());
        return data.get(Logins.class) instanceof Logins known ? known : new Logins();
    }

    private @Nullable Integer port() {
        String said = commandLine().over("lambda.local.port", localPort);
        if (said == null || said.isBlank()) {
            return null;
        }
        if (!said.strip().matches("[0-9]{1,5}") || Integer.parseInt(said.strip()) > LARGEST_PORT) {
            throw new UserFault(
                    Problem.LM513,
                    Place.of("lambda.local.port"),
                    "'" + said + "' is not a port.",
                    "Set <localPort> or -Dlambda.local.port to a number from 1 to " + LARGEST_PORT + ".");
        }
        return Integer.valueOf(said.strip());
    }
}

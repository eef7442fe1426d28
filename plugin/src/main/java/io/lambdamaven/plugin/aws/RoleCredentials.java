package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.aws.Access.AssumedRole;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * What AWS gives to who assumes a role. Not the SDK's own provider: that one uses a code of a device again when the login
 * has ended, and knows no logins of other goals.
 */
final class RoleCredentials implements AwsCredentialsProvider {
    private static final String SESSION_NAME = "lambda-maven";

    private final AssumedRole role;
    private final AwsCredentialsProvider source;
    private final AwsSettings settings;
    private final Function<AwsCredentialsProvider, StsClient> sts;

    RoleCredentials(
            AssumedRole role,
            AwsCredentialsProvider source,
            AwsSettings settings,
            Function<AwsCredentialsProvider, StsClient> sts) {
        this.role = role;
        this.source = source;
        this.settings = settings;
        this.sts = sts;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        AwsCredentials caller = source.resolveCredentials();
        Logins.Key key =
                new Logins.Key(role, caller.accessKeyId(), settings.reach().instead("sts"));
        return settings.access().logins().get(key, this::login).credentials();
    }

    private Logins.Login login() {
        try (StsClient client = sts.apply(source)) {
            Credentials given = client.assumeRole(request()).credentials();
            return new Logins.Login(
                    AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken()),
                    given.expiration());
        }
    }

    private AssumeRoleRequest request() {
        AssumeRoleRequest.Builder request = AssumeRoleRequest.builder()
                .roleArn(role.arn())
                .externalId(role.externalId())
                .roleSessionName(role.sessionName() == null ? SESSION_NAME : role.sessionName());
        if (role.duration() != null) {
            request.durationSeconds((int) role.duration().toSeconds());
        }
        String serial = role.mfaSerial();
        if (serial != null) {
            request.serialNumber(serial).tokenCode(settings.access().mfa().of(serial));
        }
        return request.build();
    }
}

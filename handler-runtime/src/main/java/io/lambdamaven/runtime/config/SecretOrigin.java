package io.lambdamaven.runtime.config;

import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsService;
import io.lambdamaven.runtime.json.JsonSink;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code secretsmanager:id}: the text of a secret. */
final class SecretOrigin implements Origin {
    private static final AwsService SECRETS = AwsService.json("Secrets Manager", "secretsmanager", "secretsmanager");

    private final Address address;
    private final AwsRequest request;

    SecretOrigin(Address address) {
        this.address = address;
        JsonSink body = new JsonSink().startObject().name("SecretId").text(address.place());
        if (!address.version().isEmpty()) {
            body.name("VersionId").text(address.version());
        }
        this.request = AwsRequest.json(
                        SECRETS, "GetSecretValue", body.endObject().toBytes())
                .patience(Reading.PATIENCE);
    }

    @Override
    public Held read(Session session) {
        Map<String, @Nullable Object> answer =
                Reading.object(session.send(request).body());
        String value = Reading.text(answer, "SecretString", "the secret is not a text");
        return Held.secret(address, value, Reading.shown(answer, "VersionId"));
    }
}

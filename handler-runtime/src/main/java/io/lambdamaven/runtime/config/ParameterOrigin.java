package io.lambdamaven.runtime.config;

import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsService;
import io.lambdamaven.runtime.json.JsonSink;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ssm:/name}: one parameter that holds a document. */
final class ParameterOrigin implements Origin {
    static final AwsService SSM = AwsService.json("SSM", "ssm", "AmazonSSM");

    private final Address address;
    private final AwsRequest request;

    ParameterOrigin(Address address) {
        this.address = address;
        String name = address.version().isEmpty() ? address.place() : address.place() + ":" + address.version();
        byte[] body = new JsonSink()
                .startObject()
                .name("Name")
                .text(name)
                .name("WithDecryption")
                .bool(true)
                .endObject()
                .toBytes();
        this.request = AwsRequest.json(SSM, "GetParameter", body).patience(Reading.PATIENCE);
    }

    @Override
    public Held read(Session session) {
        Map<String, @Nullable Object> answer =
                Reading.object(session.send(request).body());
        Map<String, @Nullable Object> parameter = Reading.member(answer, "Parameter");
        String value = Reading.text(parameter, "Value", "the service's answer has no value");
        return Held.secret(address, value, Reading.shown(parameter, "Version"));
    }
}

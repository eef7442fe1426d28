package io.lambdamaven.runtime.config;

import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsResponse;
import io.lambdamaven.runtime.aws.AwsService;
import io.lambdamaven.runtime.json.JsonSink;

/** {@code appconfig:application/environment/profile}: what is deployed there; each reading is a session of its own. */
final class AppConfigOrigin implements Origin {
    private static final AwsService APP_CONFIG = new AwsService("AppConfigData", "appconfigdata", "appconfig", "");

    private final Address address;
    private final AwsRequest start;

    AppConfigOrigin(Address address) {
        this.address = address;
        String place = address.place();
        int first = place.indexOf('/');
        int second = place.indexOf('/', first + 1);
        if (first < 1 || second < first + 2 || second == place.length() - 1 || place.indexOf('/', second + 1) != -1) {
            throw Address.malformed(address.text());
        }
        byte[] body = new JsonSink()
                .startObject()
                .name("ApplicationIdentifier")
                .text(place.substring(0, first))
                .name("EnvironmentIdentifier")
                .text(place.substring(first + 1, second))
                .name("ConfigurationProfileIdentifier")
                .text(place.substring(second + 1))
                .endObject()
                .toBytes();
        this.start = AwsRequest.of(APP_CONFIG, "StartConfigurationSession", "POST", "/configurationsessions")
                .header("Content-Type", "application/json")
                .patience(Reading.PATIENCE)
                .body(body);
    }

    @Override
    public Held read(Session session) {
        AwsResponse started = session.send(start);
        String token = Reading.text(
                Reading.object(started.body()), "InitialConfigurationToken", "the service's answer has no token");
        AwsRequest get = AwsRequest.of(APP_CONFIG, "GetLatestConfiguration", "GET", "/configuration")
                .query("configuration_token=" + Uris.part(token))
                .patience(Reading.PATIENCE);
        AwsResponse latest = session.send(get);
        String version = latest.header("Version-Label");
        return Held.document(address, latest.body(), version == null ? "" : version);
    }
}

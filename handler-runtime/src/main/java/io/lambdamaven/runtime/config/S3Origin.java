package io.lambdamaven.runtime.config;

import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsResponse;
import io.lambdamaven.runtime.aws.AwsService;

/** {@code s3://bucket/key}: one object, got by one request, so that it cannot be two halves of two. */
final class S3Origin implements Origin {
    private static final AwsService S3 = new AwsService("S3", "s3", "s3", "");

    private final Address address;
    private final AwsRequest request;

    S3Origin(Address address) {
        String place = address.place();
        int slash = place.indexOf('/', 2);
        if (!place.startsWith("//") || slash < 3 || slash == place.length() - 1) {
            throw Address.malformed(address.text());
        }
        this.address = address;
        AwsRequest get = AwsRequest.of(S3, "GetObject", "GET", Uris.path(place.substring(1)))
                .patience(Reading.PATIENCE);
        this.request = address.version().isEmpty() ? get : get.query("versionId=" + Uris.part(address.version()));
    }

    @Override
    public Held read(Session session) {
        AwsResponse response = session.send(request);
        String version = response.header("x-amz-version-id");
        return Held.document(address, response.body(), version == null ? "" : version);
    }
}

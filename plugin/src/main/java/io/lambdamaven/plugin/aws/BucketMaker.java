package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/** S3 buckets. */
final class BucketMaker implements Maker {
    /** The one Region that S3 does not want to be told. */
    private static final String UNSAID = "us-east-1";

    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final Arns arns;

    BucketMaker(S3Client s3, Arns arns) {
        this.s3 = s3;
        this.arns = arns;
    }

    @Override
    public Optional<Map<String, String>> tags(String name) {
        Map<String, String> tags = new TreeMap<>();
        try {
            s3.getBucketTagging(r -> r.bucket(name)).tagSet().forEach(tag -> tags.put(tag.key(), tag.value()));
        } catch (S3Exception e) {
            if (e.awsErrorDetails() == null
                    || !"NoSuchTagSet".equals(e.awsErrorDetails().errorCode())) {
                if (e.statusCode() == NOT_FOUND) {
                    return Optional.empty();
                }
                throw e;
            }
        }
        return Optional.of(tags);
    }

    @Override
    public void make(Source wanted) {
        CreateBucketRequest.Builder request = CreateBucketRequest.builder().bucket(wanted.name());
        String region = arns.where().region();
        if (!region.equals(UNSAID)) {
            request.createBucketConfiguration(c -> c.locationConstraint(region));
        }
        try {
            s3.createBucket(request.build());
        } catch (BucketAlreadyOwnedByYouException e) {
            // The answer to the first try got lost.
        }
        s3.putBucketTagging(r -> r.bucket(wanted.name())
                .tagging(t -> t.tagSet(wanted.tags().entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())));
    }

    @Override
    public void remove(String name) {
        try {
            for (ListObjectsV2Response page : s3.listObjectsV2Paginator(r -> r.bucket(name))) {
                List<ObjectIdentifier> keys = page.contents().stream()
                        .map(each -> ObjectIdentifier.builder().key(each.key()).build())
                        .toList();
                if (!keys.isEmpty()) {
                    s3.deleteObjects(
                            r -> r.bucket(name).delete(d -> d.objects(keys).quiet(true)));
                }
            }
            s3.deleteBucket(r -> r.bucket(name));
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_FOUND) {
                throw e;
            }
        }
    }
}

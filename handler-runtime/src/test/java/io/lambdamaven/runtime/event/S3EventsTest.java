package io.lambdamaven.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3EventsTest {
    @ParameterizedTest
    @CsvSource({
        "Object Created, PutObject, , ObjectCreated:Put",
        "Object Created, POST Object, , ObjectCreated:Post",
        "Object Created, CopyObject, , ObjectCreated:Copy",
        "Object Created, CompleteMultipartUpload, , ObjectCreated:CompleteMultipartUpload",
        "Object Deleted, DeleteObject, Permanently Deleted, ObjectRemoved:Delete",
        "Object Deleted, DeleteObject, Delete Marker Created, ObjectRemoved:DeleteMarkerCreated",
        "Object Deleted, Lifecycle Expiration, Permanently Deleted, LifecycleExpiration:Delete",
        "Object Deleted, Lifecycle Expiration, Delete Marker Created, LifecycleExpiration:DeleteMarkerCreated",
        "Object Restore Initiated, , , ObjectRestore:Post",
        "Object Restore Completed, , , ObjectRestore:Completed",
        "Object Restore Expired, , , ObjectRestore:Delete",
        "Object Storage Class Changed, , , LifecycleTransition",
        "Object Access Tier Changed, , , IntelligentTiering",
        "Object ACL Updated, , , ObjectAcl:Put",
        "Object Tags Added, , , ObjectTagging:Put",
        "Object Tags Deleted, , , ObjectTagging:Delete",
        "Something New, , , Something New",
    })
    void eventsOfTheBusAreNamedAsNotificationsAre(String type, String reason, String deletion, String name) {
        String event = """
                {"detail-type":"%s","source":"aws.s3","time":"2026-01-01T00:00:00Z","region":"eu-central-1",
                 "detail":{"bucket":{"name":"in"},"object":{"key":"a+b%%20c","size":5,"etag":"e","sequencer":"0A"},
                 "reason":"%s","deletion-type":"%s"}}""".formatted(type, reason, deletion);

        assertThat(S3Events.of(event.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new S3Record(
                        "in", "a+b%20c", "a+b%20c", 5, "e", null, "0A", name, "eu-central-1", "2026-01-01T00:00:00Z"));
    }
}

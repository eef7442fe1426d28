package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.BucketEvents;
import io.lambdamaven.plugin.plan.resource.BucketNotification;
import io.lambdamaven.plugin.plan.resource.EventRule;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BucketEventsWiringTest {
    private static Project images(String prefix, String suffix, String... events) {
        return Project.with(new Trigger.S3("images", List.of(events), prefix, suffix, true));
    }

    private static String pattern(String prefix, String suffix, String... events) {
        return String.valueOf(
                images(prefix, suffix, events).only(EventRule.class).pattern());
    }

    @Test
    void theBucketTellsEventBridgeAndARuleCallsTheAlias() {
        Project project = images("", "", "s3:ObjectCreated:*");

        assertThat(project.all(BucketNotification.class)).isEmpty();
        assertThat(project.only(BucketEvents.class).bucket()).isEqualTo("images");
        Permission permission = project.only(Permission.class);
        assertThat(permission.principal()).isEqualTo("events.amazonaws.com");
        assertThat(permission.sourceArn())
                .isEqualTo("arn:aws:events:eu-central-1:123456789012:rule/orders-dev.00000000");
        assertThat(permission.sourceAccount()).isEqualTo("123456789012");
        assertThat(permission.dependsOn()).contains(BucketEvents.id("images"));
        assertThat(project.only(EventRule.class).bus()).isEqualTo("default");
        assertThat(project.only(EventRule.class).pattern())
                .isEqualTo("{\"detail\":{\"bucket\":{\"name\":[\"images\"]}},\"detail-type\":[\"Object Created\"],"
                        + "\"source\":[\"aws.s3\"]}");
        assertThat(project.desired().notices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in/ | '' | {'prefix':'in/'}",
                "'' | .png | {'suffix':'.png'}",
                "in/ | .png | {'wildcard':'in/*.png'}",
                "a*b/ | .png | {'wildcard':'a\\\\*b/*.png'}"
            })
    void keysAreFilteredByTheRule(String prefix, String suffix, String filter) {
        assertThat(pattern(prefix, suffix, "s3:ObjectCreated:*"))
                .contains("\"object\":{\"key\":[" + filter.replace('\'', '"') + "]}");
    }

    @Test
    void eventTypesAreThoseOfEventBridge() {
        assertThat(pattern("", "", "s3:ObjectRestore:*", "s3:ObjectTagging:Put", "s3:ObjectAcl:Put"))
                .contains("\"detail-type\":[\"Object ACL Updated\",\"Object Restore Completed\","
                        + "\"Object Restore Expired\",\"Object Restore Initiated\",\"Object Tags Added\"]")
                .doesNotContain("$or");
    }

    @Test
    void whatANarrowTypeSaysStaysWithIt() {
        assertThat(pattern("", "", "s3:ObjectCreated:Copy", "s3:ObjectRemoved:DeleteMarkerCreated"))
                .startsWith("{\"$or\":[{")
                .contains("\"detail\":{\"bucket\":{\"name\":[\"images\"]},\"reason\":[\"CopyObject\"]},"
                        + "\"detail-type\":[\"Object Created\"]")
                .contains(
                        "\"detail\":{\"bucket\":{\"name\":[\"images\"]},\"deletion-type\":[\"Delete Marker Created\"],"
                                + "\"reason\":[\"DeleteObject\"]},\"detail-type\":[\"Object Deleted\"]")
                .endsWith("],\"source\":[\"aws.s3\"]}");
    }

    @Test
    void aTypeThatEventBridgeIsNotToldOfIsAFault() {
        assertThat(images("", "", "s3:ReducedRedundancyLostObject").fault(Problem.LM247))
                .contains("Orders.m0 @S3Trigger(events)", "s3:ReducedRedundancyLostObject", "eventBridge");
    }

    @Test
    void functionsAndMethodsShareABucket() {
        Trigger.S3 trigger = new Trigger.S3("images", List.of("s3:ObjectCreated:*"), "", "", true);
        Project project = Project.with(trigger, trigger).function("thumbs", trigger);

        assertThat(project.all(BucketEvents.class)).hasSize(1);
        assertThat(project.all(EventRule.class)).hasSize(3);
    }
}

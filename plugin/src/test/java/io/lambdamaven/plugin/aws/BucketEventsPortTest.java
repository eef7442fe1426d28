package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.testing.Fault;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/** The emulator takes a bucket's flag and does not tell it; where it matters the proxy does. */
class BucketEventsPortTest extends PortTest {
    private static final String QUEUE = "arn:aws:sqs:eu-west-1:123456789012:shop-queue";
    private static final Fault ON = new Fault.Reply(
            200,
            Map.of("content-type", "application/xml"),
            "<NotificationConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                    + "<EventBridgeConfiguration/></NotificationConfiguration>");

    @Override
    void prepare() {
        cloud.direct.s3.putBucketNotificationConfiguration(r -> r.bucket(Shop.BUCKET)
                .notificationConfiguration(c -> c.queueConfigurations(
                        q -> q.id("theirs").queueArn(QUEUE).eventsWithStrings("s3:ObjectRemoved:Delete"))));
    }

    private Desired images(String bucket, String prefix) throws IOException, NoSuchAlgorithmException {
        return wired.desired(Project.with(new Trigger.S3(bucket, List.of("s3:ObjectCreated:*"), prefix, "", true)));
    }

    private List<String> theirs() {
        return cloud
                .direct
                .s3
                .getBucketNotificationConfiguration(r -> r.bucket(Shop.BUCKET))
                .queueConfigurations()
                .stream()
                .map(QueueConfiguration::id)
                .toList();
    }

    private static List<String> rules() {
        return cloud.direct.events.listRules(r -> {}).rules().stream()
                .map(rule -> rule.name() + " " + rule.eventPattern())
                .toList();
    }

    @Test
    void theBucketIsMadeToTellAndARuleCallsAndASecondDeployWritesNothing()
            throws IOException, NoSuchAlgorithmException {
        assertThat(writesOf(images(Shop.BUCKET, "in/")))
                .containsSubsequence(
                        "s3:PutBucketNotificationConfiguration",
                        "lambda:AddPermission",
                        "events:PutRule",
                        "events:PutTargets");

        assertThat(cloud.proxy.lastBody("s3:PutBucketNotificationConfiguration"))
                .contains("<EventBridgeConfiguration")
                .contains(QUEUE);
        assertThat(theirs()).containsExactly("theirs");
        assertThat(rules()).singleElement().asString().contains("\"prefix\":\"in/\"");
        assertThat(writesOf(images(Shop.BUCKET, "in/"))).isEmpty();
    }

    @Test
    void aBucketThatTellsAlreadyIsNotWritten() throws IOException, NoSuchAlgorithmException {
        cloud.proxy.restart(
                call -> call.name().equals("s3:GetBucketNotificationConfiguration") ? ON : new Fault.Pass());

        cloud.deploy(images(Shop.BUCKET, ""));

        assertThat(cloud.proxy.writes())
                .contains("events:PutRule")
                .doesNotContain("s3:PutBucketNotificationConfiguration");
    }

    @Test
    void anotherPrefixIsAnotherPattern() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(images(Shop.BUCKET, "in/"));

        assertThat(writesOf(images(Shop.BUCKET, "out/"))).containsExactly("events:PutRule");
    }

    @Test
    void aTriggerThatIsGoneLeavesTheFlagAndOthers() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(images(Shop.BUCKET, ""));

        assertThat(writesOf(without()))
                .containsExactly("events:RemoveTargets", "events:DeleteRule", "lambda:RemovePermission");

        assertThat(rules()).isEmpty();
        assertThat(theirs()).containsExactly("theirs");
    }

    @Test
    void anUndeployLeavesTheFlagAndOthers() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(images(Shop.BUCKET, ""));

        assertThat(writesOf(Wired.nothing())).doesNotContain("s3:PutBucketNotificationConfiguration");

        assertThat(rules()).isEmpty();
        assertThat(theirs()).containsExactly("theirs");
    }

    @Test
    void aBucketThatIsNotThereIsToldBeforeAnythingIsMade() throws IOException, NoSuchAlgorithmException {
        Desired desired = images("nowhere-to-be-found", "");

        assertThatThrownBy(() -> writesOf(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM310")
                .hasMessageContaining("@S3Trigger(bucket)");
        assertThat(cloud.proxy.writes()).isEmpty();
    }
}

package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import io.lambdamaven.plugin.testing.Triggers;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;

class SnsPortTest extends PortTest {
    private static final String FILTER = "{\"kind\":[\"new\"]}";

    private SnsClient sns;
    private String topic;

    @Override
    void prepare() {
        sns = cloud.direct.of(SnsClient.class, SnsClient::builder);
        topic = sns.createTopic(r -> r.name("orders")).topicArn();
    }

    private Desired plain() throws IOException, NoSuchAlgorithmException {
        return wired.desired(Project.with(Triggers.of("sns", "topic", "orders")));
    }

    private Desired filtered(String policy, String scope) throws IOException, NoSuchAlgorithmException {
        return wired.desired(Project.with(
                Triggers.of("sns", "topic", "orders", "filterPolicy", policy, "filterPolicyScope", scope)));
    }

    private List<Subscription> subscriptions() {
        return sns.listSubscriptionsByTopic(r -> r.topicArn(topic)).subscriptions();
    }

    private Map<String, String> attributes() {
        return sns.getSubscriptionAttributes(
                        r -> r.subscriptionArn(subscriptions().get(0).subscriptionArn()))
                .attributes();
    }

    @Test
    void theAliasSubscribesOnceAndASecondDeployWritesNothing() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(plain());

        assertThat(subscriptions()).singleElement().satisfies(subscription -> {
            assertThat(subscription.protocol()).isEqualTo("lambda");
            assertThat(subscription.endpoint()).isEqualTo(ALIAS);
        });
        assertThat(writesOf(plain())).isEmpty();
    }

    /** Nothing of ours says where such messages go, and somebody may have said it by hand. */
    @Test
    void aPlaceForWhatCannotBeDeliveredThatSomebodySetStays() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(plain());
        String policy = "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:123456789012:mine\"}";
        sns.setSubscriptionAttributes(
                r -> r.subscriptionArn(subscriptions().get(0).subscriptionArn())
                        .attributeName("RedrivePolicy")
                        .attributeValue(policy));

        assertThat(writesOf(plain())).isEmpty();
        assertThat(attributes()).containsEntry("RedrivePolicy", policy);
    }

    @Test
    void thePermissionComesBeforeTheSubscription() throws IOException, NoSuchAlgorithmException {
        assertThat(writesOf(plain())).containsSubsequence("lambda:AddPermission", "sns:Subscribe");
    }

    @Test
    void aFilterIsSetChangedAndTakenBack() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(filtered(FILTER, "MESSAGE_ATTRIBUTES"));
        assertThat(attributes()).containsEntry("FilterPolicy", FILTER);
        assertThat(writesOf(filtered(FILTER, "MESSAGE_ATTRIBUTES"))).isEmpty();

        assertThat(writesOf(filtered("{\"kind\":[\"old\"]}", "MESSAGE_ATTRIBUTES")))
                .containsExactly("sns:SetSubscriptionAttributes");
        assertThat(attributes()).containsEntry("FilterPolicy", "{\"kind\":[\"old\"]}");

        assertThat(writesOf(filtered("{\"kind\":[\"old\"]}", "MESSAGE_BODY")))
                .containsExactly("sns:SetSubscriptionAttributes");
        assertThat(attributes()).containsEntry("FilterPolicyScope", "MessageBody");

        assertThat(writesOf(plain())).containsExactly("sns:SetSubscriptionAttributes");
        assertThat(writesOf(plain())).isEmpty();
    }

    @Test
    void aTriggerThatIsGoneIsUnsubscribedAndOthersStay() throws IOException, NoSuchAlgorithmException {
        sns.subscribe(r -> r.topicArn(topic).protocol("https").endpoint("https://example.com/hook"));
        cloud.deploy(plain());

        assertThat(writesOf(without())).containsExactly("sns:Unsubscribe", "lambda:RemovePermission");

        assertThat(subscriptions())
                .singleElement()
                .satisfies(left -> assertThat(left.protocol()).isEqualTo("https"));
        assertThat(writesOf(without())).isEmpty();
    }

    @Test
    void anUndeployLeavesTheTopicToItsOwner() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(plain());

        cloud.deploy(Wired.nothing());

        assertThat(subscriptions()).isEmpty();
        assertThat(sns.listTopics().topics()).hasSize(1);
    }

    @Test
    void aTopicThatIsGoneDoesNotStopAnUndeploy() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(plain());
        sns.deleteTopic(r -> r.topicArn(topic));

        cloud.deploy(Wired.nothing());
    }

    @Test
    void aMissingTopicIsMadeIfToldSoAndKeptUnlessToldSo() throws IOException, NoSuchAlgorithmException {
        sns.deleteTopic(r -> r.topicArn(topic));
        Desired desired = wired.desired(
                Project.with(Triggers.of("sns", "topic", "orders")).pom(Setting.CREATE_MISSING, "true"));

        assertThat(writesOf(desired)).containsSubsequence("sns:CreateTopic", "sns:Subscribe");
        assertThat(subscriptions()).hasSize(1);
        assertThat(writesOf(desired)).isEmpty();

        cloud.deploy(Wired.nothing());
        assertThat(subscriptions()).isEmpty();
        cloud.deploy(Wired.nothing(), true);
        assertThat(sns.listTopics().topics()).isEmpty();
    }

    @Test
    void aTopicThatIsNotThereIsToldBeforeAnythingIsMade() throws IOException, NoSuchAlgorithmException {
        sns.deleteTopic(r -> r.topicArn(topic));
        Desired desired = plain();

        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM310")
                .hasMessageContaining("@SnsTrigger(topic)");
        assertThat(cloud.proxy.writes()).isEmpty();
    }
}

package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.stage.Project;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class TaskPortTest extends PortTest {
    @Override
    void prepare() {}

    private Desired tasks() throws IOException, NoSuchAlgorithmException {
        return wired.desired(Project.with(
                new Trigger.Task("bake", "SQS", true, true), new Trigger.Task("wash", "SNS", false, false)));
    }

    private static String queue(SqsClient sqs) {
        return sqs.listQueues().queueUrls().stream()
                .filter(each -> each.endsWith("-tasks"))
                .findFirst()
                .orElseThrow();
    }

    private static String table(DynamoDbClient dynamo) {
        return dynamo.listTables().tableNames().stream()
                .filter(each -> each.endsWith("-tasks"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void queueTopicAndTableAreMadeForTheProjectAlone() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(tasks());

        SqsClient sqs = cloud.direct.of(SqsClient.class, SqsClient::builder);
        String queue = queue(sqs);
        assertThat(sqs.getQueueAttributes(r -> r.queueUrl(queue).attributeNames(QueueAttributeName.POLICY))
                        .attributes()
                        .get(QueueAttributeName.POLICY))
                .contains("\"Deny\"")
                .contains("ArnNotEquals")
                .contains(":role/orders-dev-eu-west-1");
        SnsClient sns = cloud.direct.of(SnsClient.class, SnsClient::builder);
        assertThat(sns.listSubscriptions().subscriptions())
                .singleElement()
                .satisfies(each -> assertThat(each.endpoint()).isEqualTo(ALIAS));
        DynamoDbClient dynamo = cloud.direct.of(DynamoDbClient.class, DynamoDbClient::builder);
        String table = table(dynamo);
        assertThat(dynamo.describeTimeToLive(r -> r.tableName(table)).timeToLiveDescription())
                .satisfies(ttl -> {
                    assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
                    assertThat(ttl.attributeName()).isEqualTo("expires");
                });
        assertThat(writesOf(tasks())).isEmpty();
    }

    @Test
    void aPolicyThatSomebodyOpenedIsClosedAgain() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(tasks());
        SqsClient sqs = cloud.direct.of(SqsClient.class, SqsClient::builder);
        String queue = queue(sqs);
        String open = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
                + "\"Action\":\"sqs:SendMessage\",\"Resource\":\"*\"}]}";
        sqs.setQueueAttributes(r -> r.queueUrl(queue).attributes(Map.of(QueueAttributeName.POLICY, open)));

        assertThat(writesOf(tasks())).containsExactly("sqs:SetQueueAttributes");
        assertThat(writesOf(tasks())).isEmpty();
    }
}

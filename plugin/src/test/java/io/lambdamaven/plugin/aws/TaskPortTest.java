package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Source;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import io.lambdamaven.plugin.testing.Fault;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class TaskPortTest extends PortTest {
    private static final String FUNCTION = "arn:aws:lambda:eu-west-1:123456789012:function:orders-dev";

    @Override
    void prepare() {}

    private Desired tasks() throws IOException, NoSuchAlgorithmException {
        return wired.desired(Project.with(
                new Trigger.Task("bake", "SQS", true, true), new Trigger.Task("wash", "SNS", false, false)));
    }

    private static String url(String name) {
        return sqs().getQueueUrl(r -> r.queueName(name)).queueUrl();
    }

    private static SqsClient sqs() {
        return cloud.direct.of(SqsClient.class, SqsClient::builder);
    }

    private static Map<QueueAttributeName, String> attributes(String name) {
        return sqs().getQueueAttributes(r -> r.queueUrl(url(name)).attributeNames(QueueAttributeName.ALL))
                .attributes();
    }

    private void isRefused(String resource) throws IOException, NoSuchAlgorithmException {
        Desired desired = tasks();
        cloud.proxy.restart(call -> new Fault.Pass());
        assertThatThrownBy(() -> cloud.deploy(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageStartingWith(
                        "LM321 " + resource + ": It exists and was not made by this plugin (it lacks the"
                                + " tag lambda-maven:project), and the functions of this stage would trust what is in it")
                .hasMessageContaining("delete it, so that a deploy makes its own, or choose another name with"
                        + " <functionName> or -Dlambda.functionName");
        assertThat(cloud.proxy.writes()).isEmpty();
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
    void aQueueThatSomebodyMadeBeforeIsNotTrusted() throws IOException, NoSuchAlgorithmException {
        sqs().createQueue(r -> r.queueName("orders-dev-tasks"));

        isRefused("SQS queue orders-dev-tasks");
    }

    @Test
    void aQueueOfFailedTasksThatSomebodyMadeBeforeIsNotTrusted() throws IOException, NoSuchAlgorithmException {
        sqs().createQueue(r -> r.queueName("orders-dev-tasks-failed"));

        isRefused("SQS queue orders-dev-tasks-failed");
    }

    @Test
    void aTopicThatSomebodyMadeBeforeIsNotTrusted() throws IOException, NoSuchAlgorithmException {
        cloud.direct.of(SnsClient.class, SnsClient::builder).createTopic(r -> r.name("orders-dev-tasks"));

        isRefused("SNS topic orders-dev-tasks");
    }

    @Test
    void aTableThatSomebodyMadeBeforeIsNotTrusted() throws IOException, NoSuchAlgorithmException {
        cloud.direct
                .of(DynamoDbClient.class, DynamoDbClient::builder)
                .createTable(r -> r.tableName("orders-dev-tasks")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(a -> a.attributeName("id").attributeType("S"))
                        .keySchema(k -> k.attributeName("id").keyType("HASH")));

        isRefused("DynamoDB table orders-dev-tasks");
    }

    /** Queues and topics with other settings AWS refuses itself. */
    @Test
    void aTableThatSomebodyMakesMeanwhileIsNotTrusted() throws IOException, NoSuchAlgorithmException {
        TableMaker maker = new TableMaker(cloud.direct, new Arns(Wired.WHERE));
        Source wanted = tasks().resources().stream()
                .filter(each -> each.id().type() == ResourceType.TABLE)
                .map(Source.class::cast)
                .findFirst()
                .orElseThrow();
        maker.make(wanted);
        maker.make(wanted);

        Source ofSomebody = new Source(ResourceType.TABLE, "other-tasks", new TreeMap<>(), Map.of());
        maker.make(ofSomebody);
        Source same = new Source(ResourceType.TABLE, "other-tasks", wanted.settings(), wanted.tags());
        assertThatThrownBy(() -> maker.make(same)).isInstanceOf(ResourceInUseException.class);
    }

    @Test
    void whatAnotherStageMadeIsNotTrusted() throws IOException, NoSuchAlgorithmException {
        sqs().createQueue(r -> r.queueName("orders-dev-tasks")
                .tags(Map.of("lambda-maven:project", "com.example:orders", "lambda-maven:stage", "prod")));

        Desired desired = tasks();
        assertThatThrownBy(() -> cloud.deploy(desired))
                .hasMessageContaining("It exists and belongs to com.example:orders, stage prod, and the functions");
    }

    @Test
    void whatFailsForGoodGoesToAQueueAndStays() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(tasks());

        String failed = "arn:aws:sqs:eu-west-1:123456789012:orders-dev-tasks-failed";
        assertThat(attributes("orders-dev-tasks"))
                .containsEntry(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "1209600")
                .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "180")
                .hasEntrySatisfying(
                        QueueAttributeName.REDRIVE_POLICY,
                        policy -> assertThat(policy)
                                .contains("\"" + failed + "\"")
                                .containsPattern("\"maxReceiveCount\": ?\"?5"));
        assertThat(attributes("orders-dev-tasks-failed"))
                .containsEntry(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "1209600")
                .hasEntrySatisfying(
                        QueueAttributeName.POLICY,
                        policy -> assertThat(policy)
                                .contains("sns.amazonaws.com", "arn:aws:sns:eu-west-1:123456789012:orders-dev-tasks"));
        SnsClient sns = cloud.direct.of(SnsClient.class, SnsClient::builder);
        String subscription = sns.listSubscriptions().subscriptions().get(0).subscriptionArn();
        assertThat(sns.getSubscriptionAttributes(r -> r.subscriptionArn(subscription))
                        .attributes())
                .hasEntrySatisfying(
                        "RedrivePolicy", policy -> assertThat(policy).contains(failed));
        assertThat(cloud.direct
                        .lambda
                        .getFunctionEventInvokeConfig(
                                r -> r.functionName("orders-dev").qualifier("live"))
                        .destinationConfig()
                        .onFailure()
                        .destination())
                .isEqualTo(failed);
        assertThat(writesOf(tasks())).isEmpty();

        cloud.deploy(Wired.nothing());
        assertThat(cloud.told)
                .contains(
                        "  = SQS queue orders-dev-tasks-failed: it holds data and goes only with -Dlambda.deleteData");
        assertThat(attributes("orders-dev-tasks-failed")).isNotEmpty();
        cloud.deploy(Wired.nothing(), true);
        assertThat(sqs().listQueues().queueUrls()).noneMatch(each -> each.contains("-tasks"));
    }

    @Test
    void settingsThatMovedAreSetAgain() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(tasks());
        sqs().setQueueAttributes(r -> r.queueUrl(url("orders-dev-tasks"))
                .attributes(Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        "30",
                        QueueAttributeName.MESSAGE_RETENTION_PERIOD,
                        "60",
                        QueueAttributeName.REDRIVE_POLICY,
                        "")));

        assertThat(writesOf(tasks())).containsExactly("sqs:SetQueueAttributes");
        assertThat(attributes("orders-dev-tasks"))
                .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "180")
                .containsEntry(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "1209600")
                .containsKey(QueueAttributeName.REDRIVE_POLICY);
        assertThat(writesOf(tasks())).isEmpty();
    }

    @Test
    void aLongerTimeoutHidesMessagesLonger() throws IOException, NoSuchAlgorithmException {
        cloud.deploy(tasks());

        Desired longer = wired.desired(
                Project.with(new Trigger.Task("bake", "SQS", true, true), new Trigger.Task("wash", "SNS", false, false))
                        .pom(Setting.TIMEOUT, 100));
        assertThat(writesOf(longer)).contains("sqs:SetQueueAttributes");
        assertThat(attributes("orders-dev-tasks")).containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "600");
    }

    @Test
    void whatFailsOfTheAliasForOperatorsIsKeptUntilThereAreNoSuchTasks() throws IOException, NoSuchAlgorithmException {
        Desired tasks = wired.desired(Project.with(new Trigger.Task("bake", "LAMBDA", false, false)));
        assertThat(writesOf(tasks)).contains("lambda:PutFunctionEventInvokeConfig");
        assertThat(writesOf(tasks)).isEmpty();
        assertThat(cloud.direct.lambda.listTags(r -> r.resource(FUNCTION)).tags())
                .containsKey("lambda-maven:part-event-invoke-config-ops");

        assertThat(writesOf(without())).contains("lambda:DeleteFunctionEventInvokeConfig");
        assertThat(cloud.direct.lambda.listTags(r -> r.resource(FUNCTION)).tags())
                .doesNotContainKey("lambda-maven:part-event-invoke-config-ops");
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

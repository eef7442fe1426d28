package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.BucketNotification;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaceholdersAndGrantsTest {
    @Test
    void placeholdersResolveAndReachTheFunction() {
        Project project = Project.with(sqs("${orders.queue}"), s3("${bucket}", "", ""))
                .environment(Map.of("MODE", "fast"))
                .placeholders(Map.of(
                        "orders.queue", "arn:aws:sqs:eu-west-1:999999999999:orders",
                        "bucket", "arn:aws:s3:::incoming",
                        "unused", "x"));
        assertThat(project.only(EventSourceMapping.class).eventSourceArn())
                .isEqualTo("arn:aws:sqs:eu-west-1:999999999999:orders");
        assertThat(project.only(BucketNotification.class).bucket()).isEqualTo("incoming");
        assertThat(project.only(LambdaFunction.class).environment())
                .isEqualTo(Map.of(
                        "MODE", "fast",
                        "LAMBDA_MAVEN_ORDERS_QUEUE", "arn:aws:sqs:eu-west-1:999999999999:orders",
                        "LAMBDA_MAVEN_BUCKET", "arn:aws:s3:::incoming"));
    }

    @Test
    void undefinedPlaceholderNamesMethodAndSetting() {
        assertThat(Project.with(sqs("${orders.queue}"))
                        .placeholders(Map.of("bucket", "b"))
                        .fault(Problem.LM206))
                .isEqualTo(
                        "LM206 com.example.Orders.m0 @SqsTrigger(queue): Stage 'dev' does not say what ${orders.queue}"
                                + " is; known are aws.account, aws.partition, aws.region, bucket. Set"
                                + " <placeholders><orders.queue> in <configuration> or in <stages><dev>, or"
                                + " -Dlambda.placeholders.orders.queue.");
    }

    @Test
    void severalUndefinedPlaceholdersAreNotTakenForOneQueue() {
        assertThat(Project.with(sqs("${a}"), sqs("${b}"), s3("${c}", "", ""), s3("${d}", "", "")).faults().stream()
                        .map(Diagnostic::problem))
                .containsExactly(Problem.LM206, Problem.LM206, Problem.LM206, Problem.LM206);
    }

    @Test
    void malformedPlaceholderIsRefused() {
        assertThat(Project.with(sqs("${orders queue}")).fault(Problem.LM216))
                .contains("'${orders queue}' holds a malformed placeholder. Write ${name}");
        assertThat(Project.with(sqs("x${orders")).fault(Problem.LM216)).contains("'x${orders'");
    }

    @Test
    void placeholdersThatShareAVariableAreRefused() {
        assertThat(Project.with(sqs("${a.b}"), s3("${a-b}", "", ""))
                        .placeholders(Map.of("a.b", "one", "a-b", "two"))
                        .fault(Problem.LM207))
                .isEqualTo(
                        "LM207 com.example.Orders.m1 @S3Trigger(bucket): ${a.b} and ${a-b} would both reach the"
                                + " function as LAMBDA_MAVEN_A_B. Rename one of them in the annotations and in <placeholders>.");
    }

    @Test
    void whatIsNoBucketOrQueueIsRefused() {
        assertThat(Project.with(s3("Upper", "", "")).fault(Problem.LM218))
                .isEqualTo("LM218 com.example.Orders.m0 @S3Trigger(bucket): 'Upper' is neither a bucket's name nor its"
                        + " ARN. Correct the annotation's attribute bucket.");
        assertThat(Project.with(sqs("${q}"))
                        .placeholders(Map.of("q", "https://sqs.eu-west-1.amazonaws.com/1/orders"))
                        .fault(Problem.LM219))
                .contains("is neither a queue's name nor its ARN. Correct the value in <placeholders> or"
                        + " -Dlambda.placeholders.NAME for ${q}.");
    }

    @Test
    void fifoQueueTakesSmallBatchesWithoutWindow() {
        assertThat(Project.with(Triggers.sqs("orders.fifo", 100, 5, null, true)).fault(Problem.LM220))
                .contains(
                        "asked for are 100 and 5 s. Set @SqsTrigger(batchSize) to at most 10 and batchingWindow to 0.");
        assertThat(Project.with(Triggers.sqs("orders.fifo", 10, 0, null, true)).faults())
                .isEmpty();
    }

    @Test
    void oneQueueHasOneMethod() {
        assertThat(Project.with(sqs("${q}"), sqs("orders"))
                        .placeholders(Map.of("q", "orders"))
                        .fault(Problem.LM221))
                .startsWith(
                        "LM221 com.example.Orders.m1 @SqsTrigger(queue): Orders.m0 already takes the messages of arn:");
    }

    @Test
    void overlappingNotificationsAreRefusedAlsoAcrossFunctions() {
        String fault = Project.with(s3("b-1", "in/", ".csv"))
                .function("admin", s3("b-1", "in/new/", ""))
                .fault(Problem.LM222);
        assertThat(fault)
                .isEqualTo(
                        "LM222 @S3Trigger on bucket b-1: Two methods ask for the same objects: [s3:ObjectCreated:*] of"
                                + " 'in/*.csv' to orders-dev and [s3:ObjectCreated:*] of 'in/new/*' to orders-admin-dev. Make"
                                + " @S3Trigger's events, prefix or suffix differ, so that no object matches both.");
        assertThat(Project.with(s3("b-1", "", ""), new Trigger.S3("b-1", List.of("s3:ObjectCreated:Put"), "", ""))
                        .fault(Problem.LM222))
                .contains("s3:ObjectCreated:Put");
        assertThat(Project.with(
                                s3("b-1", "in/", ""),
                                s3("b-1", "out/", ""),
                                s3("b-2", "in/", ""),
                                new Trigger.S3("b-1", List.of("s3:ObjectRemoved:*"), "in/", ""))
                        .faults())
                .isEmpty();
    }

    @Test
    void grantsAreCompletedToArnsOfThePlace() {
        String policy = Project.orders()
                .placeholders(Map.of("bucket", "arn:aws:s3:::incoming", "topic", "arn:aws:sns:eu-west-1:1:t"))
                .grant(List.of("s3:GetObject"), List.of("arn:aws:s3:::${bucket}/in/*"))
                .grant(List.of("dynamodb:PutItem", "dynamodb:GetItem"), List.of("arn:aws:dynamodb:::table/orders"))
                .grant(List.of("sns:Publish"), List.of("${topic}"))
                .grant(List.of("ssm:GetParameter"), List.of("arn:aws:ssm:${aws.region}:${aws.account}:parameter/x"))
                .only(Role.class)
                .policy();
        assertThat(policy)
                .contains(
                        "{\"Action\":[\"s3:GetObject\"],\"Effect\":\"Allow\",\"Resource\":[\"arn:aws:s3:::incoming/in/*\"]}",
                        "{\"Action\":[\"dynamodb:GetItem\",\"dynamodb:PutItem\"],\"Effect\":\"Allow\",\"Resource\":["
                                + "\"arn:aws:dynamodb:eu-central-1:123456789012:table/orders\"]}",
                        "\"arn:aws:sns:eu-west-1:1:t\"",
                        "\"arn:aws:ssm:eu-central-1:123456789012:parameter/x\"");
    }

    @Test
    void everyResourceIsRefusedUnlessAwsOffersNone() {
        assertThat(Project.orders().grant(List.of("s3:GetObject"), List.of("*")).fault(Problem.LM223))
                .isEqualTo(
                        "LM223 @Permission(actions = [s3:GetObject]): The resource * would allow this on everything in"
                                + " the account. Name ARNs in @Permission's resources, for instance"
                                + " arn:aws:dynamodb:::table/orders; where AWS offers none for the action, make the role yourself"
                                + " and name it in <role>.");
        assertThat(Project.orders()
                        .grant(List.of("xray:PutTraceSegments", "cloudwatch:PutMetricData"), List.of("*"))
                        .faults())
                .isEmpty();
    }

    @Test
    void whatIsNoArnIsRefused() {
        assertThat(Project.orders()
                        .placeholders(Map.of("table", "orders"))
                        .grant(List.of("dynamodb:GetItem"), List.of("${table}"))
                        .fault(Problem.LM224))
                .contains("'${table}' gives 'orders', which is no ARN. Write an ARN in @Permission's resources");
    }

    @Test
    void undefinedPlaceholderInAGrantIsTold() {
        assertThat(Project.orders()
                        .grant(List.of("s3:GetObject"), List.of("arn:aws:s3:::${bucket}/*"))
                        .fault(Problem.LM206))
                .startsWith("LM206 @Permission(actions = [s3:GetObject]): Stage 'dev' does not say what ${bucket} is");
    }

    @Test
    void tooManyTriggersForOneResourcePolicyAreRefused() {
        Trigger[] many = IntStream.range(0, 70)
                .mapToObj(i -> new Trigger.Schedule("rate(" + (i + 2) + " minutes)", "", true))
                .toArray(Trigger[]::new);
        assertThat(Project.with(many).fault(Problem.LM226))
                .startsWith("LM226 orders-dev: 70 triggers need a resource policy of ")
                .endsWith("Move some of the classes to a function of their own with @LambdaFunction(name).");
    }

    @Test
    void tooLargeRolePolicyIsRefused() {
        List<String> resources = IntStream.range(0, 300)
                .mapToObj(i -> "arn:aws:s3:::some-bucket/some/folder/" + i + "/*")
                .toList();
        assertThat(Project.orders().grant(List.of("s3:GetObject"), resources).fault(Problem.LM227))
                .contains("characters, IAM takes 10240.");
    }

    private static Trigger sqs(String queue) {
        return Triggers.sqs(queue, 10, 0, null, true);
    }

    private static Trigger s3(String bucket, String prefix, String suffix) {
        return new Trigger.S3(bucket, List.of("s3:ObjectCreated:*"), prefix, suffix);
    }
}

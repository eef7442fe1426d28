package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import io.lambdamaven.api.ConfigEvaluation;
import io.lambdamaven.api.CustomResourceRequest;
import io.lambdamaven.api.CustomResourceResult;
import io.lambdamaven.api.ObjectLambdaResponse;
import io.lambdamaven.api.PipelineJob;
import io.lambdamaven.api.PipelineResult;
import io.lambdamaven.api.S3ObjectLambdaRequest;
import io.lambdamaven.runtime.aws.Loopback;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallbackLineTest {
    record Bucket(String name, int versions) {}

    record Image(String tag) {}

    record Invoking(Item configurationItem) {}

    record Item(String resourceId) {}

    private static final String JOB = "{'CodePipeline.job':{'id':'j-1','accountId':'1','data':{'actionConfiguration':"
            + "{'configuration':{'UserParameters':'{\\'tag\\':\\'v1\\'}'}},'artifactCredentials':{'secretAccessKey':"
            + "'topsecret'},'continuationToken':'t'}}}";
    private static final String HOOK = "{'DeploymentId':'d-1','LifecycleEventHookExecutionId':'h-1'}";
    private static final String RULE = "{'invokingEvent':'{\\'configurationItem\\':{\\'resourceId\\':\\'i-1\\',"
            + "\\'resourceType\\':\\'AWS::EC2::Instance\\',\\'configurationItemStatus\\':\\'OK\\'}}',"
            + "'resultToken':'r-1','configRuleName':'tagged','accountId':'1'}";
    private static final String GET = "{'xAmzRequestId':'q','getObjectContext':{'inputS3Url':'https://signed',"
            + "'outputRoute':'','outputToken':'o-1'},'configuration':{'accessPointArn':"
            + "'arn:aws:s3-object-lambda:eu-central-1:123456789012:accesspoint/images','payload':'p'},"
            + "'userRequest':{'url':'https://x/a.png','headers':{'Accept':'*/*'}},'userIdentity':{'type':'IAMUser'}}";
    private static final String HEAD = GET.replace("'getObjectContext'", "'headObjectContext'")
            .replace("'outputRoute':'','outputToken':'o-1'", "'z':1");

    private final Loopback service = new Loopback();

    CallbackLineTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    private String stack(String type) {
        return "{'RequestType':'Create','ResponseURL':'" + service.url() + "/put','StackId':'arn:s','RequestId':'r',"
                + "'LogicalResourceId':'L','ResourceType':'" + type + "','ResourceProperties':{'name':'b',"
                + "'versions':'3'}}";
    }

    @Test
    void aStackIsToldWhatTheMethodReturns() throws IOException {
        List<Object> seen = new ArrayList<>();
        Served handler = Served.by(
                EventKind.CLOUDFORMATION,
                in -> {
                    seen.add(in.payload(Bucket.class));
                    seen.add(in.payload(CustomResourceRequest.class));
                    seen.add(
                            in.awsEvent(CloudFormationCustomResourceEvent.class).getLogicalResourceId());
                    return CustomResourceResult.of("id-1").data("Arn", "arn:b");
                },
                "Custom::Bucket");

        assertThat(handler.answer(stack("Custom::Bucket"))).isEqualTo("null");

        assertThat(service.sent.get(0).text())
                .contains("\"Status\":\"SUCCESS\"", "\"PhysicalResourceId\":\"id-1\"", "\"Data\":{\"Arn\":\"arn:b\"}");
        assertThat(seen.get(0)).isEqualTo(new Bucket("b", 3));
        assertThat(seen.get(2)).isEqualTo("L");
        CustomResourceRequest request = (CustomResourceRequest) seen.get(1);
        assertThat(request.requestType()).isEqualTo(CustomResourceRequest.Type.CREATE);
        assertThat(request.properties()).containsEntry("name", "b");
        assertThat(request.physicalResourceId()).isEmpty();
    }

    @Test
    void aStackIsToldThatNoRouteTakesItsResource() throws IOException {
        Served handler = Served.by(EventKind.CLOUDFORMATION, in -> null, "Custom::Bucket");
        Invocation context = Invocation.live();

        assertThat(handler.answer(stack("Custom::Queue"), context)).isEqualTo("null");

        assertThat(service.sent.get(0).text())
                .contains("\"Status\":\"FAILED\"", "no route takes this event of a CloudFormation custom resource");
        assertThat(context.log).singleElement().asString().contains("Custom::Queue");
    }

    @Test
    void aFunctionWithoutAnySuchRouteSendsNothing() {
        Served other = Served.by(EventKind.ALARM, in -> null);

        for (String event : List.of(stack("Custom::Bucket"), JOB, HOOK, RULE, GET)) {
            assertThatThrownBy(() -> other.answer(event)).isInstanceOf(UnroutableEventException.class);
        }
        assertThat(service.sent).isEmpty();
    }

    @Test
    void aStackIsToldOfPropertiesThatDoNotFit() throws IOException {
        Served handler = Served.by(EventKind.CLOUDFORMATION, in -> in.payload(Bucket.class));

        handler.answer(stack("Custom::Bucket").replace("'3'", "'many'"));
        handler.answer(stack("Custom::Bucket").replace("'ResourceProperties'", "'X'"));

        assertThat(service.sent.get(0).text()).contains("'ResourceProperties' of the event does not fit at versions");
        assertThat(service.sent.get(1).text()).contains("'ResourceProperties' of the event is missing");
    }

    @Test
    void headersOfAnObjectAreReturned() throws IOException {
        Served handler = Served.by(
                EventKind.S3_OBJECT_LAMBDA,
                in -> {
                    S3ObjectLambdaRequest request = in.payload(S3ObjectLambdaRequest.class);
                    assertThat(request.operation()).isEqualTo(S3ObjectLambdaRequest.Operation.HEAD_OBJECT);
                    assertThat(request.inputS3Url()).isEqualTo("https://signed");
                    assertThat(request.headers()).containsEntry("accept", "*/*");
                    assertThat(request.payload() + request.url()).isEqualTo("phttps://x/a.png");
                    assertThat(request.toString()).doesNotContain("signed");
                    return Map.of("statusCode", 200);
                },
                "images");

        assertThat(handler.answer(HEAD)).isEqualTo("{'statusCode':200}");
        assertThatThrownBy(() -> handler.answer(HEAD.replace("accesspoint/images", "accesspoint/other")))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContaining("accesspoint/other");
        for (String list : List.of("listObjectsContext", "listObjectsV2Context")) {
            assertThat(Served.by(
                                    EventKind.S3_OBJECT_LAMBDA,
                                    in -> Map.of(
                                            "o",
                                            in.payload(S3ObjectLambdaRequest.class)
                                                    .operation()
                                                    .name()))
                            .answer(HEAD.replace("headObjectContext", list)))
                    .contains(list.contains("V2") ? "LIST_OBJECTS_V2" : "'LIST_OBJECTS'");
        }
    }

    /** In a process of its own, whose environment names this machine as the service. */
    @Test
    void servicesAreCalledWithWhatTheMethodsReturn() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CallbackLineTest.class.getName());
        builder.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL", service.url(),
                        "AWS_REGION", "eu-central-1",
                        "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                        "AWS_SECRET_ACCESS_KEY", "example"));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();

        assertThat(output).endsWith("null\nnull\nnull\nnull\n");
        assertThat(service.sent).hasSize(4);
        assertThat(service.sent.get(0).text()).contains("\"jobId\":\"j-1\"", "\"image\":\"v1 t\"");
        assertThat(service.sent.get(1).text())
                .contains("\"deploymentId\":\"d-1\"", "\"lifecycleEventHookExecutionId\":\"h-1\"", "Failed");
        assertThat(service.sent.get(2).text()).contains("\"ResultToken\":\"r-1\"", "\"NON_COMPLIANT\"", "\"i-1\"");
        assertThat(service.sent.get(3).text()).isEqualTo("small https://signed");
        assertThat(service.sent.get(3).headers()).containsEntry("X-amz-request-token", "o-1");
    }

    public static void main(String[] arguments) throws IOException {
        Served handler = Served.with()
                .service(EventKind.CODEPIPELINE, in -> {
                    PipelineJob job = in.payload(PipelineJob.class);
                    if (job.toString().contains("topsecret")
                            || !in.payload(String.class).startsWith("{")) {
                        throw new IllegalStateException();
                    }
                    return PipelineResult.success(
                            Map.of("image", in.payload(Image.class).tag() + " " + job.continuationToken()));
                })
                .service(EventKind.CODEDEPLOY, in -> {
                    throw new IllegalStateException(in.payload(Map.class).toString());
                })
                .service(
                        EventKind.CONFIG,
                        in -> in.payload(Invoking.class)
                                        .configurationItem()
                                        .resourceId()
                                        .equals("i-1")
                                ? ConfigEvaluation.Compliance.NON_COMPLIANT
                                : null,
                        "tagged")
                .service(
                        EventKind.S3_OBJECT_LAMBDA,
                        in -> ObjectLambdaResponse.of("small "
                                + in.payload(S3ObjectLambdaRequest.class).inputS3Url()))
                .build();
        for (String event : List.of(JOB, HOOK, RULE, GET)) {
            System.out.println(handler.answer(event));
        }
    }
}

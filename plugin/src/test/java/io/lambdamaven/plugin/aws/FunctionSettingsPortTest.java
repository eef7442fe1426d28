package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import io.lambdamaven.plugin.testing.Call;
import io.lambdamaven.plugin.testing.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;

class FunctionSettingsPortTest {
    private static final String NAME = "orders-dev";
    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:" + NAME;
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");
    private static Cloud cloud;

    @TempDir
    private Path folder;

    private Wired wired;

    @BeforeAll
    static void startCloud() throws IOException, InterruptedException {
        cloud = Cloud.start();
    }

    @AfterAll
    static void stopCloud() throws IOException {
        if (cloud != null) {
            cloud.close();
        }
    }

    @BeforeEach
    void resetCloud() throws IOException, InterruptedException {
        cloud.reset();
        wired = new Wired(folder);
    }

    private List<String> writesOf(Project project) throws Exception {
        return writesOf(project, call -> new Fault.Pass());
    }

    private List<String> writesOf(Project project, Function<Call, Fault> faults) throws Exception {
        cloud.proxy.restart(faults);
        cloud.deploy(wired.desired(project));
        return cloud.proxy.writes();
    }

    private static GetFunctionConfigurationResponse there() {
        return cloud.direct.lambda.getFunctionConfiguration(r -> r.functionName(NAME));
    }

    private static Map<String, String> tags() {
        return cloud.direct.lambda.listTags(r -> r.resource(ARN)).tags();
    }

    private static void addVariable(String name, String value) {
        Map<String, String> variables = new TreeMap<>(there().environment().variables());
        variables.put(name, value);
        cloud.direct.lambda.updateFunctionConfiguration(
                r -> r.functionName(NAME).environment(e -> e.variables(variables)));
    }

    @Test
    void aFunctionWithOptionsIsMadeInOneCallAndThenLeftAlone() throws Exception {
        Project project = Project.orders()
                .pom(Setting.EPHEMERAL_STORAGE, 1024)
                .pom(Setting.TRACING, "on")
                .pom(Setting.VPC_SUBNETS, "subnet-a,subnet-b")
                .pom(Setting.VPC_SECURITY_GROUPS, "sg-1");
        assertThat(writesOf(project)).contains("lambda:CreateFunction");
        assertThat(there().ephemeralStorage().size()).isEqualTo(1024);
        assertThat(there().tracingConfig().modeAsString()).isEqualTo("Active");
        assertThat(there().vpcConfig().subnetIds()).containsExactly("subnet-a", "subnet-b");
        assertThat(writesOf(project)).isEmpty();
    }

    @Test
    void anOptionThatIsDroppedIsSetBackInOneCall() throws Exception {
        writesOf(Project.orders().pom(Setting.VPC_SUBNETS, "subnet-a").pom(Setting.VPC_SECURITY_GROUPS, "sg-1"));
        assertThat(writesOf(Project.orders()))
                .containsOnlyOnce("lambda:UpdateFunctionConfiguration", "lambda:PublishVersion", "lambda:UpdateAlias");
        assertThat(there().vpcConfig().subnetIds()).isEmpty();
        assertThat(writesOf(Project.orders())).isEmpty();
    }

    @Test
    void layersAreChangedAndTakenAway() throws Exception {
        SdkBytes zip = SdkBytes.fromByteArray(Files.readAllBytes(folder.resolve("orders.jar")));
        String layer = cloud.direct
                .lambda
                .publishLayerVersion(r -> r.layerName("fonts").content(c -> c.zipFile(zip)))
                .layerVersionArn();
        writesOf(Project.orders());
        assertThat(writesOf(Project.orders().pom(Setting.LAYERS, layer)))
                .contains("lambda:UpdateFunctionConfiguration");
        assertThat(there().layers()).hasSize(1);
        assertThat(writesOf(Project.orders().pom(Setting.LAYERS, layer))).isEmpty();
        writesOf(Project.orders());
        assertThat(there().layers()).isEmpty();
    }

    @Test
    void variablesOfOthersSurviveAndOursGo() throws Exception {
        writesOf(Project.orders().environment(Map.of("OURS", "1", "KEPT", "1")));
        addVariable("THEIRS", "1");
        assertThat(writesOf(Project.orders().environment(Map.of("OURS", "1", "KEPT", "1"))))
                .isEmpty();

        assertThat(writesOf(Project.orders().environment(Map.of("KEPT", "2"))))
                .startsWith("lambda:UpdateFunctionConfiguration")
                .contains("lambda:TagResource");
        assertThat(there().environment().variables()).isEqualTo(Map.of("KEPT", "2", "THEIRS", "1"));
        // The version holds theirs now as well, which makes it no more ours than before.
        writesOf(Project.orders());
        assertThat(there().environment().variables()).isEqualTo(Map.of("THEIRS", "1"));
        assertThat(writesOf(Project.orders())).isEmpty();
    }

    @Test
    void aNameIsNotedBeforeItsVariableIsWritten() throws Exception {
        writesOf(Project.orders());
        assertThat(writesOf(Project.orders().environment(Map.of("NEW", "1"))))
                .startsWith("lambda:TagResource", "lambda:UpdateFunctionConfiguration");
        assertThat(tags()).containsEntry("lambda-maven:environment", "NEW");
    }

    @Test
    void manyVariablesAreKnownByDigests() throws Exception {
        Map<String, String> many = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            many.put("VARIABLE_" + i, "x");
        }
        writesOf(Project.orders().environment(many));
        assertThat(tags().get("lambda-maven:environment")).startsWith("@4").hasSizeLessThanOrEqualTo(256);
        addVariable("THEIRS", "1");
        assertThat(writesOf(Project.orders().environment(many))).isEmpty();
        writesOf(Project.orders());
        assertThat(there().environment().variables()).isEqualTo(Map.of("THEIRS", "1"));
    }

    @Test
    void aDroppedTagGoesAndTagsOfOthersStay() throws Exception {
        writesOf(Project.orders().tags(Map.of("team", "a", "cost", "1")));
        cloud.direct.lambda.tagResource(r -> r.resource(ARN).tags(Map.of("theirs", "1")));
        assertThat(writesOf(Project.orders().tags(Map.of("team", "a", "cost", "1"))))
                .isEmpty();

        writesOf(Project.orders().tags(Map.of("team", "b")));
        assertThat(tags())
                .containsEntry("team", "b")
                .containsEntry("theirs", "1")
                .doesNotContainKey("cost");
        assertThat(writesOf(Project.orders().tags(Map.of("team", "b")))).isEmpty();
    }

    @Test
    void reservedConcurrencyIsPutChangedAndTakenBack() throws Exception {
        writesOf(Project.orders());
        assertThat(writesOf(Project.orders().pom(Setting.RESERVED_CONCURRENCY, 5)))
                .containsExactly("lambda:TagResource", "lambda:PutFunctionConcurrency");
        assertThat(writesOf(Project.orders().pom(Setting.RESERVED_CONCURRENCY, 5)))
                .isEmpty();
        assertThat(writesOf(Project.orders().pom(Setting.RESERVED_CONCURRENCY, 6)))
                .containsExactly("lambda:PutFunctionConcurrency");
        assertThat(writesOf(Project.orders()))
                .containsExactly("lambda:DeleteFunctionConcurrency", "lambda:UntagResource");
        assertThat(writesOf(Project.orders())).isEmpty();
    }

    @Test
    void concurrencyThatSomebodySetByHandStays() throws Exception {
        writesOf(Project.orders());
        cloud.direct.lambda.putFunctionConcurrency(r -> r.functionName(NAME).reservedConcurrentExecutions(7));
        assertThat(writesOf(Project.orders())).isEmpty();
        assertThat(cloud.direct
                        .lambda
                        .getFunctionConcurrency(r -> r.functionName(NAME))
                        .reservedConcurrentExecutions())
                .isEqualTo(7);
    }

    @Test
    void aHundredExecutionsStayUnreserved() {
        Fault limits = new Fault.Reply(
                200, JSON, "{\"AccountLimit\":{\"ConcurrentExecutions\":1000,\"UnreservedConcurrentExecutions\":120}}");
        assertThatThrownBy(() -> writesOf(
                        Project.orders().pom(Setting.RESERVED_CONCURRENCY, 21),
                        call -> call.action().equals("GetAccountSettings") ? limits : new Fault.Pass()))
                .hasMessage("LM332 reserved concurrency orders-dev: Of the account's 1000 concurrent executions 120 are"
                        + " unreserved, and 100 have to stay so. Set <reservedConcurrency> or"
                        + " -Dlambda.reservedConcurrency to at most 20, or ask AWS for a higher limit.");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void retriesAndDestinationsArePutWholeAndTakenBack() throws Exception {
        Project project = Project.orders()
                .pom(Setting.MAXIMUM_RETRY_ATTEMPTS, 0)
                .pom(Setting.ON_FAILURE, "arn:aws:sqs:::shop-queue");
        assertThat(writesOf(project)).contains("lambda:PutFunctionEventInvokeConfig");
        var there = cloud.direct.lambda.getFunctionEventInvokeConfig(
                r -> r.functionName(NAME).qualifier("live"));
        assertThat(there.maximumRetryAttempts()).isZero();
        assertThat(there.maximumEventAgeInSeconds()).isEqualTo(21_600);
        assertThat(there.destinationConfig().onFailure().destination())
                .isEqualTo("arn:aws:sqs:eu-west-1:123456789012:shop-queue");
        assertThat(writesOf(project)).isEmpty();
        assertThat(writesOf(Project.orders()))
                .contains("lambda:DeleteFunctionEventInvokeConfig", "lambda:UntagResource");
        assertThat(writesOf(Project.orders())).isEmpty();
    }

    /** The emulator has no provisioned concurrency: its part is played here. */
    @Test
    void provisionedConcurrencyIsAwaited() throws Exception {
        writesOf(Project.orders());
        int[] reads = {0};
        Function<Call, Fault> provisioned = call -> switch (call.action()) {
            case "PutProvisionedConcurrencyConfig" -> new Fault.Reply(202, JSON, "{\"Status\":\"IN_PROGRESS\"}");
            case "GetProvisionedConcurrencyConfig" ->
                ++reads[0] <= 2
                        ? new Fault.Answer(404, "ProvisionedConcurrencyConfigNotFoundException", "none")
                        : new Fault.Reply(
                                200,
                                JSON,
                                "{\"RequestedProvisionedConcurrentExecutions\":2,\"Status\":\""
                                        + (reads[0] == 3 ? "IN_PROGRESS" : "READY") + "\"}");
            default -> new Fault.Pass();
        };
        assertThat(writesOf(Project.orders().pom(Setting.PROVISIONED_CONCURRENCY, 2), provisioned))
                .containsExactly("lambda:TagResource", "lambda:PutProvisionedConcurrencyConfig");
        assertThat(reads[0]).isEqualTo(4);
    }

    @Test
    void provisionedConcurrencyThatFailsIsTold() throws Exception {
        writesOf(Project.orders());
        assertThatThrownBy(() -> writesOf(
                        Project.orders().pom(Setting.PROVISIONED_CONCURRENCY, 2), call -> switch (call.action()) {
                            case "PutProvisionedConcurrencyConfig" ->
                                new Fault.Reply(202, JSON, "{\"Status\":\"IN_PROGRESS\"}");
                            case "GetProvisionedConcurrencyConfig" ->
                                new Fault.Reply(
                                        200,
                                        JSON,
                                        "{\"RequestedProvisionedConcurrentExecutions\":2,\"Status\":\"FAILED\","
                                                + "\"StatusReason\":\"FUNCTION_ERROR_INIT_FAILURE\"}");
                            default -> new Fault.Pass();
                        }))
                .hasMessageContaining("LM331 provisioned concurrency orders-dev: Lambda could not start 2 environments:"
                        + " FUNCTION_ERROR_INIT_FAILURE");
    }

    /** The emulator has no recursion control: its part is played here. */
    @Test
    void recursionControlIsPutAndTakenBack() throws Exception {
        writesOf(Project.orders());
        String[] loop = {"Terminate"};
        Function<Call, Fault> recursion = call -> {
            if (call.action().endsWith("FunctionRecursionConfig")) {
                return new Fault.Reply(200, JSON, "{\"RecursiveLoop\":\"" + loop[0] + "\"}");
            }
            return new Fault.Pass();
        };
        assertThat(writesOf(Project.orders().pom(Setting.RECURSIVE_LOOP, "allow"), recursion))
                .containsExactly("lambda:TagResource", "lambda:PutFunctionRecursionConfig");
        loop[0] = "Allow";
        assertThat(writesOf(Project.orders().pom(Setting.RECURSIVE_LOOP, "allow"), recursion))
                .isEmpty();
        assertThat(writesOf(Project.orders(), recursion))
                .containsExactly("lambda:PutFunctionRecursionConfig", "lambda:UntagResource");
    }

    @Test
    void anEnvironmentThatCannotBeReadIsNotWritten() throws Exception {
        writesOf(Project.orders());
        Fault locked = new Fault.Reply(
                200,
                JSON,
                "{\"State\":\"Active\",\"LastUpdateStatus\":\"Successful\",\"Environment\":{\"Error\":{\"ErrorCode\":"
                        + "\"AccessDeniedException\",\"Message\":\"no decrypting\"}}}");
        assertThatThrownBy(() -> writesOf(
                        Project.orders().pom(Setting.MEMORY, 1024),
                        call -> call.action().equals("GetFunctionConfiguration") ? locked : new Fault.Pass()))
                .hasMessageContaining("LM330 function orders-dev: Its environment cannot be read: no decrypting");
        assertThat(there().memorySize()).isEqualTo(512);
    }

    @Test
    void aRealEndpointTellsWhatIsNotThere() {
        FunctionConfiguration bare = FunctionConfiguration.builder().build();
        assertThat(OptionsOnWire.read(bare, false).kmsKey()).isEmpty();
        assertThat(OptionsOnWire.read(bare, true).kmsKey()).isNull();
    }

    @Test
    void versionsBeyondThoseThatAreKeptGoButNoneThatIsPointedAt() throws Exception {
        for (int i = 1; i <= 5; i++) {
            cloud.deploy(wired.desired(Project.orders().environment(Map.of("ROUND", String.valueOf(i)))));
        }
        cloud.direct.lambda.createAlias(
                r -> r.functionName("orders-dev").name("theirs").functionVersion("2"));
        assertThat(versions()).containsExactly("1", "2", "3", "4", "5");
        Project kept = Project.orders().environment(Map.of("ROUND", "5")).pom(Setting.KEEP_VERSIONS, "2");

        assertThat(writesOf(kept)).containsExactly("lambda:DeleteFunction", "lambda:DeleteFunction");

        assertThat(versions()).containsExactly("2", "4", "5");
        assertThat(writesOf(kept)).isEmpty();
    }

    @Test
    void theDeployThatPublishesAVersionDropsTheOldest() throws Exception {
        Project project = Project.orders().pom(Setting.KEEP_VERSIONS, "2");
        for (int i = 1; i <= 3; i++) {
            cloud.deploy(wired.desired(project.environment(Map.of("ROUND", String.valueOf(i)))));
        }

        assertThat(versions()).containsExactly("2", "3");
        assertThat(writesOf(project)).isEmpty();
    }

    private static List<String> versions() {
        return cloud.direct.lambda.listVersionsByFunction(r -> r.functionName("orders-dev")).versions().stream()
                .map(each -> each.version())
                .filter(each -> !each.equals("$LATEST"))
                .toList();
    }
}

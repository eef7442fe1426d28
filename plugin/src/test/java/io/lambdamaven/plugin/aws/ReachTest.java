package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.lambdamaven.plugin.aws.Reach.HttpProxy;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.ServiceNames;
import io.lambdamaven.plugin.testing.Recorder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Which way requests take: proxies, endpoints for single services, AWS's other endpoints. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ReachTest {
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("anna:open sesame".getBytes(StandardCharsets.UTF_8));

    private Recorder proxy;
    private Recorder endpoint;

    @BeforeEach
    void start() throws IOException {
        proxy = Recorder.start(request -> request.headers().containsKey("proxy-authorization")
                ? new Recorder.Answer(403, "", "")
                : new Recorder.Answer(407, "Proxy-Authenticate: Basic realm=\"office\"", ""));
        endpoint = Recorder.start(request -> new Recorder.Answer(403, "", ""));
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        endpoint.close();
    }

    private static void call(Reach reach, Consumer<AwsClients> call) {
        AwsSettings settings =
                new AwsSettings("us-east-1", Access.by(null), reach, null, false, AwsSettings.LOCK_TIMEOUT);
        try (AwsClients clients = new AwsClients(settings, Cloud.KEYS)) {
            assertThatThrownBy(() -> call.accept(clients)).isInstanceOf(SdkException.class);
        }
    }

    private HttpProxy office(String notFor) {
        return new HttpProxy("127.0.0.1", proxy.port(), "anna", "open sesame", notFor);
    }

    private static Reach through(HttpProxy proxy, boolean fips, boolean dualstack) {
        return new Reach(null, new TreeMap<>(), fips, dualstack, proxy);
    }

    @Test
    void requestsGoThroughTheProxyWithItsPassword() {
        call(through(office(null), false, false), clients -> clients.lambda.getAccountSettings());

        assertThat(proxy.requests()).last().satisfies(request -> {
            assertThat(request.line()).isEqualTo("CONNECT lambda.us-east-1.amazonaws.com:443");
            assertThat(request.headers()).containsEntry("proxy-authorization", BASIC);
        });
    }

    @Test
    void aPasswordIsNotSentWhereTheProxyAsksForNone() throws IOException {
        try (Recorder open = Recorder.start(request -> new Recorder.Answer(403, "", ""))) {
            call(
                    through(new HttpProxy("127.0.0.1", open.port(), null, null, null), false, false),
                    clients -> clients.lambda.getAccountSettings());

            assertThat(open.requests())
                    .isNotEmpty()
                    .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("proxy-authorization"));
        }
    }

    @Test
    void hostsOfTheListAndThisMachineAreReachedWithoutTheProxy() {
        call(
                new Reach(endpoint.endpoint(), new TreeMap<>(), false, false, office(null)),
                clients -> clients.lambda.getAccountSettings());

        assertThat(proxy.requests()).isEmpty();
        assertThat(endpoint.lines()).containsOnly("GET /2016-08-19/account-settings");
        assertThat(HttpClients.patterns("*.Office.example|aws"))
                .anyMatch("shop.office.example"::matches)
                .anyMatch("aws"::matches)
                .anyMatch("127.0.0.1"::matches)
                .anyMatch("[::1]"::matches)
                .noneMatch("office.example.com"::matches)
                .noneMatch("shop.officexexample"::matches);
    }

    @Test
    void oneServiceMayHaveAnEndpointOfItsOwn() throws IOException {
        try (Recorder queues = Recorder.start(request -> new Recorder.Answer(403, "", ""))) {
            Reach reach =
                    new Reach(endpoint.endpoint(), new TreeMap<>(Map.of("sqs", queues.endpoint())), false, false, null);

            call(
                    reach,
                    clients -> clients.of(SqsClient.class, SqsClient::builder).listQueues());
            assertThat(queues.lines()).containsOnly("POST /");
            assertThat(endpoint.lines()).isEmpty();

            call(reach, clients -> clients.lambda.getAccountSettings());
            assertThat(endpoint.lines()).containsOnly("GET /2016-08-19/account-settings");
        }
    }

    @Test
    void theOthersAreAwsWhereOneServiceAloneHasAnEndpoint() {
        Reach reach = new Reach(
                null, new TreeMap<>(Map.of("sqs", endpoint.endpoint())), false, false, office("nothing.example"));

        call(reach, clients -> clients.lambda.getAccountSettings());

        assertThat(proxy.lines()).containsOnly("CONNECT lambda.us-east-1.amazonaws.com:443");
        assertThat(endpoint.lines()).isEmpty();
    }

    @Test
    void fipsAndDualStackAreEndpointsThatTheSdkKnows() {
        call(through(office(null), true, false), clients -> clients.lambda.getAccountSettings());
        assertThat(proxy.lines()).containsOnly("CONNECT lambda-fips.us-east-1.amazonaws.com:443");

        call(through(office(null), false, true), clients -> clients.lambda.getAccountSettings());
        assertThat(proxy.lines()).last().isEqualTo("CONNECT lambda.us-east-1.api.aws:443");

        call(through(office(null), true, true), clients -> clients.lambda.getAccountSettings());
        assertThat(proxy.lines()).last().isEqualTo("CONNECT lambda-fips.us-east-1.api.aws:443");
    }

    @Test
    void anEndpointThatIsSetIsUsedAsItIs() {
        call(new Reach(endpoint.endpoint(), new TreeMap<>(), true, true, null), clients -> clients.s3.listBuckets());

        assertThat(endpoint.lines()).isNotEmpty();
    }

    @Test
    void aProxyThatDoesNotAnswerIsToldLikeAnEndpoint() throws IOException {
        proxy.close();
        AwsSettings settings = new AwsSettings(
                "us-east-1",
                Access.by(null),
                through(office(null), false, false),
                null,
                false,
                AwsSettings.LOCK_TIMEOUT);
        try (AwsPort port = new AwsPort(settings, Cloud.KEYS)) {
            assertThatThrownBy(port::whereabouts)
                    .isInstanceOf(UserFault.class)
                    .hasMessageContaining("LM302 AWS: The endpoint does not answer")
                    .hasMessageContaining("proxy");
        }
    }

    @Test
    void everyClientHasAName() {
        Set<String> used = new TreeSet<>();
        for (JavaClass each : new ClassFileImporter().importPackages("io.lambdamaven.plugin.aws")) {
            each.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass())
                    .filter(target -> target.getPackageName().startsWith("software.amazon.awssdk.services")
                            && target.getSimpleName().endsWith("Client"))
                    .forEach(target -> used.add(AwsClients.serviceName(target.reflect())));
        }
        assertThat(used).contains("lambda", "sqs", "cloudwatchlogs");
        assertThat(ServiceNames.ALL).isSorted().containsAll(used);
    }

    @Test
    void passwordsAreNotPrinted() {
        assertThat(List.of(office(null).toString(), new Access.Keys("id", "hidden").toString()))
                .noneMatch(text -> text.contains("sesame") || text.contains("hidden"));
    }
}

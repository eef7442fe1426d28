package io.lambdamaven.plugin.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Need;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.RuntimeLibrary;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.testing.OrderService;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class RuntimeLibrariesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@HttpTrigger(path = \"/\") public void a() {}",
                "@HttpTrigger(path = \"/\") public String a(HttpRequest request, Context context) { return null; }",
                "@HttpTrigger(path = \"/\") public byte[] a(@QueryParam UUID id, byte[] body) { return body; }",
                "@HttpTrigger(path = \"/\") public HttpResponse a(String body) { return null; }",
                "@HttpTrigger(path = \"/\") public Optional<HttpResponse> a(InputStream body) { return null; }",
                "@HttpTrigger(path = \"/\") public Optional<String> a(Map<String, Object> body) { return null; }",
                "@HttpTrigger(path = \"/\") public Map<String, List<Integer>> a(List<Object> body) { return null; }",
                "@HttpTrigger(path = \"/\") public long a(APIGatewayV2HTTPEvent event) { return 1; }",
                "@SqsTrigger(queue = \"q\") public Order a(SqsMessage message) { return null; }",
                "@SqsTrigger(queue = \"q\") public void a(List<SqsMessage> messages) {}",
                "@SqsTrigger(queue = \"q\") public void a(List<String> bodies) {}",
                "@SqsTrigger(queue = \"q\") public SQSBatchResponse a(SQSEvent event) { return null; }",
                "@S3Trigger(bucket = \"bucket\") public Order a(S3Object object) { return null; }",
                "@ScheduleTrigger(\"rate(1 hour)\") public Order a(ScheduledEvent event) { return null; }",
                "@Idempotent(key = \"id\") @HttpTrigger(path = \"/\") public String a(String body) { return null; }",
                "@Idempotent(key = \"id\") @HttpTrigger(path = \"/\") public HttpResponse a() { return null; }",
                "@Idempotent(key = \"id\") @InvokeTrigger public Map<String, Object> a() { return null; }",
                "@Idempotent(key = \"id\") @InvokeTrigger public Long a() { return null; }",
                "@Idempotent(key = \"id\") @SqsTrigger(queue = \"q\") public void a(String body) {}",
                "@Command(\"c\") public double a(String arguments) { return 1; }"
            })
    void whatTheRuntimeReadsAndWritesNeedsNoDataBinding(String method) {
        assertThat(needs(method)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            takes Order | @HttpTrigger(path = "/") public void a(Order body) {}
            takes JsonNode | @HttpTrigger(path = "/") public void a(JsonNode body) {}
            takes List<Order> | @HttpTrigger(path = "/") public void a(List<Order> body) {}
            takes List<String> | @HttpTrigger(path = "/") public void a(List<String> body) {}
            takes Map<String, Order> | @InvokeTrigger public void a(Map<String, Order> body) {}
            takes Unit | @InvokeTrigger public void a(Unit unit) {}
            takes Page<Order> | @InvokeTrigger public void a(Page<Order> page) {}
            takes Order | @SqsTrigger(queue = "q") public void a(Order body) {}
            takes List<Order> | @SqsTrigger(queue = "q") public void a(List<Order> bodies) {}
            takes JsonNode | @S3Trigger(bucket = "bucket") public void a(JsonNode event) {}
            returns Order | @HttpTrigger(path = "/") public Order a() { return null; }
            returns Optional<Order> | @HttpTrigger(path = "/") public Optional<Order> a() { return null; }
            returns Object | @HttpTrigger(path = "/") public Object a() { return null; }
            returns List<Order> | @HttpTrigger(path = "/") public List<Order> a() { return null; }
            returns Map<String, Instant> | @HttpTrigger(path = "/") public Map<String, Instant> a() { return null; }
            returns Map<Integer, String> | @HttpTrigger(path = "/") public Map<Integer, String> a() { return null; }
            returns Set<String> | @Command("c") public Set<String> a() { return null; }
            returns int[] | @Command("c") public int[] a() { return null; }
            returns HttpResponse | @InvokeTrigger public HttpResponse a() { return null; }
            returns S3Object | @HttpTrigger(path = "/") public S3Object a() { return null; }
            keeps Order | @Idempotent(key = "id") @SqsTrigger(queue = "q") public Order a(String body) { return null; }
            keeps float | @Idempotent(key = "id") @InvokeTrigger public float a() { return 1; }
            keeps Optional<String> | @Idempotent(key = "id") @HttpTrigger(path = "/") public Optional<String> a() { return null; }
            keeps List<Integer> | @Idempotent(key = "id") @InvokeTrigger public List<Integer> a() { return null; }
            returns S3Event | @InvokeTrigger public S3Event a() { return null; }
            """)
    void anythingElseNeedsDataBinding(String reason, String method) {
        assertThat(needs(method)).containsExactly(new Need("Shop.a", reason));
    }

    @Test
    void aMethodIsNamedOnceHoweverItIsCalled() {
        assertThat(needs("@InvokeTrigger @HttpTrigger(method = \"POST\", path = \"/\") @SqsTrigger(queue = \"q\")"
                        + " public void a(Order order) {}"))
                .containsExactly(new Need("Shop.a", "takes Order"));
    }

    @Test
    void anotherLibraryIsAnotherRowOfTheTable() {
        ScannedProject project = scan(OrderService.in(folder));
        RuntimeLibraries.Rule callsBack = call -> call.routes().stream()
                .map(Route::trigger)
                .filter(trigger -> trigger.kind().equals("schedule"))
                .findFirst()
                .map(trigger -> "is triggered by " + trigger.kind());
        List<RuntimeLibrary> libraries = RuntimeLibraries.of(
                project,
                List.of(
                        new RuntimeLibraries.Entry(List.of("org.lib:signer"), "nothing", "", false, callsBack),
                        new RuntimeLibraries.Entry(
                                List.of("org.lib:unused"), "nothing", "", false, call -> Optional.empty())));

        assertThat(libraries).extracting(RuntimeLibrary::artifact).containsExactly("org.lib:signer", "org.lib:unused");
        assertThat(libraries.get(0).needs())
                .isNotEmpty()
                .allSatisfy(need -> assertThat(need.reason()).isEqualTo("is triggered by schedule"));
        assertThat(libraries.get(1).needs()).isEmpty();
    }

    @Test
    void allThatTheRuntimeDependsOnForDataBindingGoesTogether() throws Exception {
        NodeList found = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        "/project/dependencies/dependency[starts-with(groupId, 'com.fasterxml.')][not(scope = 'test')]",
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(new File("../handler-runtime/pom.xml")),
                        XPathConstants.NODESET);
        List<String> jackson = IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .map(each -> text(each, "groupId") + ":" + text(each, "artifactId"))
                .toList();

        assertThat(RuntimeLibraries.of(scan(new UserProject(folder).with("package shop; class Nothing {}"))))
                .singleElement()
                .satisfies(library -> assertThat(library.artifacts()).containsExactlyInAnyOrderElementsOf(jackson));
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    private List<Need> needs(String method) {
        ScannedProject project = scan(new UserProject(folder)
                .with("""
                package shop;

                import com.amazonaws.services.lambda.runtime.Context;
                import com.amazonaws.services.lambda.runtime.events.*;
                import com.fasterxml.jackson.databind.JsonNode;
                import io.lambdamaven.annotation.*;
                import io.lambdamaven.api.*;
                import java.io.InputStream;
                import java.time.Instant;
                import java.util.*;

                public class Shop {
                    %s
                }
                """.formatted(method))
                .with("package shop; public record Order(String id) {}")
                .with("package shop; public record Page<T>(T content) {}")
                .with("package shop; public enum Unit { PIECE }"));
        List<RuntimeLibrary> libraries = RuntimeLibraries.of(project);
        assertThat(libraries).extracting(RuntimeLibrary::artifactId).containsExactly("jackson-databind");
        return libraries.get(0).needs();
    }

    private static ScannedProject scan(UserProject project) {
        return ProjectScanner.scan(List.of(project.compile()), UserProject.libraries());
    }
}

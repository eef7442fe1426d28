package io.lambdamaven.runtime.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lambdamaven.api.ConfigEvaluation.Compliance;
import io.lambdamaven.runtime.aws.Loopback;
import io.lambdamaven.runtime.aws.SignatureV4;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every sample event of a service that is called back: {@code -Dlambda.events} names their directory. */
@Timeout(120)
class CallbackCorpusTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Sample(String kind, Path file) {}

    @Test
    void everySampleIsAnswered() throws Exception {
        List<Sample> samples = samples();
        Assumptions.assumeFalse(samples.isEmpty(), "-Dlambda.events names no directory with samples");
        for (Sample sample : samples) {
            try (Loopback service = new Loopback()) {
                service.always(200, "{}");
                String answer = answer(sample, service);

                String what = sample.file() + ": " + answer;
                if (service.sent.isEmpty()) {
                    assertThat(JSON.readTree(answer).isObject()).as(what).isTrue();
                } else {
                    assertThat(service.sent).as(what).hasSize(1);
                    assertThat(answer).as(what).isEqualTo("null");
                    check(sample, service.sent.get(0));
                }
            }
        }
    }

    private static String answer(Sample sample, Loopback service) throws Exception {
        byte[] event = Files.readAllBytes(sample.file());
        Call call = Call.of(30_000);
        return new String(
                switch (sample.kind()) {
                    case "cloudformation" -> CloudFormationAnswer.answer(here(event, service), call, () -> null);
                    case "codepipeline" -> CodePipelineAnswer.answer(event, call, () -> null, service.aws());
                    case "codedeploy-hook" -> CodeDeployAnswer.answer(event, call, () -> null, service.aws());
                    case "config" -> ConfigAnswer.answer(event, call, () -> Compliance.COMPLIANT, service.aws());
                    default -> ObjectLambdaAnswer.answer(event, call, () -> "text", service.aws());
                },
                StandardCharsets.UTF_8);
    }

    private static void check(Sample sample, Loopback.Sent sent) throws IOException {
        String body = sent.text();
        switch (sample.kind()) {
            case "cloudformation" -> {
                for (String name : List.of("Status", "PhysicalResourceId", "StackId", "RequestId")) {
                    assertThat(JSON.readTree(body).path(name).asText()).as(name).isNotEmpty();
                }
            }
            case "codepipeline" ->
                assertThat(JSON.readTree(body).path("jobId").asText()).isNotEmpty();
            case "codedeploy-hook" ->
                assertThat(JSON.readTree(body)
                                .path("lifecycleEventHookExecutionId")
                                .asText())
                        .isNotEmpty();
            case "config" -> {
                assertThat(JSON.readTree(body).path("ResultToken").asText()).isNotEmpty();
                assertThat(JSON.readTree(body)
                                .at("/Evaluations/0/ComplianceResourceId")
                                .asText())
                        .isNotEmpty();
            }
            default -> assertThat(body).isEqualTo("text");
        }
        if (!sample.kind().equals("cloudformation")) {
            assertThat(SignatureV4.isGood(sent, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"))
                    .isTrue();
        }
    }

    /** The samples' addresses are somebody's. */
    private static byte[] here(byte[] event, Loopback service) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(event);
        if (json.has("ResponseURL")) {
            json.put("ResponseURL", service.url() + "/answer?signature");
        }
        return JSON.writeValueAsBytes(json);
    }

    private static List<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        String directory = System.getProperty("lambda.events", "");
        Path index = Path.of(directory, "index.tsv");
        if (directory.isEmpty() || !Files.isRegularFile(index)) {
            return samples;
        }
        for (String line : Files.readAllLines(index)) {
            String[] columns = line.split("\t", -1);
            if (List.of("cloudformation", "codepipeline", "codedeploy-hook", "config", "s3-object-lambda")
                    .contains(columns[1])) {
                samples.add(new Sample(columns[1], Path.of(directory, columns[0])));
            }
        }
        return samples;
    }
}

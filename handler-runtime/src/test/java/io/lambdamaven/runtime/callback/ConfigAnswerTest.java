package io.lambdamaven.runtime.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lambdamaven.api.ConfigEvaluation;
import io.lambdamaven.api.ConfigEvaluation.Compliance;
import io.lambdamaven.runtime.aws.Loopback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ConfigAnswerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Call call = Call.of(60_000);
    private Loopback service;

    @BeforeEach
    void start() throws IOException {
        service = new Loopback();
        service.always(200, "{\"FailedEvaluations\":[]}");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aComplianceIsThatOfTheEventsOwnItem() throws Exception {
        answer(item("configurationItem", "OK", false), () -> Compliance.NON_COMPLIANT);

        Loopback.Sent sent = service.sent.get(0);
        assertThat(sent.headers()).containsEntry("X-Amz-Target", "StarlingDoveService.PutEvaluations");
        assertThat(sent.headers().get("Authorization")).contains("/config/aws4_request");
        assertThat(sent.text())
                .isEqualTo("{\"Evaluations\":[{\"ComplianceResourceType\":\"AWS::EC2::Instance\","
                        + "\"ComplianceResourceId\":\"i-1\",\"ComplianceType\":\"NON_COMPLIANT\","
                        + "\"OrderingTimestamp\":1455672994}],\"ResultToken\":\"token\"}");
    }

    @Test
    void theSummaryOfAnOversizedItemIsOneToo() throws Exception {
        answer(
                item("configurationItemSummary", "OK", false),
                () -> ConfigEvaluation.of(Compliance.COMPLIANT).annotated("a".repeat(300)));

        JsonNode told = told(0).path("Evaluations").path(0);
        assertThat(told.path("ComplianceResourceId").asText()).isEqualTo("i-1");
        assertThat(told.path("Annotation").asText()).isEqualTo("a".repeat(255) + "…");
    }

    @ParameterizedTest
    @CsvSource({"ResourceDeleted, false", "ResourceDeletedNotRecorded, false", "ResourceNotRecorded, false", "OK, true"
    })
    void aResourceThatIsGoneOrOutOfScopeIsNotApplicable(String status, boolean left) throws Exception {
        answer(item("configurationItem", status, left), () -> Compliance.NON_COMPLIANT);

        assertThat(told(0).path("Evaluations").path(0).path("ComplianceType").asText())
                .isEqualTo("NOT_APPLICABLE");
    }

    @Test
    void aScheduleIsAboutTheAccountUnlessTheMethodNamesResources() throws Exception {
        byte[] event = event(
                "{\"messageType\":\"ScheduledNotification\",\"notificationCreationTime\":\"2023-04-27T13:26:17.741Z\"}",
                "token",
                false);

        answer(event, () -> Compliance.COMPLIANT);
        answer(
                event,
                () -> List.of(
                        ConfigEvaluation.of("AWS::S3::Bucket", "b", Compliance.NON_COMPLIANT)
                                .at(Instant.ofEpochSecond(7)),
                        Compliance.COMPLIANT));

        assertThat(told(0).path("Evaluations"))
                .hasToString(
                        "[{\"ComplianceResourceType\":\"AWS::::Account\",\"ComplianceResourceId\":\"123456789012\","
                                + "\"ComplianceType\":\"COMPLIANT\",\"OrderingTimestamp\":1682601977}]");
        assertThat(told(1).path("Evaluations").path(0))
                .hasToString("{\"ComplianceResourceType\":\"AWS::S3::Bucket\",\"ComplianceResourceId\":\"b\","
                        + "\"ComplianceType\":\"NON_COMPLIANT\",\"OrderingTimestamp\":7}");
        assertThat(told(1).path("Evaluations").size()).isEqualTo(2);
    }

    @Test
    void moreThanAHundredAreSplit() throws Exception {
        answer(
                item("configurationItem", "OK", false),
                () -> Collections.nCopies(201, ConfigEvaluation.of("T", "i", Compliance.COMPLIANT)));

        assertThat(service.sent).hasSize(3);
        assertThat(told(1).path("Evaluations").size()).isEqualTo(100);
        assertThat(told(2).path("Evaluations").size()).isEqualTo(1);
    }

    @Test
    void theTokenOfATestIsToldAsOne() throws Exception {
        answer(event("{}", "TESTMODE", false), () -> Compliance.COMPLIANT);

        assertThat(told(0).path("TestMode").asBoolean()).isTrue();
    }

    @Test
    void nothingIsPutForNothingAndFailuresGoOn() throws Exception {
        byte[] event = item("configurationItem", "OK", false);
        answer(event, () -> null);
        answer(event, List::of);

        assertThatThrownBy(() -> answer(event, () -> {
                    throw new IOException("no");
                }))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> answer(event, () -> Map.of()))
                .hasMessageContaining("is answered with ConfigEvaluation");
        assertThat(service.sent).isEmpty();
    }

    @Test
    void evaluationsThatWereNotTakenFailTheInvocation() {
        service.then(200, "{\"FailedEvaluations\":[{\"ComplianceResourceId\":\"i-1\"}]}");

        assertThatThrownBy(() -> answer(item("configurationItem", "OK", false), () -> Compliance.COMPLIANT))
                .hasMessage("AWS Config did not take 1 of 1 evaluations");
    }

    @Test
    void anEvaluationNamesTypeAndIdOrNeither() {
        assertThatThrownBy(() -> new ConfigEvaluation("T", null, Compliance.COMPLIANT, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void answer(byte[] event, Work work) throws Exception {
        assertThat(ConfigAnswer.answer(event, call, work, service.aws()))
                .asString()
                .isEqualTo("null");
    }

    private JsonNode told(int index) throws IOException {
        return JSON.readTree(service.sent.get(index).body());
    }

    private static byte[] item(String member, String status, boolean left) {
        return event(
                "{\"configurationItemDiff\":{\"a\":[1]},\"" + member + "\":{\"relationships\":[{\"resourceId\":\"x\"}],"
                        + "\"configurationItemCaptureTime\":\"2016-02-17T01:36:34.043Z\",\"configurationItemStatus\":\""
                        + status + "\",\"resourceType\":\"AWS::EC2::Instance\",\"resourceId\":\"i-1\"}}",
                "token",
                left);
    }

    private static byte[] event(String invoking, String token, boolean left) {
        return ("{\"invokingEvent\":\"" + invoking.replace("\"", "\\\"") + "\",\"resultToken\":\"" + token
                        + "\",\"eventLeftScope\":" + left + ",\"accountId\":\"123456789012\"}")
                .getBytes(StandardCharsets.UTF_8);
    }
}

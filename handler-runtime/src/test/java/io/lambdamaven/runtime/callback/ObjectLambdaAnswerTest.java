package io.lambdamaven.runtime.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.ObjectLambdaResponse;
import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.Loopback;
import io.lambdamaven.runtime.aws.SignatureV4;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ObjectLambdaAnswerTest {
    private final Call call = Call.of(60_000);
    private Loopback service;

    @BeforeEach
    void start() throws IOException {
        service = new Loopback();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void anObjectIsWrittenWithItsHeaders() throws Exception {
        get(() -> ObjectLambdaResponse.of(new byte[] {1, 2})
                .header("Content-Type", "image/png")
                .header("ETag", "\"e\"")
                .header("x-amz-meta-by", "resizer")
                .withStatus(206));

        Loopback.Sent sent = service.sent.get(0);
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.uri()).hasToString("/WriteGetObjectResponse");
        assertThat(sent.body()).containsExactly(1, 2);
        assertThat(sent.headers())
                .containsEntry("x-amz-request-route", "io-use1-001")
                .containsEntry("x-amz-request-token", "OutputToken")
                .containsEntry("x-amz-fwd-status", "206")
                .containsEntry("x-amz-fwd-header-Content-Type", "image/png")
                .containsEntry("x-amz-fwd-header-ETag", "\"e\"")
                .containsEntry("x-amz-meta-by", "resizer")
                .containsEntry("Content-Length", "2")
                .doesNotContainKey("x-amz-fwd-error-code");
        assertThat(sent.headers().get("Authorization")).contains("/eu-central-1/s3-object-lambda/aws4_request");
        assertThat(SignatureV4.isGood(sent, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"))
                .isTrue();
    }

    @Test
    void textAndBytesAreObjects() throws Exception {
        get(() -> "grün");
        get(() -> new byte[] {7});

        assertThat(service.sent.get(0).text()).isEqualTo("grün");
        assertThat(service.sent.get(0).headers())
                .containsEntry("x-amz-fwd-status", "200")
                .containsEntry("x-amz-fwd-header-Content-Type", "text/plain; charset=utf-8");
        assertThat(service.sent.get(1).body()).containsExactly(7);
    }

    @Test
    void errorsAreS3s() throws Exception {
        get(() -> ObjectLambdaResponse.error(404, "NoSuchKey", "fällt\r\nweg"));
        get(() -> {
            throw new HttpException(422, "not an image");
        });

        assertThat(service.sent.get(0).headers())
                .containsEntry("x-amz-fwd-status", "404")
                .containsEntry("x-amz-fwd-error-code", "NoSuchKey")
                .containsEntry("x-amz-fwd-error-message", "f?llt??weg");
        assertThat(service.sent.get(0).body()).isEmpty();
        assertThat(service.sent.get(1).headers())
                .containsEntry("x-amz-fwd-status", "400")
                .containsEntry("x-amz-fwd-error-code", "InvalidRequest")
                .containsEntry("x-amz-fwd-error-message", "not an image");
    }

    @Test
    void everyHttpErrorHasOneOfS3() throws Exception {
        for (int status = 400; status < 600; status++) {
            int code = status;
            assertThat(head(() -> {
                        throw new HttpException(code, "x");
                    }))
                    .contains("\"errorCode\":\"");
        }
    }

    @Test
    void nothingIsWrittenForNothingAndFailuresGoOn() throws Exception {
        get(() -> null);

        assertThatThrownBy(() -> get(() -> {
                    throw new IOException("no");
                }))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> get(() -> Map.of("statusCode", 200)))
                .hasMessageContaining("is answered with ObjectLambdaResponse, String or byte[]");
        assertThat(service.sent).isEmpty();
    }

    @Test
    void headIsAnsweredByWhatIsReturned() throws Exception {
        assertThat(head(() -> ObjectLambdaResponse.of("abc").header("ETag", "e")))
                .isEqualTo("{\"statusCode\":200,\"headers\":{\"Content-Type\":\"text/plain; charset=utf-8\","
                        + "\"ETag\":\"e\",\"Content-Length\":\"3\"}}");
        assertThat(head(() -> ObjectLambdaResponse.error(404, "NoSuchKey", "gone")))
                .isEqualTo("{\"statusCode\":404,\"errorCode\":\"NoSuchKey\",\"errorMessage\":\"gone\",\"headers\":{}}");
        assertThat(head(() -> Map.of("statusCode", 200))).isEqualTo("{\"statusCode\":200}");
        assertThatThrownBy(() -> head(() -> null)).hasMessageEndingWith("not with nothing");
        assertThat(service.sent).isEmpty();
    }

    @Test
    void listsAreAnsweredByWhatIsReturned() throws Exception {
        assertThat(list("listObjectsContext", () -> "<ListBucketResult/>"))
                .isEqualTo("{\"statusCode\":200,\"listResultXml\":\"<ListBucketResult/>\"}");
        assertThat(list("listObjectsV2Context", () -> ObjectLambdaResponse.error(403, "AccessDenied", "no")))
                .isEqualTo("{\"statusCode\":403,\"errorCode\":\"AccessDenied\",\"errorMessage\":\"no\"}");
        assertThat(list("listObjectsV2Context", () -> Map.of("statusCode", 200)))
                .isEqualTo("{\"statusCode\":200}");
    }

    @Test
    void aRouteThatIsNoPartOfANameIsRefused() {
        Map<String, String> environment = service.environment();
        environment.remove("AWS_ENDPOINT_URL");

        assertThatThrownBy(() ->
                        ObjectLambdaAnswer.answer(event("evil.example.com/"), call, () -> "x", new Aws(environment)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void headersThatCouldNotBeSentAreRefusedAsTheyAreGiven() {
        ObjectLambdaResponse response = ObjectLambdaResponse.of("x");

        assertThatThrownBy(() -> response.header("a", "b\r\nc")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> response.header("a", "grün")).hasMessageContaining("not ASCII");
        assertThatThrownBy(() -> response.header("a b", "c")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> response.header("content-length", "1")).hasMessageContaining("follows from the body");
        assertThatThrownBy(() -> ObjectLambdaResponse.status(302))
                .hasMessage("S3 lets no function answer with status 302");
        assertThatThrownBy(() -> response.withStatus(404)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ObjectLambdaResponse.error(200, "Ok", "")).hasMessage("status 200 is not an error");
        assertThatThrownBy(() -> ObjectLambdaResponse.error(404, "no such key", ""))
                .hasMessageStartingWith("an error code is of letters");
    }

    private void get(Work work) throws Exception {
        assertThat(ObjectLambdaAnswer.answer(event("io-use1-001"), call, work, service.aws()))
                .asString()
                .isEqualTo("null");
    }

    private String head(Work work) throws Exception {
        return list("headObjectContext", work);
    }

    private String list(String member, Work work) throws Exception {
        byte[] event = ("{\"xAmzRequestId\":\"r\",\"" + member + "\":{\"inputS3Url\":\"https://x\"}}")
                .getBytes(StandardCharsets.UTF_8);
        return new String(ObjectLambdaAnswer.answer(event, call, work, service.aws()), StandardCharsets.UTF_8);
    }

    private static byte[] event(String route) {
        return ("{\"getObjectContext\":{\"inputS3Url\":\"https://x\",\"outputRoute\":\"" + route
                        + "\",\"outputToken\":\"OutputToken\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}

package io.lambdamaven.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignerTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final Clock AT = Clock.fixed(Instant.parse("2015-08-30T12:36:00Z"), ZoneOffset.UTC);
    private static final AwsService SERVICE = AwsService.json("CodePipeline", "codepipeline", "CodePipeline_20150709");

    /** AWS's test suite for the signature: credentials, time and string of its case {@code get-vanilla}. */
    @Test
    void theVerifierOfTheseTestsAgreesWithAwsTestSuite() {
        Map<String, String> headers = Map.of(
                "Host", "example.amazonaws.com",
                "X-Amz-Date", "20150830T123600Z",
                "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                                + " SignedHeaders=host;x-amz-date, Signature=?");

        assertThat(SignatureV4.of(
                        "GET", URI.create("https://example.amazonaws.com/"), headers, new byte[0], SECRET, true))
                .isEqualTo("5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    }

    @Test
    void aJsonRequestCarriesTheSignatureThatAwsComputes() {
        URI uri = URI.create("https://codepipeline.us-east-1.amazonaws.com/");
        byte[] body = "{\"jobId\":\"1\"}".getBytes(StandardCharsets.UTF_8);
        AwsRequest request = AwsRequest.json(SERVICE, "PutJobSuccessResult", body);

        Map<String, String> headers =
                new Signer(AT).sign(request, uri, "us-east-1", new Credentials("AKIDEXAMPLE", SECRET, "token", null));

        assertThat(headers)
                .containsEntry("X-Amz-Date", "20150830T123600Z")
                .containsEntry("X-Amz-Security-Token", "token")
                .containsEntry("x-amz-content-sha256", SignatureV4.sha256(body))
                .containsEntry("Content-Type", "application/x-amz-json-1.1")
                .containsEntry("X-Amz-Target", "CodePipeline_20150709.PutJobSuccessResult")
                .doesNotContainKey("Host");
        assertThat(headers.get("Authorization"))
                .contains("Credential=AKIDEXAMPLE/20150830/us-east-1/codepipeline/aws4_request")
                .contains("x-amz-security-token")
                .endsWith("Signature=" + expected(uri, headers, body, true));
    }

    @Test
    void queryAndEncodedPathAreSignedAsTheyAreSent() {
        URI uri = URI.create("https://codepipeline.us-east-1.amazonaws.com/a%20b/%C3%BC?b=2&a=%20x&c");
        AwsRequest request = AwsRequest.of(SERVICE, "Read", "GET", "/").header("x-amz-meta-a", "b");

        Map<String, String> headers =
                new Signer(AT).sign(request, uri, "us-east-1", new Credentials("AKIDEXAMPLE", SECRET, null, null));

        headers.put("Host", uri.getHost());
        assertThat(headers.get("Authorization"))
                .endsWith("Signature=" + SignatureV4.of("GET", uri, headers, new byte[0], SECRET, true));
    }

    @Test
    void aBodyThatIsNotSignedIsDeclaredSo() {
        URI uri = URI.create("https://io-1.s3-object-lambda.us-east-1.amazonaws.com/WriteGetObjectResponse");
        AwsService s3 = new AwsService("S3", "s3-object-lambda", "s3-object-lambda", "");
        AwsRequest request = AwsRequest.of(s3, "WriteGetObjectResponse", "POST", "/WriteGetObjectResponse")
                .body(new byte[] {1})
                .unsignedBody();

        Map<String, String> headers =
                new Signer(AT).sign(request, uri, "us-east-1", new Credentials("AKIDEXAMPLE", SECRET, null, null));

        assertThat(headers).containsEntry("x-amz-content-sha256", "UNSIGNED-PAYLOAD");
        headers.put("Host", uri.getHost());
        assertThat(headers.get("Authorization"))
                .endsWith("Signature=" + SignatureV4.of("POST", uri, headers, new byte[] {1}, SECRET, false));
    }

    private static String expected(URI uri, Map<String, String> headers, byte[] body, boolean twice) {
        headers.put("Host", uri.getHost());
        return SignatureV4.of("POST", uri, headers, body, SECRET, twice);
    }
}

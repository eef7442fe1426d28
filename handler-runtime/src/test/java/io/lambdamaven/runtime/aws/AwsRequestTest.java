package io.lambdamaven.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsRequestTest {
    private static final AwsService S3 = new AwsService("S3", "s3-object-lambda", "s3-object-lambda", "");

    /** An event names the token that goes into a header of the answer. */
    @ParameterizedTest
    @ValueSource(strings = {"a\r\nx-evil: 1", "a\n folded", "a\rb", "a\0", "a\tb", "a\u007f", "\u00e4", "\u560a"})
    void aTextThatWouldBeAnotherHeaderIsRefused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AwsRequest.of(S3, "WriteGetObjectResponse", "POST", "/").header("x-amz-request-token", value))
                .withMessageStartingWith("the value of header x-amz-request-token holds a character that no header")
                .withMessageNotContaining("evil");
    }

    @Test
    void aCopyHasTheHeader() {
        AwsRequest first = AwsRequest.of(S3, "WriteGetObjectResponse", "POST", "/");
        assertThat(first.header("x-a", "b ~").headers()).containsEntry("x-a", "b ~");
        assertThat(first.headers()).isEmpty();
    }
}

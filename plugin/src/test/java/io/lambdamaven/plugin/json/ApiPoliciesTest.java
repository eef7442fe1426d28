package io.lambdamaven.plugin.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ApiPoliciesTest {
    private static final String WRITTEN = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"},
             "Action": "execute-api:Invoke", "Resource": ["execute-api:/dev/GET/*", "execute-api:/dev/DELETE/*"]}]}
            """;

    @Test
    void whatSaysTheSameIsEqual() {
        String answered = """
                {"Statement":{"Action":["execute-api:Invoke"],"Effect":"Allow","Principal":"*","Resource":\
                ["arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/dev/DELETE/*",\
                "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/dev/GET/*"]},"Version":"2012-10-17"}""";

        assertThat(ApiPolicies.normal(WRITTEN)).isEqualTo(ApiPolicies.normal(answered));
        assertThat(ApiPolicies.normalAnswer(answered.replace("\"", "\\\"").replace("/", "\\/")))
                .isEqualTo(ApiPolicies.normal(WRITTEN));
        assertThat(ApiPolicies.normalAnswer(answered)).isEqualTo(ApiPolicies.normal(WRITTEN));
    }

    @Test
    void anythingElseIsADifference() {
        assertThat(ApiPolicies.normal(WRITTEN))
                .isNotEqualTo(ApiPolicies.normal(WRITTEN.replace("Allow", "Deny")))
                .isNotEqualTo(ApiPolicies.normal(WRITTEN.replace("/dev/GET/", "/dev/PUT/")))
                .isNotEqualTo(ApiPolicies.normal(WRITTEN.replace("\"*\"}", "\"123456789012\"}")));
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> ApiPolicies.normal("{")).isInstanceOf(JsonException.class);
    }
}

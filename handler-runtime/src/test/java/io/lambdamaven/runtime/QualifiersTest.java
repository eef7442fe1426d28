package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which alias an ARN names: operators are known by nothing else. */
class QualifiersTest {
    @ParameterizedTest
    @CsvSource({
        "arn:aws:lambda:eu-central-1:123456789012:function:shop-dev:ops, ops",
        "arn:aws-cn:lambda:cn-north-1:123456789012:function:shop-dev:7, 7",
        "arn:aws:lambda:eu-central-1:123456789012:function:shop-dev:$LATEST, $LATEST",
        "arn:aws:lambda:eu-central-1:123456789012:function:ops:live, live",
        "arn:aws:lambda:eu-central-1:123456789012:function:function:ops, ops",
        "arn:aws:lambda:eu-central-1:123456789012:function:shop-dev:, ''",
        // Functions of these names, called without an alias.
        "arn:aws:lambda:eu-central-1:123456789012:function:ops, ''",
        "arn:aws:lambda:eu-central-1:123456789012:function:function, ''",
        "arn:aws:lambda:eu-central-1:123456789012:layer:shop:ops, ''",
        "arn:aws:lambda:eu-central-1:123456789012:notafunction:shop:ops, ''",
        "function:shop:ops, ''",
        "shop:ops, ''",
        "ops, ''",
        "::, ''",
        "'', ''"
    })
    void anAliasIsTheEighthPartOfAFunctionsArn(String arn, String qualifier) {
        assertThat(Qualifiers.of(arn)).isEqualTo(qualifier);
    }

    @Test
    void withoutAnArnThereIsNone() {
        assertThat(Qualifiers.of(null)).isEmpty();
    }
}

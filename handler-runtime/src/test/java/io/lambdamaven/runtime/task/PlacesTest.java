package io.lambdamaven.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final String SHOP = "arn:aws:lambda:eu-central-1:123456789012:function:shop-prod";
    private static final String MAIL = "arn:aws-cn:lambda:cn-north-1:123456789012:function:shop-mail";

    private static Places of(String own, String functions) {
        return new Places(Map.of(Places.OWN, own, Places.FUNCTIONS, functions));
    }

    @Test
    void aFunctionIsFoundByItsKey() {
        Places places = of("shop-prod", "=" + SHOP + " mail=" + MAIL);

        assertThat(places.function("")).isEqualTo(SHOP);
        assertThat(places.function("mail")).isEqualTo(MAIL);
        assertThatIllegalStateException()
                .isThrownBy(() -> places.function("ail"))
                .withMessage("nothing says where the tasks of function ail go: LAMBDA_MAVEN__TASK_FUNCTIONS does not"
                        + " name it; deploy again");
        assertThatIllegalStateException()
                .isThrownBy(() -> of("shop-prod", "mail=" + MAIL).function(""))
                .withMessageStartingWith("nothing says where the tasks of the project's function go");
    }

    @Test
    void aQueueIsInTheDomainOfItsPartition() {
        assertThat(Places.queueUrl(SHOP))
                .isEqualTo("https://sqs.eu-central-1.amazonaws.com/123456789012/shop-prod-tasks");
        assertThat(Places.queueUrl(MAIL))
                .isEqualTo("https://sqs.cn-north-1.amazonaws.com.cn/123456789012/shop-mail-tasks");
        assertThat(Places.queueUrl("arn:aws-eusc:lambda:eusc-de-east-1:123456789012:function:shop"))
                .isEqualTo("https://sqs.eusc-de-east-1.amazonaws.eu/123456789012/shop-tasks");
        assertThat(Places.queueUrl("arn:aws-iso:lambda:us-iso-east-1:123456789012:function:shop"))
                .isEqualTo("https://sqs.us-iso-east-1.c2s.ic.gov/123456789012/shop-tasks");
        assertThat(Places.queueUrl("arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:shop"))
                .isEqualTo("https://sqs.us-gov-west-1.amazonaws.com/123456789012/shop-tasks");
        assertThat(Places.beside(MAIL, "sns")).isEqualTo("arn:aws-cn:sns:cn-north-1:123456789012:shop-mail-tasks");
    }

    @Test
    void onlyTheFunctionsOwnQueueIsItsOwn() {
        String queue = "arn:aws:sqs:eu-central-1:123456789012:shop-prod-tasks";
        String functions = "mail=" + MAIL + " =" + SHOP;

        assertThat(of("shop-prod", functions).isOwn("sqs", queue)).isTrue();
        assertThat(of("shop-prod", functions).isOwn("sns", queue)).isFalse();
        assertThat(of("shop-mail", functions).isOwn("sqs", queue)).isFalse();
        assertThat(of("prod", functions).isOwn("sqs", queue)).isFalse();
        assertThat(of("other", functions).isOwn("sqs", queue)).isFalse();
        assertThat(new Places(Map.of(Places.FUNCTIONS, functions)).isOwn("sqs", queue))
                .isFalse();
        assertThat(new Places(Map.of(Places.OWN, "shop-prod")).isOwn("sqs", queue))
                .isFalse();
    }

    @Test
    void aTableIsTheOneThatTheDeployerNames() {
        assertThat(new Places(Map.of(Places.STATES, "http://127.0.0.1:1/a")).states())
                .isEqualTo("http://127.0.0.1:1/a");
        assertThat(new Places(Map.of()).states()).isNull();
        assertThat(new Places(Map.of()).hasTable()).isFalse();
        assertThat(new Places(Map.of(Places.TABLE, "shop-tasks")).hasTable()).isTrue();
        assertThat(new Places(Map.of(Places.TABLE, "shop-tasks")).table()).isEqualTo("shop-tasks");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Places(Map.of()).table())
                .withMessage("LAMBDA_MAVEN__TASK_TABLE names no table to keep states in; deploy again");
        assertThat(new Places(Map.of(Places.LOCAL, "http://127.0.0.1:1")).isLocal())
                .isTrue();
        assertThat(new Places(Map.of()).isLocal()).isFalse();
        assertThat(new Places(Map.of(Places.BUCKET, "big")).bucket()).isEqualTo("big");
    }
}

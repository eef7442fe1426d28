package io.lambdamaven.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpResponseTest {
    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: x=1", "a\nb", "a\rb", "a\0b", "a\u007fb", "a\u0085b", "a\u2028b"})
    void aValueThatIsNoHeaderValueIsRefused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpResponse.of(200).header("X-Name", value))
                .withMessageContaining("the value of header X-Name holds a character that no header may hold");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpResponse.of(200).cookie(value));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpResponse.of(200).header("Set-Cookie", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "a\r\nb", "ä"})
    void aNameThatIsNoTokenIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpResponse.of(200).header(name, "v"))
                .withMessageContaining("is not the name of a header");
    }

    @Test
    void aTabAndLatinLettersMayStandInAValue() {
        assertThat(HttpResponse.of(200).header("X-Name", "a\tä").headers().get("x-name"))
                .containsExactly("a\tä");
    }

    @Test
    void aStatusMustBeOneThatAFunctionCanAnswer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpResponse.of(100))
                .withMessage("an HTTP response has a status from 200 to 599, not 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpException(200, "fine"))
                .withMessage("an HTTP error has a status from 400 to 599, not 200");
    }

    @Test
    void aChangeMakesACopy() {
        HttpResponse first = HttpResponse.of(200);
        HttpResponse second =
                first.header("A", "1").header("a", "2").cookie("c=1").body("b");

        assertThat(first.headers()).isEmpty();
        assertThat(first.body()).isNull();
        assertThat(second.headers().get("A")).containsExactly("1", "2");
        assertThat(second.cookies()).containsExactly("c=1");
    }

    @Test
    void bytesAreCopiedInAndOut() {
        byte[] bytes = {1};
        HttpResponse response = HttpResponse.bytes(bytes);
        bytes[0] = 2;

        assertThat((byte[]) response.body()).containsExactly(1);
    }
}

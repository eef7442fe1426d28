package io.lambdamaven.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieTest {
    @Test
    void aCookieIsSafeUnlessItIsSaidOtherwise() {
        assertThat(Cookie.of("id", "7")).hasToString("id=7; Path=/; Secure; HttpOnly; SameSite=Lax");
        assertThat(Cookie.of("id", "a=b")
                        .path("/shop")
                        .domain("shop.example")
                        .maxAge(Duration.ofHours(1).plusMillis(999))
                        .secure(false)
                        .httpOnly(false)
                        .sameSite(SameSite.STRICT))
                .hasToString("id=a=b; Path=/shop; Domain=shop.example; Max-Age=3600; SameSite=Strict");
        assertThat(Cookie.removal("id")).hasToString("id=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");
        assertThat(Cookie.of("id", "").maxAge(Duration.ofDays(-1)).header()).contains("Max-Age=0;");
    }

    @Test
    void aResponseCarriesIt() {
        HttpResponse response = HttpResponse.redirect("/next").cookie(Cookie.of("id", "7"));

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.headers()).containsEntry("Location", List.of("/next"));
        assertThat(response.cookies()).containsExactly("id=7; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a;b", "a,b", "\"a\"", "a\\b", "a\r\nSet-Cookie: b=c", "\u00e4", "a\0", "a\u007f"})
    void aValueCannotSayMoreThanItself(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cookie.of("id", value));
        assertThatIllegalArgumentException().isThrownBy(() -> Cookie.of(value, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a; Domain=evil.example", "/a\r\n", "a", "", "/\u00e4"})
    void aPathCannotEither(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cookie.of("id", "x").path(path));
    }

    @Test
    void aDomainCannotEither() {
        for (String domain : List.of("", "a; Path=/", "a b", "a\n")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Cookie.of("id", "x").domain(domain));
        }
    }

    @Test
    void whatBrowsersRefuseIsRefusedHere() {
        for (Cookie cookie : List.of(
                Cookie.of("id", "x").secure(false).sameSite(SameSite.NONE),
                Cookie.of("__Secure-id", "x").secure(false),
                Cookie.of("__Host-id", "x").secure(false),
                Cookie.of("__Host-id", "x").domain("shop.example"),
                Cookie.of("__Host-id", "x").path("/shop"))) {
            assertThatIllegalStateException().isThrownBy(cookie::header).withMessageContaining("browsers refuse");
        }
        assertThat(Cookie.of("__Host-id", "x").sameSite(SameSite.NONE).header()).contains("SameSite=None");
    }

    @Test
    void onlyRedirectsRedirect() {
        assertThat(HttpResponse.redirect(308, "https://shop.example/").status()).isEqualTo(308);
        assertThatIllegalArgumentException().isThrownBy(() -> HttpResponse.redirect(304, "/"));
        assertThatIllegalArgumentException().isThrownBy(() -> HttpResponse.redirect("/a\r\nx: y"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpResponse.text("").eTag("a\"b"));
    }
}

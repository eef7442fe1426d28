package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.api.FormPart;
import io.lambdamaven.runtime.Asked.Replied;
import io.lambdamaven.runtime.form.Form;
import io.lambdamaven.runtime.route.HttpTerms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are forms, sound and hostile ones. */
class FormsTest {
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=XyZ";

    private static Replied values(String type, byte[] body) throws IOException {
        return Asked.of(
                        HttpTerms.of(),
                        "POST",
                        "POST",
                        in -> Form.of(in).field("a").asList(String.class))
                .with("Content-Type", type)
                .body(body)
                .ask();
    }

    private static Replied values(String type, String body) throws IOException {
        return values(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Replied parts(String body) throws IOException {
        return Asked.of(
                        HttpTerms.of(),
                        "POST",
                        "POST",
                        in -> Form.of(in).part("a").asList(FormPart.class).stream()
                                .map(part -> part + ": " + part.text())
                                .toList()
                                .toString())
                .with("Content-Type", MULTIPART)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .ask();
    }

    private static String part(String head, String content) {
        return "--XyZ\r\n" + head + "\r\n\r\n" + content + "\r\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a=1                 | [\"1\"]",
                "a=1&b=2&a=3         | [\"1\",\"3\"]",
                "a=                  | [\"\"]",
                "a                   | [\"\"]",
                "&&a=1&              | [\"1\"]",
                "b=1                 | []",
                "a=x+y%20z%2B        | [\"x y z+\"]",
                "%61=%C3%A4          | [\"ä\"]",
                "a=1=2               | [\"1=2\"]",
                "a=%26%3D            | [\"&=\"]",
                "A=1                 | []",
            })
    void fieldsAreDecoded(String body, String values) throws IOException {
        assertThat(values(URL_ENCODED, body).body()).isEqualTo(values);
        assertThat(values(URL_ENCODED + "; charset=ISO-8859-1", body).body()).isEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=1", "a=%C3%28", "a=%ff", "b=%&a=1"})
    void aMalformedFormIsABadRequest(String body) throws IOException {
        Replied replied = values(URL_ENCODED, body);

        assertThat(replied.status()).isEqualTo(400);
        assertThat(replied.body()).contains("the form is not");
    }

    @Test
    void manyFieldsAreTooMany() throws IOException {
        assertThat(values(URL_ENCODED, "a=1&".repeat(1000)).status()).isEqualTo(200);
        assertThat(values(URL_ENCODED, "a=1&".repeat(1001)).body()).contains("the form has more than 1000 fields");
        String part = part("Content-Disposition: form-data; name=a", "1");
        assertThat(values(MULTIPART, part.repeat(1001) + "--XyZ--").status()).isEqualTo(400);
    }

    @Test
    void noBodyIsAnEmptyFormAndAnotherBodyNone() throws IOException {
        assertThat(values(URL_ENCODED, "").body()).isEqualTo("[]");
        assertThat(values("application/json", "{}").body()).contains("the body is no form");
        assertThat(Asked.of(
                                HttpTerms.of(),
                                "POST",
                                "POST",
                                in -> Form.of(in).field("a").as(String.class))
                        .ask()
                        .body())
                .contains("form field 'a' is missing");
    }

    @Test
    void partsHaveNamesFilesTypesAndBytes() throws IOException {
        String body = "ignored\r\n"
                + part(
                        "Content-Disposition: form-data; name=\"a\"; filename=\"C:\\\\photos\\\\cat \\\"x\\\".png\"\r\n"
                                + "Content-Type: image/png",
                        "bytes\r\n--Xy\r\n")
                + part("content-disposition:form-data;name=a", "")
                + part("X-Other: 1\r\nContent-Disposition: form-data; filename=../../etc/passwd; name=\"a\"", "p")
                + part("Content-Disposition: form-data; name=\"b\"", "2")
                + "--XyZ--\r\nepilogue";

        assertThat(parts(body).body())
                .isEqualTo("[a (cat \"x\".png), image/png, 13 bytes: bytes\r\n--Xy\r\n, "
                        + "a, text/plain, 0 bytes: , a (passwd), text/plain, 1 bytes: p]");
        assertThat(values(MULTIPART, body).body()).as("files are no fields").isEqualTo("[\"\"]");
        assertThat(values("Multipart/Form-Data; x=\"a;b\"; BOUNDARY=\"XyZ\"", body)
                        .body())
                .isEqualTo("[\"\"]");
    }

    @Test
    void everyByteArrivesAsItIs() throws IOException {
        byte[] content = new byte[70_000];
        new Random(7).nextBytes(content);
        byte[] head = "--XyZ\r\nContent-Disposition: form-data; name=a; filename=f\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\r\n--XyZ--".getBytes(StandardCharsets.US_ASCII);
        byte[] body = Arrays.copyOf(head, head.length + content.length + tail.length);
        System.arraycopy(content, 0, body, head.length, content.length);
        System.arraycopy(tail, 0, body, head.length + content.length, tail.length);
        boolean[] same = {false};

        Asked.of(HttpTerms.of(), "POST", "POST", in -> {
                    same[0] = Arrays.equals(
                            content, Form.of(in).part("a").as(FormPart.class).bytes());
                    return null;
                })
                .with("Content-Type", MULTIPART)
                .body(body)
                .ask();

        assertThat(same[0]).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"XyZ",
                "multipart/form-data; boundary=\"a\u00e4\"",
                "multipart/form-data; boundary=\"a \"",
                "multipart/form-data; boundary=01234567890123456789012345678901234567890123456789012345678901234567890",
            })
    void aBoundaryHasToBeOne(String type) throws IOException {
        assertThat(values(type, "--XyZ--").body()).contains("the form has no proper boundary");
    }

    @Test
    void whatCouldBeReadInTwoWaysIsRefused() throws IOException {
        String head = "Content-Disposition: form-data; name=a";
        String whole = part(head, "1") + "--XyZ--";
        assertThat(values(MULTIPART, whole).body()).isEqualTo("[\"1\"]");
        for (int i = 1; i < whole.length() - 1; i++) {
            assertThat(values(MULTIPART, whole.substring(0, i)).status())
                    .as(whole.substring(0, i))
                    .isEqualTo(400);
        }
        for (String body : List.of(
                whole.replace("\r\n", "\n"),
                whole.replace("\r\n", "\r"),
                part("Content-Disposition: attachment; name=a", "1") + "--XyZ--",
                part("Content-Disposition: form-data", "1") + "--XyZ--",
                part("Content-Disposition: form-data; name=\"a", "1") + "--XyZ--",
                part("Content-Type: text/plain", "1") + "--XyZ--",
                part(head + "\r\n" + head, "1") + "--XyZ--",
                part(head + "\r\n folded: 1", "1") + "--XyZ--",
                part("Content-Disposition : form-data; name=a", "1") + "--XyZ--",
                part("no header\r\n" + head, "1") + "--XyZ--",
                part(head + "\0", "1") + "--XyZ--",
                part(head + "\nx: y", "1") + "--XyZ--",
                part(head + "\r\nContent-Transfer-Encoding: base64", "MQ==") + "--XyZ--",
                part(head + "\r\nX: " + "x".repeat(9000), "1") + "--XyZ--",
                part(head, "1\r\n--XyZw") + "--XyZ--",
                "--XyZ\r\n\r\n1\r\n--XyZ--",
                "nothing at all")) {
            assertThat(values(MULTIPART, body).status()).as(body).isEqualTo(400);
        }
        byte[] latin = part("Content-Disposition: form-data; name=\u00e4", "1").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(values(MULTIPART, latin).status()).isEqualTo(400);
    }

    @Test
    void millionsOfDelimitersEndSoon() throws IOException {
        long start = System.nanoTime();

        assertThat(values(MULTIPART, "\r\n--Xy".repeat(700_000)).status()).isEqualTo(400);
        assertThat(values(MULTIPART, "--XyZ\r\n".repeat(500_000)).status()).isEqualTo(400);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }
}

package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A method opens the file that a path parameter names, below a folder: what it gets never leads out of it. */
class PathTraversalTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> TRAPS = List.of(
            "..",
            ".",
            "../etc/passwd",
            "a/../../etc/passwd",
            "a/./b",
            "%2e%2e",
            "%2E%2e/etc/passwd",
            ".%2e/etc/passwd",
            "%2e%2e%2fetc%2fpasswd",
            "..%2fetc",
            "a%2f..%2f..%2fetc",
            "..\\etc",
            "a\\..\\..\\etc",
            "..%5cetc",
            "a%5C..%5Cetc",
            "%5cshare",
            "\\\\share",
            "/etc/passwd",
            "//etc/passwd",
            "%2fetc%2fpasswd",
            "%2f%2fetc",
            "a%00.png",
            "a\0.png",
            "a/%00",
            "../",
            "a/..");

    /** Malformed on their own: a front that decodes lets them through as the text they are. */
    private static final List<String> MALFORMED = List.of(
            "%c0%ae%c0%ae/etc",
            "%c0%af%c0%afetc",
            "%e0%80%ae%e0%80%ae/etc",
            "%f0%80%80%ae/etc",
            "%c1%9cetc",
            "%ff%fe",
            "%ed%a0%80",
            "%u002e%u002e/etc",
            "%",
            "%2",
            "%zz");

    @ParameterizedTest
    @EnumSource
    void noPathLeadsOutOfItsFolder(HttpForm form) throws IOException {
        for (String prefix : List.of("/files/", "/", "/item/")) {
            for (String trap : TRAPS) {
                // One segment is not asked for several.
                if (!prefix.equals("/item/") || trap.indexOf('/') < 0) {
                    List<String> got = new ArrayList<>();
                    assertThat(ask(form, prefix + trap, got))
                            .as("%s%s", prefix, trap)
                            .isEqualTo(400);
                    assertThat(got).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotUtf8IsNotRepaired(HttpForm form) throws IOException {
        for (String path : MALFORMED) {
            List<String> got = new ArrayList<>();
            int status = ask(form, "/files/" + path, got);
            if (form.decodes) {
                assertThat(got).as(path).containsExactly(path);
            } else {
                assertThat(status).as(path).isEqualTo(400);
                assertThat(got).as(path).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPathIsDecodedOnce(HttpForm form) throws IOException {
        List<String> got = new ArrayList<>();
        for (String path : List.of("%252e%252e/etc", "%252e%252e%252fetc", "a%252500")) {
            assertThat(ask(form, "/files/" + path, got)).as(path).isEqualTo(200);
        }
        assertThat(got).containsExactly("%2e%2e/etc", "%2e%2e%2fetc", "a%2500");
    }

    @ParameterizedTest
    @EnumSource
    void emptySegmentsWithinAPathStayWithinTheFolder(HttpForm form) throws IOException {
        List<String> got = new ArrayList<>();
        assertThat(ask(form, "/files/a//b", got)).isEqualTo(200);
        assertThat(ask(form, "/files/...", got)).isEqualTo(200);
        assertThat(ask(form, "/files/..a/b..", got)).isEqualTo(200);

        assertThat(got).containsExactly("a//b", "...", "..a/b..");
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsPutTogetherStaysWithinTheFolder(HttpForm form) throws IOException {
        String[] pieces = {
            "..",
            ".",
            "/",
            "\\",
            "%2e",
            "%2E",
            "%2f",
            "%2F",
            "%5c",
            "%00",
            "\0",
            "a",
            "%c0%ae",
            "%252e",
            "%252f",
            ";",
            "%",
            "%2",
            "//",
            "~",
            " ",
            "%20",
            "+",
            ":",
            "C:",
            "%e2%80%ae",
            "\u2024",
            "\uff0e",
            "\uff0f",
            "\ud800"
        };
        Random random = new Random(form.ordinal());
        List<String> got = new ArrayList<>();
        for (int round = 0; round < 4_000; round++) {
            StringBuilder path = new StringBuilder(random.nextBoolean() ? "/files/" : "/item/");
            for (int i = random.nextInt(8); i >= 0; i--) {
                path.append(pieces[random.nextInt(pieces.length)]);
            }
            ask(form, path.toString(), got);
        }
        assertThat(got).hasSizeGreaterThan(100).allSatisfy(PathTraversalTest::staysInside);
    }

    private static void staysInside(String value) {
        assertThat(value).doesNotContain("\0").doesNotStartWith("/").doesNotStartWith("\\");
        int depth = 0;
        for (String segment : value.split("[/\\\\]")) {
            depth += segment.equals("..") ? -1 : segment.isEmpty() || segment.equals(".") ? 0 : 1;
            assertThat(depth).as(value).isNotNegative();
        }
    }

    private static int ask(HttpForm form, String path, List<String> got) throws IOException {
        RouteTable routes = RouteTable.builder(Map.of())
                .http(0, "ANY", "/files/{path+}", "Files.open")
                .http(1, "ANY", "/item/{path}", "Files.item")
                .http(2, "ANY", "/{path+}", "Files.any")
                .build();
        MethodHandler handler = new MethodHandler(routes, in -> {
            got.add(in.path("path").as(String.class));
            return "";
        });
        JsonNode answer = JSON.readTree(handler.invoke(form.event(path), Invocation.live()));
        return answer.get("statusCode").asInt();
    }
}

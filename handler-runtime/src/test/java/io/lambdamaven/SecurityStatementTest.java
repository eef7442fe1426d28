package io.lambdamaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SECURITY.md says which test holds which claim: it is true only as long as there are such tests. */
class SecurityStatementTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, String> sources = sources();
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED.matcher(statement());
        int count = 0;
        while (named.find()) {
            String source = sources.get(named.group(1));
            String member = named.group(2);
            boolean there = source != null && (member == null || isTest(source, member));
            if (!there) {
                missing.add(named.group());
            }
            count++;
        }

        assertThat(missing).isEmpty();
        assertThat(count).isGreaterThan(20);
    }

    @Test
    void everyClaimNamesATest() throws IOException {
        String text = statement();
        String claims = text.substring(text.indexOf("## Threat model"), text.indexOf("## What is not protected"));
        String[] paragraphs = claims.split("\n(?=- |\n)");
        List<String> bare = new ArrayList<>();
        int claimed = 0;
        for (String paragraph : paragraphs) {
            if (paragraph.startsWith("- **")) {
                claimed++;
                if (!NAMED.matcher(paragraph).find()) {
                    bare.add(paragraph);
                }
            }
        }

        assertThat(bare).isEmpty();
        assertThat(claimed).isGreaterThan(10);
    }

    @Test
    void aTestThatDoesNotExistIsMissed() {
        assertThat(isTest("@Test\n    void aName() {}", "aName")).isTrue();
        assertThat(isTest("    private static void aName() {}", "aName")).isFalse();
        assertThat(isTest("@Test\n    void aNameThatIsLonger() {}", "aName")).isFalse();
    }

    /** A method under a test's annotation, or a rule of ArchUnit's. */
    private static boolean isTest(String source, String member) {
        return Pattern.compile("\n    void " + member + "\\(").matcher(source).find()
                || Pattern.compile("@ArchTest\\s+static final ArchRule " + member + "\\b")
                        .matcher(source)
                        .find();
    }

    private static String statement() throws IOException {
        return Files.readString(ROOT.resolve("SECURITY.md"));
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String module : List.of("handler-runtime", "plugin")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file : files.filter(path -> path.toString().endsWith("Test.java"))
                        .toList()) {
                    String name = file.getFileName().toString();
                    sources.merge(
                            name.substring(0, name.length() - ".java".length()),
                            Files.readString(file),
                            String::concat);
                }
            }
        }
        return sources;
    }
}

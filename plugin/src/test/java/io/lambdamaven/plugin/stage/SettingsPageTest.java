package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/**
 * The page of all settings says what the code says. {@code mvn test -Dtest=SettingsPageTest -Dlambda.site.rewrite=true} writes
 * it anew.
 */
class SettingsPageTest {
    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path PAGE = MODULE.resolve("../src/site/markdown/settings.md");
    private static final Path DESCRIPTOR = MODULE.resolve("target/classes/META-INF/maven/plugin.xml");

    private static GoalParameters parameters() throws IOException, SAXException, ParserConfigurationException {
        return GoalParameters.read(DESCRIPTOR);
    }

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException, SAXException, ParserConfigurationException {
        String page = new SettingsPage(parameters()).text();
        if (Boolean.getBoolean("lambda.site.rewrite")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("write it anew with -Dtest=SettingsPageTest -Dlambda.site.rewrite=true")
                .isEqualTo(page);
    }

    @Test
    void everySettingIsAParameterOfEveryGoalThatDeploys()
            throws IOException, SAXException, ParserConfigurationException {
        GoalParameters parameters = parameters();
        List<String> wanted = Stream.concat(
                        Stream.of(Setting.values()).map(Setting::element),
                        Stream.of("environment", "placeholders", "tags", "endpoints", "functions", "stages"))
                .toList();
        assertThat(parameters.all()).extracting(GoalParameters.Parameter::name).containsAll(wanted);
        for (String name : wanted) {
            assertThat(parameters.named(name).goals())
                    .as(name)
                    .containsAll(List.of("plan", "deploy", "deploy-no-fork", "undeploy", "effective-config"));
        }
        for (Setting setting : Setting.values()) {
            assertThat(parameters.named(setting.element()).property()).isEqualTo(setting.property());
        }
    }

    @Test
    void noParameterIsASecretKey() throws IOException, SAXException, ParserConfigurationException {
        TreeSet<String> names = new TreeSet<>();
        parameters().all().forEach(parameter -> names.add(parameter.name()));
        assertThat(names)
                .noneMatch(name -> name.matches("(?i).*(secret|password|accessKey|sessionToken|credential).*"));
    }

    @Test
    void everyPageOfAwsIsOneOfItsDocumentation() {
        assertThat(SettingsPage.AWS_PAGES.values())
                .allMatch(page -> page.startsWith("https://docs.aws.amazon.com/") && page.endsWith(".html"));
    }
}

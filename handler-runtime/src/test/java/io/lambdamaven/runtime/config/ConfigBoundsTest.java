package io.lambdamaven.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.api.Settings;
import io.lambdamaven.runtime.aws.Deadline;
import io.lambdamaven.runtime.aws.Loopback;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where what is taken ends and what is refused begins. */
@Timeout(60)
class ConfigBoundsTest {
    @TempDir
    Path folder;

    @AfterEach
    void leave() {
        Settings.use(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://b/k", "ssm:p", "ssm:p/", "secretsmanager:s", "appconfig:a/e/p", "file:f"})
    void theShortestAddressesAreGood(String address) {
        assertThatCode(() -> Origin.of(Address.of(address), Map.of())).doesNotThrowAnyException();
        assertThat(Address.of("x:y").scheme()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#x:y", "?x:y", "s3:", ":", "x", "#", "?"})
    void whatOnlyLooksLikeAnAddressIsNot(String address) {
        assertThatThrownBy(() -> Address.of(address))
                .hasMessage("'" + address + "' is not the address of a configuration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file:f,", ",file:f", "file:f,,file:g"})
    void aSourceThatIsMissingIsNotPassedOver(String sources) {
        assertThatThrownBy(() -> RemoteConfig.of(Map.of(RemoteConfig.VARIABLE, sources)))
                .hasMessage("'' is not the address of a configuration");
        assertThatThrownBy(() -> RemoteConfig.of(Map.of())).isInstanceOf(ConfigException.class);
    }

    @Test
    void keysAreOfTheseCharactersAlone() {
        for (char c = 0; c < 256; c++) {
            boolean letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_".indexOf(c) >= 0;
            assertThat(SettingKeys.isKey(c + "x")).as("%d first", (int) c).isEqualTo(letter);
            assertThat(SettingKeys.isKey("x" + c))
                    .as("%d later", (int) c)
                    .isEqualTo(letter || "0123456789.".indexOf(c) >= 0);
        }
        assertThat(SettingKeys.isKey("")).isFalse();
    }

    @Test
    void allButUnreservedCharactersAreEncodedInAddresses() {
        for (char c = 0; c < 256; c++) {
            String wanted = URLEncoder.encode(String.valueOf(c), StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("*", "%2A")
                    .replace("%7E", "~");
            assertThat(Uris.part(String.valueOf(c))).isEqualTo(wanted);
            assertThat(Uris.path(String.valueOf(c))).isEqualTo(c == '/' ? "/" : wanted);
        }
    }

    @Test
    void aMessageShowsAKeyOf64PrintableCharacters() {
        assertThatThrownBy(() -> FlatJson.checkKey("-".repeat(64)))
                .hasMessageStartingWith("the key '" + "-".repeat(64) + "' is not");
        assertThatThrownBy(() -> FlatJson.checkKey("-".repeat(65)))
                .hasMessageStartingWith("the key '" + "-".repeat(64) + "...' is not");
        assertThatThrownBy(() -> FlatJson.checkKey(" ~\u001f\u007f")).hasMessageStartingWith("the key ' ~??' is not");
    }

    @Test
    void aFileThatIsTooLargeIsNotReadAtAll() throws IOException {
        Path file = folder.resolve("large.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(Integer.MAX_VALUE + 2L);
        }
        assertThatThrownBy(() -> RemoteConfig.of(Map.of(RemoteConfig.VARIABLE, "file:" + file))
                        .load(1_000))
                .hasMessageEndingWith("it has more than 262144 bytes");
    }

    @Test
    void whatWasReadTellsItsSources() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{\"a\":\"1\"}");

        Loaded loaded =
                RemoteConfig.of(Map.of(RemoteConfig.VARIABLE, "file:" + file)).load(1_000);

        assertThat(loaded.values()).isEqualTo(Map.of("a", "1"));
        assertThat(loaded.sources()).singleElement().asString().startsWith("file:" + file + " (sha256 ");
    }

    @Test
    void aPathWithoutAnEndIsGivenUp() throws IOException {
        try (Loopback service = new Loopback()) {
            service.always(200, "{\"Parameters\":[],\"NextToken\":\"more\"}");

            assertThatThrownBy(() -> RemoteConfig.of(Map.of(RemoteConfig.VARIABLE, "ssm:/shop/"))
                            .load(new Session(service.aws(), Deadline.in(50_000))))
                    .hasMessageEndingWith("it has more than 1000 pages");
            assertThat(service.sent).hasSize(1000);
        }
    }

    @Test
    void aSettingIsOfItsTypeAndNeverQuoted() {
        Settings.use(Map.of("COUNT", "7", "WORD", "hunter2"));
        Injected settings = Injected.now();

        assertThat(settings.at("COUNT").as(Integer.class)).isEqualTo(7);
        assertThat(settings.at("COUNT").orElse("8").as(Integer.class)).isEqualTo(7);
        assertThat(settings.at("NO_COUNT").orElse("8").as(Integer.class)).isEqualTo(8);
        assertThat(settings.at("COUNT").asOptional(Integer.class)).contains(7);
        assertThat(settings.at("NO_COUNT").asOptional(Integer.class)).isEmpty();
        assertThat(settings.at("COUNT").asNullable(Integer.class)).isEqualTo(7);
        assertThat(settings.at("NO_COUNT").asNullable(Integer.class)).isNull();
        assertThat(settings.at("PATH").as(String.class)).isEqualTo(System.getenv("PATH"));
        assertThatThrownBy(() -> settings.at("NO_COUNT").as(Integer.class))
                .hasMessageStartingWith("the setting NO_COUNT has no value: put it");
        assertThatThrownBy(() -> settings.at("WORD").as(Integer.class))
                .hasMessage("the setting WORD is not of type Integer")
                .hasNoCause();
    }
}

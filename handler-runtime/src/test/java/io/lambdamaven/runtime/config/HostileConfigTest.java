package io.lambdamaven.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that a source could hold and must not, and the names that no setting may have. */
class HostileConfigTest {
    private static final String SECRET = "hunter2";

    private static Map<String, String> read(String json) {
        return FlatJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFlatObjectOfTextsIsRead() {
        assertThat(read(" {\"a\":\"1\",\"B_2.c\":\"\\u00e4\",\"_x\":\"\"}\n"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", "1", "B_2.c", "ä", "_x", ""));
        assertThat(read("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "[{\"a\":\"hunter2\"}]",
                "\"hunter2\"",
                "hunter2",
                "{\"a\":\"hunter2\"",
                "{\"a\":\"hunter2",
                "{\"a\":\"hunter2\",}",
                "{\"a\":\"hunter2\"}x",
                "{\"a\":\"hunter2\"}{\"a\":\"hunter2\"}",
                "{\"a\":\"hunter2\"} // all",
                "{a:\"hunter2\"}",
                "{'a':'hunter2'}",
                "{\"a\":1}",
                "{\"a\":true}",
                "{\"a\":null}",
                "{\"a\":[\"hunter2\"]}",
                "{\"a\":{\"b\":\"hunter2\"}}",
                "{\"b\":\"hunter2\",\"a\":{}}",
                "{\"a\":\"hunter2\",\"a\":\"hunter2\"}",
                "{\"a\":\"hunter2\",\"\\u0061\":\"other\"}",
                "{\"\":\"hunter2\"}",
                "{\"1a\":\"hunter2\"}",
                "{\".a\":\"hunter2\"}",
                "{\"a-b\":\"hunter2\"}",
                "{\"a b\":\"hunter2\"}",
                "{\"a\\u0000\":\"hunter2\"}",
                "{\"a\\n\":\"hunter2\"}",
                "{\"ä\":\"hunter2\"}",
                "{\"a=b\":\"hunter2\"}",
                "{\"AWS_SECRET_ACCESS_KEY\":\"hunter2\"}",
                "{\"aws_region\":\"hunter2\"}",
                "{\"LAMBDA_TASK_ROOT\":\"hunter2\"}",
                "{\"LAMBDA_MAVEN__CONFIG\":\"hunter2\"}",
                "{\"JAVA_TOOL_OPTIONS\":\"hunter2\"}",
                "{\"java_tool_options\":\"hunter2\"}",
                "{\"JDK_JAVA_OPTIONS\":\"hunter2\"}",
                "{\"_JAVA_OPTIONS\":\"hunter2\"}",
                "{\"LD_PRELOAD\":\"hunter2\"}",
                "{\"DYLD_INSERT_LIBRARIES\":\"hunter2\"}",
                "{\"CLASSPATH\":\"hunter2\"}",
                "{\"JAVA_HOME\":\"hunter2\"}",
                "{\"PATH\":\"hunter2\"}",
                "{\"_HANDLER\":\"hunter2\"}",
                "{\"_X_AMZN_TRACE_ID\":\"hunter2\"}"
            })
    void whatIsNotAFlatObjectOfTextsIsRefusedAndNotQuoted(String json) {
        ConfigException failure = catchThrowableOfType(ConfigException.class, () -> read(json));

        assertThat(failure).as(json).isNotNull();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            assertThat(String.valueOf(each.getMessage())).doesNotContain(SECRET).matches("\\p{Print}*");
        }
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] json = "{\"a\":\"xx\"}".getBytes(StandardCharsets.UTF_8);
        json[6] = (byte) 0xC3;
        json[7] = (byte) 0x28;
        assertThatThrownBy(() -> FlatJson.read(json)).isInstanceOf(ConfigException.class);
    }

    @Test
    void aConfigurationOf256KiBIsReadAndOneByteMoreIsNot() {
        String frame = "{\"a\":\"\"}";
        String most = "{\"a\":\"" + "x".repeat(256 * 1024 - frame.length()) + "\"}";
        assertThat(read(most)).hasSize(1);
        assertThatThrownBy(() -> read(most + " ")).hasMessage("it has more than 262144 bytes");
    }

    @Test
    void aLongKeyIsCutInTheMessage() {
        assertThatThrownBy(() -> read("{\"" + "k".repeat(500) + "-\":\"x\"}"))
                .hasMessageContaining("'" + "k".repeat(64) + "...'")
                .hasMessageNotContaining("k".repeat(65));
    }

    @Test
    void namesThatOnlyBeginLikeReservedOnesAreFree() {
        assertThat(read("{\"AWS\":\"a\",\"LAMBDAS\":\"b\",\"LDAP_URL\":\"c\",\"PATHS\":\"d\",\"aws.region\":\"e\"}"))
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s3",
                "s3:",
                ":x",
                "s3://bucket",
                "s3://bucket/",
                "s3:///key",
                "s3:bucket/key",
                "http://example.com/key",
                "s3://bucket/key?version=",
                "s3://bucket/key?versionId=x",
                "s3://bucket/key#sha256=",
                "s3://bucket/key#sha256=abc",
                "s3://bucket/key#sha256=0000000000000000000000000000000000000000000000000000000000000000f",
                "s3://bucket/key#sha256=000000000000000000000000000000000000000000000000000000000000000G",
                "s3://bucket/key#md5=00000000000000000000000000000000",
                "appconfig:app/env",
                "appconfig:app//profile",
                "appconfig:app/env/profile/more",
                "appconfig:app/env/",
                "ssm:/",
                "ssm:/path/?version=3",
                "file:settings.json?version=3",
                "s3://bucket/key,",
                ",s3://bucket/key"
            })
    void anAddressThatIsNoneIsRefusedBeforeAnythingIsRead(String sources) {
        assertThatThrownBy(() -> RemoteConfig.of(Map.of(RemoteConfig.VARIABLE, sources)))
                .isInstanceOf(ConfigException.class);
    }

    @Test
    void onLambdaNoFileIsRead() {
        Map<String, String> lambda = Map.of(RemoteConfig.VARIABLE, "file:/etc/passwd", "LAMBDA_TASK_ROOT", "/var/task");
        assertThatThrownBy(() -> RemoteConfig.of(lambda)).hasMessageContaining("files are for the local Lambda");
    }
}

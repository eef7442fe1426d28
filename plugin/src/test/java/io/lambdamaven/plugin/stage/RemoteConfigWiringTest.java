package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.report.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RemoteConfigWiringTest {
    private static final String SOURCES = "remoteConfig.sources";
    private static final String KEY = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    @Test
    void theFunctionIsToldItsSourcesInOrderAndItsRefresh() {
        var project = Project.orders()
                .part(SOURCES, "s3://${bucket}/app.json?version=abc, ssm:/shop/, secretsmanager:shop/db")
                .part("remoteConfig.refresh", "300")
                .placeholders(Map.of("bucket", "settings"))
                .desired();
        assertThat(environment(project))
                .containsEntry(
                        "LAMBDA_MAVEN__CONFIG", "s3://settings/app.json?version=abc,ssm:/shop/,secretsmanager:shop/db")
                .containsEntry("LAMBDA_MAVEN__CONFIG_REFRESH", "300");
    }

    private static Map<String, String> environment(Desired desired) {
        return desired.resources().stream()
                .filter(LambdaFunction.class::isInstance)
                .map(LambdaFunction.class::cast)
                .findFirst()
                .orElseThrow()
                .environment();
    }

    private static String policy(Desired desired) {
        return desired.resources().stream()
                .filter(Role.class::isInstance)
                .map(Role.class::cast)
                .findFirst()
                .orElseThrow()
                .policy();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "s3://settings/a/b.json [\"s3:GetObject\"] arn:aws:s3:::settings/a/b.json",
                "s3://settings/b.json?version=x [\"s3:GetObjectVersion\"] arn:aws:s3:::settings/b.json",
                "ssm:/a/b [\"ssm:GetParameter\"] arn:aws:ssm:REGION:ACCOUNT:parameter/a/b",
                "ssm:b [\"ssm:GetParameter\"] arn:aws:ssm:REGION:ACCOUNT:parameter/b",
                "ssm:/a/b/ [\"ssm:GetParametersByPath\"] arn:aws:ssm:REGION:ACCOUNT:parameter/a/b",
                "secretsmanager:a/b [\"secretsmanager:GetSecretValue\"] arn:aws:secretsmanager:REGION:ACCOUNT:secret:a/b-??????",
                "secretsmanager:arn:aws:secretsmanager:::secret:a-AbCdEf [\"secretsmanager:GetSecretValue\"] arn:aws:secretsmanager:REGION:ACCOUNT:secret:a-AbCdEf",
                "appconfig:abc1234/def5678/ghi9012 [\"appconfig:GetLatestConfiguration\",\"appconfig:StartConfigurationSession\"] arn:aws:appconfig:REGION:ACCOUNT:application/abc1234/environment/def5678/configuration/ghi9012"
            })
    void theRoleMayReadWhatIsNamedAndNothingElse(String source, String actions, String resource) {
        String with = policy(Project.orders().part(SOURCES, source).desired());
        String without = policy(Project.orders().desired());
        String place = without.replaceAll("(?s).*arn:aws:logs:([a-z0-9-]+:[0-9]{12}):.*", "$1");
        String statement = "{\"Action\":" + actions + ",\"Effect\":\"Allow\",\"Resource\":[\""
                + resource.replace("REGION:ACCOUNT", place) + "\"]}";
        assertThat(with).contains(statement);
        assertThat(with.replace(statement + ",", "").replace("," + statement, ""))
                .isEqualTo(without);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ssm:/a | \"ssm.REGION.*\"",
                "ssm:/a/, ssm:/b | \"ssm.REGION.*\"",
                "secretsmanager:a, s3://settings/a.json, ssm:/a | \"s3.REGION.*\",\"secretsmanager.REGION.*\",\"ssm.REGION.*\""
            })
    void aNamedKeyIsDecryptedWithByTheServicesThatAreReadAndByNobodyElse(String sources, String services) {
        String policy = policy(Project.orders()
                .part(SOURCES, sources)
                .part("remoteConfig.kmsKey", KEY)
                .desired());
        String region = policy.replaceAll("(?s).*arn:aws:logs:([a-z0-9-]+):.*", "$1");
        assertThat(policy)
                .contains("{\"Action\":[\"kms:Decrypt\"],\"Condition\":{\"StringLike\":{\"kms:ViaService\":["
                        + services.replace("REGION", region) + "]}},\"Effect\":\"Allow\",\"Resource\":[\"" + KEY
                        + "\"]}")
                .containsOnlyOnce("kms:Decrypt");
    }

    /** AWS does not say by which name AppConfig decrypts: a wrong one would fail every start. */
    @Test
    void aKeyThatAppConfigDecryptsWithIsNotNarrowed() {
        var project = Project.orders()
                .part(SOURCES, "ssm:/a, appconfig:abc1234/def5678/ghi9012")
                .part("remoteConfig.kmsKey", KEY);
        assertThat(policy(project.desired()))
                .contains("{\"Action\":[\"kms:Decrypt\"],\"Effect\":\"Allow\",\"Resource\":[\"" + KEY + "\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/a.json",
                "s3://settings",
                "s3://settings/",
                "s3://Settings/a.json",
                "s3://settings/*",
                "s3://settings/a b.json",
                "s3://settings/a.json?version=",
                "s3://settings/a.json?versionId=x",
                "s3://settings/a.json#sha256=abc",
                "s3://settings/a.json#md5=abc",
                "ssm:",
                "ssm:/",
                "ssm:/a//b",
                "ssm:/a/*",
                "ssm:/a/?version=1",
                "secretsmanager:",
                "secretsmanager:a*",
                "secretsmanager:arn:aws:s3:::secret",
                "appconfig:a/b/c",
                "appconfig:abcd/abcd",
                "appconfig:shop-app/production/settings",
                "file:a.json?version=1"
            })
    void whatIsNoSourceIsAFaultOfThePlan(String source) {
        assertThat(Project.orders().part(SOURCES, source).fault(Problem.LM274)).contains("'" + source + "'");
    }

    @Test
    void aFileIsForTheLocalLambda() {
        assertThat(Project.orders().part(SOURCES, "file:settings.json").fault(Problem.LM275))
                .contains("'file:settings.json' is a file of this machine", "-Dlambda.target");
        var local = Project.orders().part(SOURCES, "file:settings.json").pom(Setting.TARGET, "local");
        assertThat(environment(local.desired())).containsEntry("LAMBDA_MAVEN__CONFIG", "file:settings.json");
    }

    @Test
    void aRefreshOrAKeyNeedsASource() {
        assertThat(Project.orders().part("remoteConfig.refresh", "60").fault(Problem.LM277))
                .contains("read again", "-Dlambda.remoteConfig.sources");
        assertThat(Project.orders().part("remoteConfig.kmsKey", KEY).fault(Problem.LM277))
                .contains("encrypted");
    }

    @Test
    void anExistingRoleIsWarnedOf() {
        var project = Project.orders().part(SOURCES, "ssm:/a").pom(Setting.ROLE, "mine");
        assertThat(project.staged().warnings())
                .anySatisfy(warning -> assertThat(warning.render())
                        .startsWith("LM278")
                        .contains("The existing role 'mine' is not changed", "ssm:/a"));
    }

    @Test
    void partsThatAreNotKnownAreTold() {
        assertThat(Project.orders()
                        .part(SOURCES, "ssm:/a")
                        .part("remoteConfig.source", "ssm:/b")
                        .fault(Problem.LM254))
                .contains("sources, refresh, kmsKey");
    }
}

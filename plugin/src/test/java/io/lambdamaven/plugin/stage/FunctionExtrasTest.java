package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.plan.resource.EventInvokeConfig;
import io.lambdamaven.plugin.plan.resource.FunctionOptions;
import io.lambdamaven.plugin.plan.resource.FunctionOptions.Logging;
import io.lambdamaven.plugin.plan.resource.FunctionOptions.Mount;
import io.lambdamaven.plugin.plan.resource.FunctionOptions.Network;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.ProvisionedConcurrency;
import io.lambdamaven.plugin.plan.resource.RecursionConfig;
import io.lambdamaven.plugin.plan.resource.ReservedConcurrency;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.Version;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionExtrasTest {
    private static final String LAYER = "arn:aws:lambda:eu-central-1:123456789012:layer:fonts:3";
    private static final String POINT = "arn:aws:elasticfilesystem:::access-point/fsap-0123abcd";

    private static FunctionOptions options(Project project) {
        return project.only(LambdaFunction.class).options();
    }

    private static Project set(Setting setting, Object value) {
        return Project.orders().pom(setting, value);
    }

    private static Project inVpc() {
        return set(Setting.VPC_SUBNETS, "subnet-b, subnet-a").pom(Setting.VPC_SECURITY_GROUPS, "sg-1");
    }

    @Test
    void everyOptionReachesTheFunction() {
        assertThat(options(set(Setting.EPHEMERAL_STORAGE, 1024)).ephemeralStorage())
                .isEqualTo(1024);
        assertThat(options(set(Setting.KMS_KEY, "arn:aws:kms:::key/1")).kmsKey())
                .isEqualTo("arn:aws:kms:eu-central-1:123456789012:key/1");
        assertThat(options(set(Setting.LAYERS, LAYER + "," + LAYER)).layers()).containsExactly(LAYER, LAYER);
        assertThat(options(inVpc().pom(Setting.VPC_IPV6, "on")).network())
                .isEqualTo(new Network(List.of("subnet-a", "subnet-b"), List.of("sg-1"), true));
        assertThat(options(inVpc().pom(Setting.FILE_SYSTEM, POINT).pom(Setting.FILE_SYSTEM_PATH, "/mnt/files"))
                        .mount())
                .isEqualTo(new Mount(
                        "arn:aws:elasticfilesystem:eu-central-1:123456789012:access-point/fsap-0123abcd",
                        "/mnt/files"));
        assertThat(options(set(Setting.TRACING, "on")).tracing()).isEqualTo("Active");
        assertThat(options(set(Setting.LOG_FORMAT, "json").pom(Setting.APPLICATION_LOG_LEVEL, "debug"))
                        .logging())
                .isEqualTo(new Logging("JSON", "DEBUG", "INFO"));
        assertThat(options(set(Setting.DEAD_LETTER, "arn:aws:sqs:::lost")).deadLetter())
                .isEqualTo("arn:aws:sqs:eu-central-1:123456789012:lost");
        assertThat(options(set(Setting.SNAP_START, "on")).snapStart()).isEqualTo("PublishedVersions");
    }

    @Test
    void whatHangsOnTheFunctionIsMadeWhereItIsSet() {
        Project project = set(Setting.ON_FAILURE, "arn:aws:sns:::failed")
                .pom(Setting.MAXIMUM_EVENT_AGE, 60)
                .pom(Setting.RESERVED_CONCURRENCY, 5)
                .pom(Setting.PROVISIONED_CONCURRENCY, 2)
                .pom(Setting.RECURSIVE_LOOP, "allow");
        assertThat(project.only(EventInvokeConfig.class))
                .isEqualTo(new EventInvokeConfig(
                        "orders-dev", "live", 2, 60, null, "arn:aws:sns:eu-central-1:123456789012:failed"));
        assertThat(project.only(ReservedConcurrency.class)).isEqualTo(new ReservedConcurrency("orders-dev", 5));
        assertThat(project.only(ProvisionedConcurrency.class))
                .isEqualTo(new ProvisionedConcurrency("orders-dev", "live", 2));
        assertThat(project.only(RecursionConfig.class)).isEqualTo(new RecursionConfig("orders-dev", "Allow"));
        assertThat(Project.orders().all(EventInvokeConfig.class)).isEmpty();
    }

    @Test
    void noneSwitchesOffWhatAWeakerPlaceSets() {
        Project project = set(Setting.DEAD_LETTER, "arn:aws:sqs:::lost")
                .pom(Setting.LAYERS, LAYER)
                .pom(Setting.RESERVED_CONCURRENCY, 5)
                .commandLine(Setting.DEAD_LETTER, "none")
                .commandLine(Setting.LAYERS, "none")
                .commandLine(Setting.RESERVED_CONCURRENCY, "none");
        assertThat(options(project)).isEqualTo(FunctionOptions.USUAL);
        assertThat(project.all(ReservedConcurrency.class)).isEmpty();
    }

    @Test
    void theRoleMayDoWhatTheSettingsNeed() {
        String usual = Project.orders().only(Role.class).policy();
        assertThat(usual).doesNotContain("\"*\"", "xray", "ec2");
        assertThat(inVpc().only(Role.class).policy()).contains("ec2:CreateNetworkInterface", "\"Resource\":[\"*\"]");
        assertThat(set(Setting.TRACING, "active").only(Role.class).policy())
                .contains("\"xray:PutTelemetryRecords\",\"xray:PutTraceSegments\"");
        assertThat(set(Setting.DEAD_LETTER, "arn:aws:sqs:::lost")
                        .only(Role.class)
                        .policy())
                .contains("sqs:SendMessage", "arn:aws:sqs:eu-central-1:123456789012:lost");
        assertThat(set(Setting.DEAD_LETTER, "arn:aws:sns:::lost")
                        .only(Role.class)
                        .policy())
                .contains("sns:Publish");
        assertThat(set(Setting.ON_SUCCESS, "arn:aws:events:::event-bus/b")
                        .only(Role.class)
                        .policy())
                .contains("events:PutEvents");
        assertThat(set(Setting.ON_SUCCESS, "arn:aws:lambda:::function:f")
                        .only(Role.class)
                        .policy())
                .contains("lambda:InvokeFunction");
        assertThat(set(Setting.ON_FAILURE, "arn:aws:s3:::lost").only(Role.class).policy())
                .contains("s3:PutObject", "arn:aws:s3:::lost/*", "s3:ListBucket");
        assertThat(set(Setting.KMS_KEY, "arn:aws:kms:::key/1").only(Role.class).policy())
                .contains("kms:Decrypt");
        assertThat(inVpc().pom(Setting.FILE_SYSTEM, POINT)
                        .pom(Setting.FILE_SYSTEM_PATH, "/mnt/files")
                        .only(Role.class)
                        .policy())
                .contains("elasticfilesystem:ClientMount", "file-system/*", "elasticfilesystem:AccessPointArn");
    }

    @Test
    void everyOptionAsksForAnotherVersionAndNoneOfThemChangesTheOld() {
        String digest = Project.orders().only(Version.class).configurationDigest();
        assertThat(set(Setting.TRACING, "off").only(Version.class).configurationDigest())
                .isEqualTo(digest);
        assertThat(set(Setting.TRACING, "on").only(Version.class).configurationDigest())
                .isNotEqualTo(digest);
        assertThat(set(Setting.RESERVED_CONCURRENCY, 1).only(Version.class).configurationDigest())
                .isEqualTo(digest);
    }

    @Test
    void aLogGroupOfOnesOwnIsMadeAndWrittenTo() {
        Project project = set(Setting.LOG_GROUP, "/shop/all");
        assertThat(project.only(LogGroup.class).name()).isEqualTo("/shop/all");
        assertThat(project.only(LambdaFunction.class).logGroup()).isEqualTo("/shop/all");
        assertThat(project.only(Role.class).policy()).contains("log-group:/shop/all:*");
    }

    @Test
    void twoFunctionsMayShareALogGroupWhereTheyAgree() {
        Project project = set(Setting.LOG_GROUP, "/shop/all").function("billing");
        assertThat(project.all(LogGroup.class)).hasSize(1);
        assertThat(project.override("billing", Setting.LOG_RETENTION, 1).fault(Problem.LM239))
                .isEqualTo("LM239 <logGroup>: Two functions write to '/shop/all' but do not agree on retention or tags."
                        + " Give both the same <logRetention> and <tags>, or another <logGroup> or -Dlambda.logGroup to"
                        + " one of them.");
    }

    @Test
    void anUnknownArchitectureIsPassedOnWithAWarning() {
        Project project = set(Setting.ARCHITECTURE, "riscv64");
        assertThat(project.only(LambdaFunction.class).architecture()).isEqualTo("riscv64");
        assertThat(project.staged().warnings()).hasSize(1);
        assertThat(project.staged().warnings().get(0).render())
                .isEqualTo(
                        "LM230 <architecture>: 'riscv64' is neither x86_64 nor arm64; it is passed on to Lambda as it"
                                + " is. Correct <architecture> or -Dlambda.architecture if Lambda refuses it.");
    }

    @Test
    void layersAreVersionsAndAtMostFive() {
        assertThat(set(Setting.LAYERS, "fonts").fault(Problem.LM231))
                .startsWith("LM231 <layers> in <configuration>: 'fonts' is not the ARN of a layer's version.");
        assertThat(set(Setting.LAYERS, String.join(",", java.util.Collections.nCopies(6, LAYER)))
                        .fault(Problem.LM231))
                .contains("6 layers are more than the 5");
    }

    @Test
    void aVpcNeedsSubnetsAndSecurityGroups() {
        assertThat(set(Setting.VPC_SUBNETS, "subnet-a").fault(Problem.LM232))
                .isEqualTo("LM232 <vpcSecurityGroups>: A function in a VPC needs both subnets and security groups. Set"
                        + " <vpcSecurityGroups> or -Dlambda.vpcSecurityGroups.");
        assertThat(set(Setting.VPC_IPV6, "on").fault(Problem.LM232)).contains("IPv6 is for functions in a VPC.");
        assertThat(inVpc().pom(Setting.VPC_SUBNETS, "a,subnet-b").fault(Problem.LM232))
                .contains("'a' is not the id of a subnet.");
    }

    @Test
    void aFileSystemNeedsAccessPointPathAndVpc() {
        assertThat(inVpc().pom(Setting.FILE_SYSTEM, POINT).fault(Problem.LM233))
                .contains("needs both its access point and a path", "<fileSystemPath>");
        assertThat(set(Setting.FILE_SYSTEM, POINT)
                        .pom(Setting.FILE_SYSTEM_PATH, "/mnt/f")
                        .fault(Problem.LM233))
                .contains("the function is in none", "-Dlambda.vpcSubnets");
        assertThat(inVpc().pom(Setting.FILE_SYSTEM, POINT)
                        .pom(Setting.FILE_SYSTEM_PATH, "/files")
                        .faults()
                        .get(0)
                        .render())
                .contains("'/files' is not a folder right below /mnt.");
    }

    @Test
    void levelsNeedJson() {
        assertThat(set(Setting.SYSTEM_LOG_LEVEL, "warn").fault(Problem.LM234))
                .isEqualTo(
                        "LM234 <systemLogLevel>: Lambda knows the level of lines only where logs are written as JSON."
                                + " Set <logFormat> or -Dlambda.logFormat to json, or remove <systemLogLevel>.");
    }

    @Test
    void destinationsAreArns() {
        assertThat(set(Setting.DEAD_LETTER, "lost").fault(Problem.LM235))
                .contains("'lost' is not the ARN of a queue or topic.");
        assertThat(set(Setting.ON_FAILURE, "arn:aws:ec2:::x").fault(Problem.LM235))
                .contains("is not the ARN of a queue, topic, function, bus or bucket.");
        assertThat(set(Setting.ON_SUCCESS, "arn:aws:s3:::b").fault(Problem.LM235))
                .contains("A bucket takes failures only.");
    }

    @Test
    void snapStartDoesNotGoWithEverything() {
        assertThat(set(Setting.SNAP_START, "on")
                        .pom(Setting.PROVISIONED_CONCURRENCY, 1)
                        .fault(Problem.LM236))
                .isEqualTo("LM236 <snapStart>: SnapStart does not go with provisioned concurrency. Remove"
                        + " <provisionedConcurrency>, or set <snapStart> or -Dlambda.snapStart to off.");
        assertThat(set(Setting.SNAP_START, "on")
                        .pom(Setting.EPHEMERAL_STORAGE, 513)
                        .fault(Problem.LM236))
                .contains("more than 512 MB of ephemeral storage");
        assertThat(inVpc().pom(Setting.SNAP_START, "on")
                        .pom(Setting.FILE_SYSTEM, POINT)
                        .pom(Setting.FILE_SYSTEM_PATH, "/mnt/f")
                        .fault(Problem.LM236))
                .contains("a file system");
    }

    @Test
    void keysAndLogGroupsHaveTheirForm() {
        assertThat(set(Setting.KMS_KEY, "mine").fault(Problem.LM237)).contains("'mine' is not the ARN of a KMS key.");
        assertThat(set(Setting.LOG_GROUP, "a b").fault(Problem.LM238)).contains("is not the name of a log group");
        assertThat(set(Setting.LOG_GROUP, "aws/x").fault(Problem.LM238)).contains("are AWS's own");
    }

    @Test
    void noMoreIsProvisionedThanReserved() {
        assertThat(set(Setting.RESERVED_CONCURRENCY, 1)
                        .pom(Setting.PROVISIONED_CONCURRENCY, 2)
                        .fault(Problem.LM240))
                .contains("2 environments are to be kept started, but only 1 are reserved.");
    }

    @Test
    void numbersHaveLambdasRanges() {
        assertThat(set(Setting.EPHEMERAL_STORAGE, 511).fault(Problem.LM202)).contains("from 512 to 10240");
        assertThat(set(Setting.MAXIMUM_RETRY_ATTEMPTS, 3).fault(Problem.LM202)).contains("from 0 to 2");
        assertThat(set(Setting.MAXIMUM_EVENT_AGE, 59).fault(Problem.LM202)).contains("from 60 to 21600");
        assertThat(set(Setting.RECURSIVE_LOOP, "maybe").fault(Problem.LM203)).contains("one of allow, terminate");
    }
}

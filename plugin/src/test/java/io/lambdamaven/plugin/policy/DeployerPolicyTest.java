package io.lambdamaven.plugin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.stage.Code;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import io.lambdamaven.plugin.testing.Triggers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeployerPolicyTest {
    private static final Whereabouts WHERE = new Whereabouts("aws", "eu-west-1", "123456789012");
    private static final String FUNCTION = "arn:aws:lambda:eu-west-1:123456789012:function:orders-dev";

    /** By the service authorization reference these take no resource. */
    private static final Set<String> OF_NO_RESOURCE = Set.of(
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcs",
            "events:ListRules",
            "lambda:CreateEventSourceMapping",
            "lambda:GetAccountSettings",
            "lambda:ListEventSourceMappings",
            "lambda:ListFunctions",
            "scheduler:ListSchedules",
            "sns:GetSubscriptionAttributes",
            "sns:SetSubscriptionAttributes",
            "sns:Unsubscribe");

    private static List<Right> rights(Project project, String codeBucket) {
        return DeployerPolicy.rights(
                project.desired(WHERE, new Code(Path.of("orders.jar"), "c0de")), WHERE, codeBucket);
    }

    private static Set<String> resourcesOf(List<Right> rights, String action) {
        Set<String> resources = new TreeSet<>();
        rights.stream()
                .filter(right -> right.actions().contains(action))
                .forEach(right -> resources.addAll(right.resources()));
        return resources;
    }

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void everyTypeOfResourceIsInTheTable(ResourceType type) {
        // A name that has whatever the names of some type have.
        List<Right> rights = new ResourceRights(new Right.Forms(WHERE))
                .of(new ResourceId(type, "arn:aws:x:::bus/it -> orders-dev:live/x"));

        assertThat(rights).isNotEmpty().allSatisfy(right -> {
            assertThat(right.actions()).isNotEmpty().allMatch(action -> action.matches("[a-z0-9-]+:[A-Z][A-Za-z0-9]+"));
            assertThat(right.resources()).isNotEmpty().allMatch(arn -> arn.equals("*") || arn.startsWith("arn:aws:"));
        });
    }

    @Test
    void onlyWhatTakesNoResourceIsAllowedOnAll() {
        Project project = everything();

        for (Right right : rights(project, "code")) {
            if (right.resources().contains("*")) {
                assertThat(OF_NO_RESOURCE).containsAll(right.actions());
            }
        }
    }

    private static Project everything() {
        return Project.with(
                        Triggers.of("sns", "topic", "orders"),
                        Triggers.sqs("jobs", 10, 0, null, true),
                        Triggers.of("kinesis", "stream", "clicks"),
                        Triggers.of(
                                "dynamodb", "table", "arn:aws:dynamodb:eu-west-1:123456789012:table/carts/stream/1"),
                        Triggers.of("eventbridge", "pattern", "{\"source\":[\"shop\"]}", "bus", "shop"),
                        Triggers.of("logs", "logGroup", "/shop/web"),
                        Triggers.of("alarm", "alarm", "errors"))
                .pom(Setting.CREATE_MISSING, "true");
    }

    @Test
    void whatIsAllowedIsNarrowedToTheNamesOfTheProject() {
        List<Right> rights = rights(everything(), "code");

        assertThat(resourcesOf(rights, "lambda:UpdateFunctionCode")).containsExactly(FUNCTION, FUNCTION + ":*");
        assertThat(resourcesOf(rights, "iam:CreateRole"))
                .containsExactly("arn:aws:iam::123456789012:role/orders-dev-eu-west-1");
        assertThat(resourcesOf(rights, "sns:Subscribe")).containsExactly("arn:aws:sns:eu-west-1:123456789012:orders");
        assertThat(resourcesOf(rights, "sqs:CreateQueue")).containsExactly("arn:aws:sqs:eu-west-1:123456789012:jobs");
        assertThat(resourcesOf(rights, "kinesis:CreateStream"))
                .containsExactly("arn:aws:kinesis:eu-west-1:123456789012:stream/clicks");
        assertThat(resourcesOf(rights, "dynamodb:DescribeTable"))
                .contains("arn:aws:dynamodb:eu-west-1:123456789012:table/carts");
        assertThat(resourcesOf(rights, "events:PutRule"))
                .allMatch(rule -> rule.startsWith("arn:aws:events:eu-west-1:123456789012:rule/shop/orders-dev."));
        assertThat(resourcesOf(rights, "logs:PutSubscriptionFilter"))
                .contains("arn:aws:logs:eu-west-1:123456789012:log-group:/shop/web");
        assertThat(resourcesOf(rights, "cloudwatch:PutMetricAlarm"))
                .containsExactly("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors");
        assertThat(resourcesOf(rights, "s3:PutObject")).containsExactly("arn:aws:s3:::code/lambda-maven/*");
        assertThat(resourcesOf(rights, "ssm:PutParameter"))
                .containsExactly(
                        "arn:aws:ssm:eu-west-1:123456789012:parameter/lambda-maven/com.example/orders/dev/ledger",
                        "arn:aws:ssm:eu-west-1:123456789012:parameter/lambda-maven/com.example/orders/dev/lock");
    }

    @Test
    void ofALoadBalancerOnlyTheRulesOfItsListenerMayBeChanged() {
        String balancing = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:";
        List<Right> rights = rights(
                Project.with(new Trigger.Http("GET", "/orders"))
                        .pom(Setting.HTTP, "alb")
                        .part("alb.listenerArn", balancing + "listener/app/shop/50dc/f2f7"),
                null);

        assertThat(resourcesOf(rights, "elasticloadbalancing:CreateRule"))
                .containsExactly(balancing + "listener/app/shop/50dc/f2f7");
        assertThat(resourcesOf(rights, "elasticloadbalancing:DeleteRule"))
                .containsExactly(balancing + "listener-rule/app/shop/50dc/f2f7/*");
        assertThat(resourcesOf(rights, "elasticloadbalancing:DeleteTargetGroup"))
                .containsExactly(balancing + "targetgroup/orders-dev/*");
        assertThat(rights)
                .filteredOn(Right::changes)
                .flatExtracting(Right::resources)
                .doesNotContain("*");
    }

    @Test
    void whatTheProjectDoesNotUseIsNotAllowed() {
        List<Right> rights = rights(Project.orders(), null);

        assertThat(rights)
                .flatExtracting(Right::actions)
                .noneMatch(action -> action.matches("(s3|sns|sqs|dynamodb|kinesis|kms|ec2|scheduler|cloudwatch):.*"))
                .doesNotContain("apigateway:POST", "events:PutRule", "lambda:CreateEventSourceMapping");
    }

    @Test
    void aRoleIsPassedToNobodyButTheServiceThatItIsFor() {
        Project project = Project.with(
                new Trigger.Schedule("at(2030-01-31T12:00:00)", "Once", true, "", "Europe/Berlin", 0, "", ""));

        assertThat(rights(project, null))
                .filteredOn(right -> right.actions().contains("iam:PassRole"))
                .extracting(right -> right.resources() + " " + right.condition())
                .containsExactlyInAnyOrder(
                        "[arn:aws:iam::123456789012:role/orders-dev-eu-west-1]"
                                + " {StringEquals iam:PassedToService=[lambda.amazonaws.com]}",
                        "[arn:aws:iam::123456789012:role/orders-dev-eu-west-1-scheduler]"
                                + " {StringEquals iam:PassedToService=[scheduler.amazonaws.com]}");
    }

    @Test
    void anExistingRoleIsPassedAndNeverMade() {
        List<Right> rights = rights(Project.orders().pom(Setting.ROLE, "arn:aws:iam::123456789012:role/shared"), null);

        assertThat(resourcesOf(rights, "iam:PassRole")).containsExactly("arn:aws:iam::123456789012:role/shared");
        assertThat(resourcesOf(rights, "iam:CreateRole")).isEmpty();
    }

    @Test
    void whatAFunctionNamesIsAllowedToo() {
        List<Right> rights = rights(
                Project.orders()
                        .pom(Setting.LAYERS, "arn:aws:lambda:eu-west-1:123456789012:layer:fonts:3")
                        .pom(Setting.VPC_SUBNETS, "subnet-1a")
                        .pom(Setting.VPC_SECURITY_GROUPS, "sg-1a")
                        .pom(Setting.FILE_SYSTEM, "arn:aws:elasticfilesystem:::access-point/fsap-0a")
                        .pom(Setting.FILE_SYSTEM_PATH, "/mnt/files")
                        .pom(Setting.KMS_KEY, "arn:aws:kms:eu-west-1:123456789012:alias/shop"),
                null);

        assertThat(resourcesOf(rights, "lambda:GetLayerVersion"))
                .containsExactly("arn:aws:lambda:eu-west-1:123456789012:layer:fonts:3");
        assertThat(resourcesOf(rights, "ec2:DescribeSubnets")).containsExactly("*");
        assertThat(resourcesOf(rights, "elasticfilesystem:DescribeMountTargets"))
                .containsExactly("arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/*");
        assertThat(resourcesOf(rights, "kms:Encrypt")).containsExactly("arn:aws:kms:eu-west-1:123456789012:key/*");
    }

    @Test
    void theDocumentHasUniqueIdsAndPlansApartFromDeploys() {
        JsonObject document =
                DeployerPolicy.of(everything().desired(WHERE, new Code(Path.of("orders.jar"), "c0de")), WHERE, "code");

        assertThat(document.text("Version")).isEqualTo("2012-10-17");
        List<JsonObject> statements = new ArrayList<>();
        document.array("Statement").forEach(statement -> statements.add(statement.asObject()));
        assertThat(statements)
                .extracting(statement -> statement.text("Sid"))
                .doesNotHaveDuplicates()
                .allMatch(sid -> sid.matches("(Plan|Deploy)[A-Za-z0-9]+"));
        assertThat(statements)
                .filteredOn(statement -> statement.text("Sid").startsWith("Plan"))
                .allSatisfy(statement -> assertThat(statement.array("Action").asTexts())
                        .allMatch(action -> action.matches("[a-z0-9]+:(GET|Get|List|Describe|Decrypt).*")));
        assertThat(statements)
                .filteredOn(
                        statement -> statement.array("Action").asTexts().contains("lambda:CreateEventSourceMapping"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.find("Condition", "ArnLike", "lambda:FunctionArn"))
                        .contains(Json.texts(List.of(FUNCTION, FUNCTION + ":*"))));
    }

    @Test
    void theSameProjectGivesTheSameText() {
        Code code = new Code(Path.of("orders.jar"), "c0de");

        assertThat(DeployerPolicy.of(everything().desired(WHERE, code), WHERE, null)
                        .canonical())
                .isEqualTo(DeployerPolicy.of(everything().desired(WHERE, code), WHERE, null)
                        .canonical());
    }
}

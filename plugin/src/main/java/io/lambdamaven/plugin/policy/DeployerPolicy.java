package io.lambdamaven.plugin.policy;

import static io.lambdamaven.plugin.policy.Right.EVERYTHING;
import static io.lambdamaven.plugin.policy.Right.read;
import static io.lambdamaven.plugin.policy.Right.write;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.CodeObject;
import io.lambdamaven.plugin.plan.resource.FunctionOptions;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.ListenerRule;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.Schedule;
import io.lambdamaven.plugin.plan.resource.Source;
import io.lambdamaven.plugin.policy.Right.Forms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What who plans, deploys and undeploys a stage has to be allowed, and no more. */
public final class DeployerPolicy {
    private static final String PASSED_TO = "iam:PassedToService";

    private final Desired desired;
    private final Forms arns;
    private final Whereabouts where;
    private final List<Right> rights = new ArrayList<>();

    private DeployerPolicy(Desired desired, Whereabouts where) {
        this.desired = desired;
        this.where = where;
        this.arns = new Forms(where);
    }

    /**
     * The policy as IAM takes it.
     *
     * @param codeBucket where jars go that are too large for a request, null for none
     */
    public static JsonObject of(Desired desired, Whereabouts where, @Nullable String codeBucket) {
        return new Statements(rights(desired, where, codeBucket)).document();
    }

    static List<Right> rights(Desired desired, Whereabouts where, @Nullable String codeBucket) {
        DeployerPolicy policy = new DeployerPolicy(desired, where);
        policy.bookkeeping();
        desired.functionNames().forEach(policy::lookedAt);
        ResourceRights table = new ResourceRights(policy.arns);
        for (Resource each : desired.resources()) {
            policy.rights.addAll(table.of(each.id()));
            if (each instanceof Source source) {
                policy.rights.addAll(table.settings(source));
            }
            if (each instanceof LambdaFunction function) {
                policy.passed(function.role(), "lambda.amazonaws.com");
                policy.options(function.options());
            } else if (each instanceof Schedule schedule) {
                policy.passed(schedule.role(), "scheduler.amazonaws.com");
            } else if (each instanceof ListenerRule rule) {
                policy.listener(rule.listener());
            }
        }
        if (codeBucket != null) {
            policy.codeBucket(codeBucket);
        }
        return policy.rights;
    }

    /** The stage's lock, and its ledger. */
    private void bookkeeping() {
        String folder = "parameter/lambda-maven/" + desired.project().replace(':', '/') + "/" + desired.stage() + "/";
        String lock = arns.of("ssm", folder + "lock");
        String ledger = arns.of("ssm", folder + "ledger");
        rights.add(read("ssm: GetParameter", lock, ledger));
        rights.add(write("ssm: DeleteParameter PutParameter", lock, ledger));
    }

    /** What every plan looks for, to find also what the project does not want any more. */
    private void lookedAt(String function) {
        String arn = arns.of("lambda", "function:" + function);
        rights.add(read("lambda: ListEventSourceMappings ListFunctions", EVERYTHING));
        rights.add(read(
                "lambda: GetFunction GetFunctionUrlConfig GetPolicy ListAliases ListVersionsByFunction",
                arn,
                arn + ":*"));
        String artifact = desired.project().substring(desired.project().indexOf(':') + 1);
        rights.add(read(
                "lambda: ListTags",
                arn,
                arns.of("lambda", "function:" + artifact),
                arns.of("lambda", "function:" + artifact + "-*")));
        rights.add(read("events: ListRules", EVERYTHING));
        String rules = arns.of("events", "rule/" + DerivedNames.scheduleRulePrefix(function) + "*");
        rights.add(read("events: ListTagsForResource ListTargetsByRule", rules));
        rights.add(read("apigateway: GET", arns.api("/apis"), arns.api("/restapis")));
        rights.add(read("logs: DescribeLogGroups", arns.of("logs", "log-group:*")));
        rights.add(read(
                "iam: GetRole",
                arns.global("iam", "role/" + function + "-" + where.region()),
                arns.global("iam", "role/" + DerivedNames.schedulerRole(function, where.region()))));
    }

    private void passed(@Nullable String role, String service) {
        if (role != null) {
            String arn = role.startsWith("arn:") ? role : arns.global("iam", "role/" + role);
            rights.add(write("iam: PassRole", arn).when("StringEquals", PASSED_TO, service));
        }
    }

    private void listener(String listener) {
        String rules = listener.replace(":listener/", ":listener-rule/") + "/*";
        rights.add(write("elasticloadbalancing: CreateRule", listener));
        rights.add(write("elasticloadbalancing: AddTags DeleteRule ModifyRule SetRulePriorities", rules));
    }

    /** What Lambda checks with the caller's rights when a function names it. */
    private void options(FunctionOptions options) {
        List<String> layers = options.layers();
        if (layers != null && !layers.isEmpty()) {
            rights.add(write("lambda: GetLayerVersion", layers.toArray(String[]::new)));
        }
        FunctionOptions.Network network = options.network();
        if (network != null && !network.subnets().isEmpty()) {
            rights.add(write("ec2: DescribeSecurityGroups DescribeSubnets DescribeVpcs", EVERYTHING));
        }
        FunctionOptions.Mount mount = options.mount();
        if (mount != null && !mount.equals(FunctionOptions.Mount.NONE)) {
            rights.add(write("elasticfilesystem: DescribeMountTargets", arns.of("elasticfilesystem", "file-system/*")));
        }
        String key = options.kmsKey();
        if (key != null && !key.isEmpty()) {
            // Permissions on an alias's ARN do not count for the key that it stands for.
            String keys = key.contains(":alias/") ? key.substring(0, key.indexOf(":alias/")) + ":key/*" : key;
            rights.add(read("kms: Decrypt", keys));
            rights.add(write("kms: CreateGrant Encrypt", keys));
        }
    }

    private void codeBucket(String bucket) {
        // Without the right to list, S3 answers "forbidden" for what is not there yet.
        rights.add(write("s3: ListBucket", arns.s3(bucket)));
        rights.add(write("s3: GetObject PutObject", arns.s3(bucket + "/lambda-maven/*")));
        // Also of a project that is not slim any more.
        String folder = CodeObject.folder(desired.project(), where.account(), where.region(), desired.stage());
        rights.add(write("s3: DeleteObject", arns.s3(bucket + "/" + folder + "*")));
    }
}

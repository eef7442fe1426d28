package io.lambdamaven.plugin.catalog;

import io.lambdamaven.plugin.catalog.Forms.Part;
import io.lambdamaven.plugin.catalog.Results.Shape;
import java.util.List;
import java.util.Map;

/** Services that build, watch and keep what runs on AWS; and its mail. */
final class Operations {
    private static final Map<String, String> STEPS = Map.of(
            "ANY", "", "CREATE", "createSecret", "SET", "setSecret", "TEST", "testSecret", "FINISH", "finishSecret");

    static final List<ServiceKind> KINDS =
            List.of(ses(), codeCommit(), config(), cloudFormation(), codePipeline(), codeDeploy(), secretRotation());

    private Operations() {}

    private static ServiceKind ses() {
        return ServiceKind.of(
                        "ses",
                        "SesTrigger",
                        Attribute.texts("recipients")
                                .placeholders()
                                .form(
                                        "a recipient",
                                        "([^@\\s]+@)?\\.?[A-Za-z0-9][A-Za-z0-9.-]*",
                                        "an address or a domain"),
                        Attribute.text("ruleSet")
                                .placeholders()
                                .form(
                                        "a receipt rule set",
                                        "[A-Za-z0-9_.-]{1,64}",
                                        "a name of up to 64 letters, digits and _.-"),
                        Attribute.flag("synchronous", false).behaviour())
                .events("Mail for")
                .row("SES")
                .gives(Forms.ofRecords("SesMessage").text(Part.EVENT))
                .answers((trigger, takes) -> trigger.flag("synchronous")
                        ? Results.of(Shape.NOTHING).api("SesDisposition")
                        : Results.of(Shape.NOTHING))
                .wiring("make a receipt rule with a Lambda action for {alias} and allow ses.amazonaws.com to invoke"
                        + " it");
    }

    private static ServiceKind codeCommit() {
        return ServiceKind.of(
                        "codecommit",
                        "CodeCommitTrigger",
                        Attribute.text("repository")
                                .mandatory()
                                .identity()
                                .resource(
                                        "a CodeCommit repository",
                                        "[\\w.-]{1,100}",
                                        "a name of up to 100 letters, digits and _.-",
                                        "codecommit",
                                        "[\\w.-]{1,100}"),
                        Attribute.texts("branches").placeholders(),
                        Attribute.texts("events", "all")
                                .oneOf("all", "createReference", "deleteReference", "updateReference"))
                .events("Changes of")
                .row("CODECOMMIT", "repository")
                .gives(Forms.ofRecords().text(Part.EVENT).aws("CodeCommitEvent"))
                .answers(Results.ANYTHING)
                .clashes(trigger -> {
                    if (trigger.texts("branches").size() > 10) {
                        return List.of(Clash.of(
                                "A trigger of CodeCommit is for at most 10 branches.", "Name fewer in branches."));
                    }
                    List<String> events = trigger.texts("events");
                    return events.isEmpty() || (events.contains("all") && events.size() > 1)
                            ? List.of(Clash.of(
                                    "The events are all of them or some of them.",
                                    "Leave events out for all, or name those that count."))
                            : List.of();
                });
    }

    private static ServiceKind config() {
        return ServiceKind.of(
                        "config",
                        "ConfigTrigger",
                        Attribute.text("rule")
                                .mandatory()
                                .identity()
                                .placeholders()
                                .form("a rule", "(?=.*\\S).{1,128}", "a name of up to 128 characters"),
                        Attribute.texts("resourceTypes")
                                .form("a resource type", "\\w+(::\\w+)+", "a type such as AWS::EC2::Instance"),
                        Attribute.text("frequency")
                                .oneOf("One_Hour", "Three_Hours", "Six_Hours", "Twelve_Hours", "TwentyFour_Hours"))
                .events("Evaluations of the rule")
                .row("CONFIG", "rule")
                .gives(Forms.ofEvent().aws("ConfigEvent"))
                .answers(Results.of(Shape.NOTHING)
                        .api("ConfigEvaluation", "ConfigEvaluation$Compliance")
                        .type("java.util.List<io.lambdamaven.api.ConfigEvaluation>"));
    }

    private static ServiceKind cloudFormation() {
        return ServiceKind.of(
                        "cloudformation",
                        "CloudFormationTrigger",
                        Attribute.text("resourceType")
                                .identity()
                                .form(
                                        "a type of custom resources",
                                        "Custom::[A-Za-z0-9_@-]{1,52}|AWS::CloudFormation::CustomResource",
                                        "Custom:: and a name of letters, digits and _@-"))
                .events("Custom resources")
                .row("CLOUDFORMATION", "resourceType")
                .gives(Forms.ofEvent("CustomResourceRequest").aws("CloudFormationCustomResourceEvent"))
                .answers(Results.of(Shape.NOTHING, Shape.TREE, Shape.OWN).api("CustomResourceResult"))
                .wiring("give {alias} as ServiceToken in the template");
    }

    private static ServiceKind codePipeline() {
        return ServiceKind.of("codepipeline", "CodePipelineTrigger")
                .events("Jobs of CodePipeline, of")
                .row("CODEPIPELINE")
                .gives(Forms.ofEvent("PipelineJob").text(Part.PAYLOAD))
                .answers(Results.of(Shape.NOTHING)
                        .api("PipelineResult")
                        .type("java.util.Map<java.lang.String,java.lang.String>"))
                .wiring("name the function in an Invoke action of the pipeline, let the pipeline's role call it, and"
                        + " let @Permission give the function's role codepipeline:PutJobSuccessResult and"
                        + " PutJobFailureResult");
    }

    private static ServiceKind codeDeploy() {
        return ServiceKind.of("codedeploy", "CodeDeployTrigger")
                .events("Lifecycle hooks of CodeDeploy, of")
                .row("CODEDEPLOY")
                .gives(Forms.ofEvent())
                .answers(Results.of(Shape.NOTHING))
                .wiring("name the function as a hook in the AppSpec file, let CodeDeploy's role invoke it, and let"
                        + " @Permission give the function's role codedeploy:PutLifecycleEventHookExecutionStatus");
    }

    private static ServiceKind secretRotation() {
        return ServiceKind.of(
                        "secret-rotation",
                        "SecretRotationTrigger",
                        Attribute.text("secret")
                                .identity()
                                .resource(
                                        "a secret",
                                        "[A-Za-z0-9/_+=.@-]{1,512}",
                                        "a name of up to 512 letters, digits and /_+=.@-",
                                        "secretsmanager",
                                        "secret:.+"),
                        Attribute.choice("value", "SecretStep", "ANY", "CREATE", "SET", "TEST", "FINISH")
                                .identity(),
                        Attribute.number("days", 30, 1, 1000, "days"),
                        Attribute.text("schedule")
                                .form(
                                        "a schedule of rotations",
                                        "rate\\([1-9]\\d* (hour|day)s?\\)|cron\\([^()]+\\)",
                                        "rate(12 hours), rate(10 days) or cron(0 8 1 * ? *)"),
                        Attribute.text("duration").form("a duration", "[1-9]\\d?h", "hours such as 3h"),
                        Attribute.flag("rotateImmediately", false))
                .events("Rotation of")
                .rows(trigger -> List.of(Row.of(
                        "SECRET_ROTATION",
                        trigger.text("secret"),
                        STEPS.getOrDefault(trigger.text("value"), trigger.text("value")))))
                .gives(Forms.ofEvent("SecretRotation").aws("SecretsManagerRotationEvent"))
                .answers(Results.ANYTHING)
                .wiring("turn on rotation of the secrets with {alias}, allow secretsmanager.amazonaws.com to invoke it,"
                        + " and let @Permission give the role access to them; a deploy does so for a secret that"
                        + " @SecretRotationTrigger(secret) names")
                .wiredWhere(trigger -> !trigger.text("secret").isEmpty());
    }
}

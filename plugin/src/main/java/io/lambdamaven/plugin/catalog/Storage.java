package io.lambdamaven.plugin.catalog;

import io.lambdamaven.plugin.catalog.Forms.Part;
import io.lambdamaven.plugin.catalog.Results.Shape;
import java.util.List;
import java.util.Map;

/** What S3 asks of a function, other than to take note. */
final class Storage {
    /** As S3 Batch Operations writes them. */
    private static final Map<String, String> MISSING_KEYS = Map.of(
            "PERMANENT_FAILURE", "PermanentFailure", "TEMPORARY_FAILURE", "TemporaryFailure", "SUCCESS", "Succeeded");

    static final List<ServiceKind> KINDS = List.of(batch(), objectLambda());

    private Storage() {}

    private static ServiceKind batch() {
        return ServiceKind.of(
                        "s3-batch",
                        "S3BatchTrigger",
                        Attribute.choice(
                                        "treatMissingKeysAs",
                                        "MissingKeys",
                                        "PERMANENT_FAILURE",
                                        "TEMPORARY_FAILURE",
                                        "SUCCESS")
                                .behaviour())
                .events("Tasks of S3 Batch Operations, of")
                .rows(trigger -> List.of(Row.of("S3_BATCH")
                        .mode(MISSING_KEYS.getOrDefault(trigger.text("treatMissingKeysAs"), "PermanentFailure"))))
                .gives(Forms.ofRecords("S3BatchTask").text(Part.EVENT).aws("S3BatchEvent", "S3BatchEventV2"))
                .answers(
                        Results.of(Shape.NOTHING, Shape.TEXT).api("S3BatchResult"),
                        Results.of(Shape.TREE).aws("S3BatchResponse"))
                .wiring("name {alias} in the job, and let the job's role have lambda:InvokeFunction on {alias}");
    }

    private static ServiceKind objectLambda() {
        return ServiceKind.of(
                        "s3-object-lambda",
                        "S3ObjectLambdaTrigger",
                        Attribute.text("accessPoint")
                                .identity()
                                .resource(
                                        "an Object Lambda access point",
                                        "[a-z0-9][a-z0-9-]{1,43}[a-z0-9]",
                                        "a name of 3 to 45 lower-case letters, digits and hyphens",
                                        "s3-object-lambda",
                                        "accesspoint/[a-z0-9][a-z0-9-]{1,43}[a-z0-9]"))
                .events("Requests at")
                .row("S3_OBJECT_LAMBDA", "accessPoint")
                .gives(Forms.ofEvent("S3ObjectLambdaRequest").aws("S3ObjectLambdaEvent"))
                .answers(Results.of(Shape.TEXT, Shape.BYTES, Shape.TREE).api("ObjectLambdaResponse"))
                .wiring("name {alias} in the access point's transformation, and let its users have"
                        + " lambda:InvokeFunction on {alias}");
    }
}

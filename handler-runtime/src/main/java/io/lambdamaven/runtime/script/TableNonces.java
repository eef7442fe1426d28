package io.lambdamaven.runtime.script;

import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.AwsException;
import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsService;
import io.lambdamaven.runtime.aws.Deadline;
import io.lambdamaven.runtime.json.JsonSink;

/** In a table of DynamoDB, which forgets by itself. */
final class TableNonces implements Nonces {
    private static final AwsService SERVICE = AwsService.json("DynamoDB", "dynamodb", "DynamoDB_20120810");

    private final Aws aws;
    private final String table;
    private final Deadline deadline;

    TableNonces(Aws aws, String table, Deadline deadline) {
        this.aws = aws;
        this.table = table;
        this.deadline = deadline;
    }

    @Override
    public boolean claim(String nonce, long forget) {
        byte[] put = new JsonSink()
                .startObject()
                .name("TableName")
                .text(table)
                .name("Item")
                .startObject()
                .name("id")
                .startObject()
                .name("S")
                .text(nonce)
                .endObject()
                .name("expires")
                .startObject()
                .name("N")
                .text(Long.toString(forget))
                .endObject()
                .endObject()
                .name("ConditionExpression")
                .text("attribute_not_exists(id)")
                .endObject()
                .toBytes();
        AwsRequest request =
                AwsRequest.json(SERVICE, "PutItem", put).header("Content-Type", "application/x-amz-json-1.0");
        try {
            aws.send(request, deadline);
            return true;
        } catch (AwsException e) {
            if (e.code().equals("ConditionalCheckFailedException")) {
                return false;
            }
            throw e;
        }
    }
}

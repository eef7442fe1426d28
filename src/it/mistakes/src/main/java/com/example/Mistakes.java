package com.example;

import io.lambdamaven.annotation.Command;
import io.lambdamaven.annotation.HttpTrigger;
import io.lambdamaven.annotation.InvokeTrigger;
import io.lambdamaven.annotation.PathParam;
import io.lambdamaven.annotation.Permission;
import io.lambdamaven.annotation.S3Trigger;
import io.lambdamaven.annotation.ScheduleTrigger;
import io.lambdamaven.annotation.SqsTrigger;

/** Everything that can be wrong with a handler, each once. */
public class Mistakes {

    @HttpTrigger(path = "/a")
    void notPublic() {}

    @HttpTrigger(method = "FETCH", path = "/b")
    public void unknownHttpMethod() {}

    @HttpTrigger(path = "c")
    public void pathWithoutSlash() {}

    @HttpTrigger(path = "/d/{id")
    public void unbalancedBraces() {}

    @HttpTrigger(path = "/e/{id}")
    public String parameterThatThePathLacks(@PathParam String name) {
        return name;
    }

    @HttpTrigger(path = "/f")
    public void first() {}

    @HttpTrigger(path = "/f")
    public void sameRouteAgain() {}

    @HttpTrigger(method = "POST", path = "/g")
    public void twoBodies(String one, String two) {}

    @S3Trigger(bucket = "Not_A_Bucket")
    public void badBucketName() {}

    @S3Trigger(bucket = "some-bucket", events = "s3:ObjectEaten:*")
    public void unknownS3Event() {}

    @SqsTrigger(queue = "orders", batchSize = 20000)
    public void batchTooLarge(String body) {}

    @SqsTrigger(queue = "jobs.fifo", batchSize = 50, batchingWindow = 5)
    public void fifoBatchTooLarge(String body) {}

    @ScheduleTrigger("rate(5 minute)")
    public void wrongPlural() {}

    @ScheduleTrigger("cron(0 12 * * *)")
    public void cronWithFiveFields() {}

    @Command("two words")
    public void badCommandName() {}

    @Command("report")
    public void report() {}

    @Command("report")
    public void sameCommandAgain() {}

    @InvokeTrigger
    public void anything() {}

    @InvokeTrigger
    public void anythingAgain() {}

    @HttpTrigger(path = "/h")
    @Permission(actions = "s3:GetObject", resources = "*")
    public void bareStar() {}

    @HttpTrigger(path = "/i")
    public void unsupportedType(Thread thread) {}
}

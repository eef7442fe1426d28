package io.lambdamaven.runtime.callback;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.api.ConfigEvaluation;
import io.lambdamaven.api.ConfigEvaluation.Compliance;
import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsResponse;
import io.lambdamaven.runtime.aws.AwsService;
import io.lambdamaven.runtime.aws.Deadline;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonCursor;
import io.lambdamaven.runtime.json.JsonSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a rule of AWS Config found out.
 *
 * @see <a href="https://docs.aws.amazon.com/config/latest/APIReference/API_PutEvaluations.html">AWS: PutEvaluations</a>
 */
public final class ConfigAnswer {
    private static final AwsService SERVICE = AwsService.json("Config Service", "config", "StarlingDoveService");
    private static final int MOST = 100;
    private static final int LONGEST_ANNOTATION = 256;

    private ConfigAnswer() {}

    /**
     * Does the work and puts the evaluations that it returns. What it throws goes on: Config knows no failed rule, and
     * Lambda calls it again.
     *
     * @param event the rule's
     * @param context of the invocation
     * @param work gives a {@link ConfigEvaluation}, a {@link Compliance} or a list of them; nothing if it has put its
     *     evaluations itself
     * @return the function's answer
     * @throws Exception what the work threw, or that not all evaluations were taken
     */
    public static byte[] answer(byte[] event, Context context, Work work) throws Exception {
        return answer(event, context, work, Aws.here());
    }

    static byte[] answer(byte[] event, Context context, Work work, Aws aws) throws Exception {
        List<ConfigEvaluation> evaluations = new ArrayList<>();
        add(evaluations, work.call());
        ConfigNotice notice = new ConfigNotice(event);
        Deadline deadline = Reporting.deadline(context);
        for (int from = 0; from < evaluations.size(); from += MOST) {
            List<ConfigEvaluation> some = evaluations.subList(from, Math.min(evaluations.size(), from + MOST));
            int refused = refused(aws.send(AwsRequest.json(SERVICE, "PutEvaluations", body(notice, some)), deadline));
            if (refused > 0) {
                throw new IllegalStateException(
                        "AWS Config did not take " + refused + " of " + some.size() + " evaluations");
            }
        }
        return Json.nothing();
    }

    private static void add(List<ConfigEvaluation> evaluations, @Nullable Object result) {
        if (result instanceof ConfigEvaluation evaluation) {
            evaluations.add(evaluation);
        } else if (result instanceof Compliance compliance) {
            evaluations.add(ConfigEvaluation.of(compliance));
        } else if (result instanceof Optional<?> optional) {
            add(evaluations, optional.orElse(null));
        } else if (result instanceof Iterable<?> several) {
            for (Object one : several) {
                add(evaluations, one);
            }
        } else if (result != null) {
            throw new IllegalStateException("a rule of AWS Config is answered with ConfigEvaluation, Compliance or a"
                    + " list of them, not with " + result.getClass().getName());
        }
    }

    private static byte[] body(ConfigNotice notice, List<ConfigEvaluation> evaluations) {
        JsonSink sink = new JsonSink().startObject().name("Evaluations").startArray();
        for (int i = 0; i < evaluations.size(); i++) {
            write(sink, notice, evaluations.get(i));
        }
        sink.endArray().name("ResultToken").text(notice.token);
        if (notice.test) {
            sink.name("TestMode").bool(true);
        }
        return sink.endObject().toBytes();
    }

    private static void write(JsonSink sink, ConfigNotice notice, ConfigEvaluation evaluation) {
        String id = evaluation.resourceId();
        Instant time = evaluation.orderingTimestamp();
        Compliance compliance = evaluation.compliance();
        sink.startObject()
                .name("ComplianceResourceType")
                .text(id == null ? notice.type() : evaluation.resourceType())
                .name("ComplianceResourceId")
                .text(id == null ? notice.id() : id)
                .name("ComplianceType")
                .text((id == null ? notice.known(compliance) : compliance).name());
        String annotation = evaluation.annotation();
        if (annotation != null && !annotation.isEmpty()) {
            sink.name("Annotation").text(Texts.cut(annotation, LONGEST_ANNOTATION));
        }
        sink.name("OrderingTimestamp")
                .number((time == null ? notice.time() : time).getEpochSecond())
                .endObject();
    }

    private static int refused(AwsResponse response) {
        int count = 0;
        JsonCursor cursor = JsonCursor.over(response.body());
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            if (name.equals("FailedEvaluations") && cursor.isArray()) {
                while (cursor.nextElement()) {
                    count++;
                    cursor.skip();
                }
            } else {
                cursor.skip();
            }
        }
        return count;
    }
}

package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a method can be called once for all events of one key. */
final class IdempotencyRules {
    private static final String HEADER = "header:";
    private static final String NAMES = "[^.,:\\s]+(\\.[^.,:\\s]+)*";
    private static final Pattern KEY =
            Pattern.compile(HEADER + "[A-Za-z0-9!#$%&'*+.^_`|~-]+|(event:)?" + NAMES + "(," + NAMES + ")*");
    private static final String EXAMPLES =
            "Set it to members of the payload, such as order.id, to members of what AWS delivers, such as event:id, or over"
                    + " HTTP to header:Idempotency-Key.";

    /** Who may do what is asked again each time, of callers that a state knows nothing of; Cognito's answer is the event. */
    private static final Set<String> ASKED_ANEW =
            Set.of("authorizer", "transfer", "appsync", "s3-object-lambda", "cloudformation", "cognito");

    private final Faults faults;
    private final SignerRule signer;

    IdempotencyRules(Faults faults, SignerRule signer) {
        this.faults = faults;
        this.signer = signer;
    }

    /** The key, or null for a method that is called for each event. */
    @Nullable
    String key(MethodFile method, Trigger trigger, Granularity granularity, Spot spot) {
        Optional<AnnotationUse> use = use(method);
        if (use.isEmpty()) {
            return null;
        }
        String key = use.get().text("key");
        boolean http = trigger instanceof Trigger.Http;
        signer.checkIdempotent(spot);
        if (!KEY.matcher(key).matches() || (key.startsWith(HEADER) && !http)) {
            faults.add(
                    Problem.LM121,
                    spot,
                    "'" + key + "' is no key for a trigger of kind " + trigger.kind() + ".",
                    EXAMPLES);
        }
        if (ASKED_ANEW.contains(trigger.kind())) {
            faults.add(
                    Problem.LM122,
                    spot,
                    "What a trigger of kind " + trigger.kind() + " asks is to be answered anew each time.",
                    "Take @Idempotent off; an answer that was kept might be another caller's, or out of date.");
            return key;
        }
        checkTrigger(trigger, granularity, spot);
        if (!isKept(method.result())) {
            faults.add(
                    Problem.LM122,
                    spot,
                    "A result of type " + method.result().display()
                            + " cannot be kept for the next event with its key.",
                    "Return a record, a text, a number, nothing, or over HTTP an HttpResponse.");
        }
        return key;
    }

    private void checkTrigger(Trigger trigger, Granularity granularity, Spot spot) {
        boolean batch = trigger instanceof Trigger.S3
                || (trigger instanceof Trigger.Service service
                        && Catalog.of(service).forms(service).records());
        if (trigger instanceof Trigger.Task) {
            faults.add(
                    Problem.LM122,
                    spot,
                    "A task is known by its id, and needs no key.",
                    "Set @Task(idempotent = true), and take @Idempotent off.");
        } else if (batch && granularity != Granularity.EACH) {
            faults.add(
                    Problem.LM122,
                    spot,
                    "The method takes a batch whole, and each of its messages has a key of its own.",
                    "Take one message: a record, a text or the service's own class instead of a list or the event. To work"
                            + " on the batch whole, keep in your own store which of its messages are done.");
        }
    }

    private static boolean isKept(JavaType type) {
        return !(type instanceof JavaType.Declared declared)
                || declared.binaryName().equals(RuntimeNames.HTTP_RESPONSE)
                || !(declared.binaryName().startsWith(RuntimeNames.API) || TypeRules.isAwsEvent(type));
    }

    private static Optional<AnnotationUse> use(MethodFile method) {
        return method.annotations().stream()
                .filter(each -> each.type().equals(RuntimeNames.IDEMPOTENT))
                .findFirst();
    }

    /** Reports it on a method without a trigger. */
    void unused(MethodFile method, Spot spot) {
        if (use(method).isPresent()) {
            faults.add(
                    Problem.LM123,
                    spot,
                    "@Idempotent has no effect on a method without a trigger.",
                    "Add a trigger to the method, or take the annotation off.");
        }
    }
}
